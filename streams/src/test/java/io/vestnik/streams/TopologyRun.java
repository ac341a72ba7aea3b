/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

import io.vestnik.schemas.Corrections;
import io.vestnik.schemas.ErasureMark;
import io.vestnik.schemas.TableDigest;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.Correction;
import io.vestnik.schemas.avro.DeadLetter;
import io.vestnik.schemas.avro.Watch;
import io.vestnik.streams.config.StreamsProperties;
import io.vestnik.streams.config.VestnikStreamsConfig;
import io.vestnik.streams.desk.LanguageDesk;
import io.vestnik.text.Analysis;
import io.vestnik.text.Document;

/** The whole topology in a test driver, with all that it has written so far. */
final class TopologyRun implements AutoCloseable {
    private static final AtomicLong SCOPES = new AtomicLong();

    private final Topics topics = Topics.live();
    private final VestnikStreamsConfig config;
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> input;
    private final TestInputTopic<String, byte[]> watches;
    private final TestInputTopic<String, byte[]> corrections;
    private final Map<String, List<TestRecord<byte[], byte[]>>> written = new TreeMap<>();
    private final Map<String, Map<String, byte[]>> changelogs = new TreeMap<>();

    /** Over the fakes, with state in memory. */
    TopologyRun() {
        this(FakeAnalyzer::analyze, FakeDesk::new, Map.of());
    }

    TopologyRun(
            Function<Document, Analysis> analyzer, Function<String, LanguageDesk> desks, Map<String, String> settings) {
        Map<String, String> given = new TreeMap<>(Map.of(
                VestnikStreamsConfig.SCHEMA_REGISTRY_URL_CONFIG, "mock://run" + SCOPES.incrementAndGet(),
                VestnikStreamsConfig.STATE_STORE_CONFIG, "memory",
                VestnikStreamsConfig.STATE_DIR_CONFIG, "target/state"));
        given.putAll(settings);
        config = new VestnikStreamsConfig(given);
        Clock clock = Clock.fixed(Events.minute(100_000), ZoneOffset.UTC);
        Topology topology = new VestnikTopology(config, clock, analyzer, desks).build(1);
        driver = new TopologyTestDriver(topology, StreamsProperties.of(config), Events.START);
        input = driver.createInputTopic(topics.articles.name(), new StringSerializer(), new ByteArraySerializer());
        watches = driver.createInputTopic(topics.watches.name(), new StringSerializer(), new ByteArraySerializer());
        corrections =
                driver.createInputTopic(topics.corrections.name(), new StringSerializer(), new ByteArraySerializer());
    }

    TopologyTestDriver driver() {
        return driver;
    }

    TopologyRun send(ArticleEvent... events) {
        for (ArticleEvent event : events) {
            send(event.getArticleId(), event);
        }
        return this;
    }

    TopologyRun send(Collection<ArticleEvent> events) {
        return send(events.toArray(new ArticleEvent[0]));
    }

    void send(String key, ArticleEvent event) {
        byte[] value = topics.articles
                .serde(StreamsProperties.serde(config))
                .serializer()
                .serialize(topics.articles.name(), event);
        sendRaw(key, value, event.getObservedAt().toEpochMilli());
    }

    void sendRaw(String key, byte[] value, long timestamp) {
        send(new TestRecord<>(key, value, Instant.ofEpochMilli(timestamp)));
    }

    void erase(String articleId) {
        send(new TestRecord<String, byte[]>(articleId, null, ErasureMark.write(), 0L));
    }

    /** Declares a watch. */
    void watch(String name, String expression, Instant declaredAt) {
        Watch watch = Watch.newBuilder()
                .setName(name)
                .setExpression(expression)
                .setDeclaredAt(declaredAt)
                .build();
        byte[] value = topics.watches
                .serde(StreamsProperties.serde(config))
                .serializer()
                .serialize(topics.watches.name(), watch);
        send(watches, new TestRecord<>(name, value, declaredAt));
    }

    /** Removes a watch. */
    void unwatch(String name, Instant at) {
        send(watches, new TestRecord<>(name, null, at));
    }

    /** Sends corrections, under each article that they are of. */
    TopologyRun correct(Correction... given) {
        for (Correction correction : given) {
            Corrections.records(correction).forEach(record -> correct(record.getArticleId(), record));
        }
        return this;
    }

    void correct(String key, Correction correction) {
        byte[] value = topics.corrections
                .serde(StreamsProperties.serde(config))
                .serializer()
                .serialize(topics.corrections.name(), correction);
        send(corrections, new TestRecord<>(key, value, correction.getObservedAt()));
    }

    private void send(TestRecord<String, byte[]> record) {
        send(input, record);
    }

    private void send(TestInputTopic<String, byte[]> to, TestRecord<String, byte[]> record) {
        to.pipeInput(record);
        for (Topic<?> topic : topics.all()) {
            if (driver.producedTopicNames().contains(topic.name())) {
                written.computeIfAbsent(topic.name(), name -> new ArrayList<>())
                        .addAll(driver.createOutputTopic(
                                        topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                                .readRecordsToList());
            }
        }
    }

    /** Everything written to a topic, in order. */
    <V extends SpecificRecord> List<TestRecord<String, V>> all(Function<Topics, Topic<V>> which) {
        Topic<V> topic = which.apply(topics);
        List<TestRecord<String, V>> records = new ArrayList<>();
        for (TestRecord<byte[], byte[]> record : written.getOrDefault(topic.name(), List.of())) {
            V value = topic.serde(StreamsProperties.serde(config))
                    .deserializer()
                    .deserialize(topic.name(), record.value());
            records.add(new TestRecord<>(
                    new String(record.key(), StandardCharsets.UTF_8), value, record.headers(), record.timestamp()));
        }
        return records;
    }

    /** The live rows of a table. */
    <V extends SpecificRecord> Map<String, V> table(Function<Topics, Topic<V>> which) {
        Map<String, V> rows = new TreeMap<>();
        for (TestRecord<String, V> record : all(which)) {
            if (record.value() == null) {
                rows.remove(record.key());
            } else {
                rows.put(record.key(), record.value());
            }
        }
        return rows;
    }

    /** A live row of a table. */
    <V extends SpecificRecord> V row(Function<Topics, Topic<V>> which, String key) {
        V row = table(which).get(key);
        if (row == null) {
            throw new AssertionError(
                    "no row " + key + " in " + which.apply(topics).name());
        }
        return row;
    }

    /** Keys of the live rows in the changelog of a store. */
    Set<String> changelog(String store) {
        String name = StreamsProperties.of(config).getProperty(StreamsConfig.APPLICATION_ID_CONFIG) + "-" + store
                + "-changelog";
        Map<String, byte[]> rows = changelogs.computeIfAbsent(name, ignored -> new TreeMap<>());
        driver.createOutputTopic(name, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .forEach(record -> rows.put(record.key(), record.value()));
        rows.values().removeIf(Objects::isNull);
        return rows.keySet();
    }

    List<DeadLetter> deadLetters() {
        return all(t -> t.deadLetters).stream().map(TestRecord::value).toList();
    }

    TableDigest tables() {
        TableDigest digest = new TableDigest();
        for (Topic<?> table : topics.finalTables()) {
            written.getOrDefault(table.name(), List.of())
                    .forEach(record -> digest.put(table.name(), record.key(), record.value()));
        }
        return digest;
    }

    /** Digest per table, so that a difference names its table. */
    Map<String, String> digest() {
        return tables().perTable();
    }

    @Override
    public void close() {
        driver.close();
    }
}
