/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.replay;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

import io.vestnik.cli.watch.Watches;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.Correction;
import io.vestnik.schemas.avro.HistoryEntry;
import io.vestnik.schemas.avro.Watch;
import io.vestnik.streams.VestnikTopology;
import io.vestnik.streams.config.StreamsProperties;
import io.vestnik.streams.config.VestnikStreamsConfig;

/**
 * The real topology in this process, without a broker: an event is worked through to the last table before the next one
 * comes. So what is known after an event is exactly what it and those before it say. All that the topology writes is taken
 * away at once, changelogs included, so the memory is that of the topology alone.
 */
final class DriverEngine implements AutoCloseable {
    private final Topics topics;
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, ArticleEvent> articles;
    private final TestInputTopic<String, Correction> corrections;
    private final TestInputTopic<String, Watch> watches;
    private final Serde<ArticleEvent> events;
    private final Serde<Correction> corrected;
    private final Serde<Watch> watched;
    private final Deserializer<HistoryEntry> entries;
    private final Consumer<HistoryEntry> history;
    private final Map<String, TestOutputTopic<byte[], byte[]>> outputs = new TreeMap<>();
    private long deadLetters;

    /**
     * Opens the topology.
     *
     * @param given settings of the topologies
     * @param declared watches that are there from the beginning: expressions by name
     * @param state directory for what does not fit into memory
     * @param history is given each change of a final table, in the order in which they are made
     */
    DriverEngine(Map<String, String> given, Map<String, String> declared, Path state, Consumer<HistoryEntry> history) {
        Map<String, String> settings = new TreeMap<>(given);
        settings.put(VestnikStreamsConfig.SCHEMA_REGISTRY_URL_CONFIG, "mock://" + state.toAbsolutePath());
        settings.put(VestnikStreamsConfig.STATE_DIR_CONFIG, state.toString());
        VestnikStreamsConfig config = new VestnikStreamsConfig(settings);
        Properties properties = StreamsProperties.of(config);
        Map<String, Object> serde = StreamsProperties.serde(config);
        this.topics = new Topics(config.namespace());
        this.history = history;
        this.events = topics.articles.serde(serde);
        this.corrected = topics.corrections.serde(serde);
        this.watched = topics.watches.serde(serde);
        this.entries = topics.history.serde(serde).deserializer();
        this.driver = new TopologyTestDriver(
                new VestnikTopology(config, Clock.systemUTC()).build(1), properties, Instant.EPOCH);
        this.articles = driver.createInputTopic(topics.articles.name(), new StringSerializer(), events.serializer());
        this.corrections =
                driver.createInputTopic(topics.corrections.name(), new StringSerializer(), corrected.serializer());
        this.watches = driver.createInputTopic(topics.watches.name(), new StringSerializer(), watched.serializer());
        Watches.fromTheBeginning(declared)
                .forEach((name, watch) -> watches.pipeInput(name, watch, watch.getDeclaredAt()));
    }

    /** Puts an event or a correction through. */
    void put(SpecificRecord given) {
        if (given instanceof Correction correction) {
            corrections.pipeInput(correction.getArticleId(), correction, correction.getObservedAt());
        } else if (given instanceof ArticleEvent event) {
            articles.pipeInput(event.getArticleId(), event, event.getObservedAt());
        }
        takeAll();
    }

    /** Declares, changes or removes a watch. */
    void put(WatchChange change) {
        watches.pipeInput(change.name(), change.watch(), change.at());
        takeAll();
    }

    private void takeAll() {
        for (String topic : driver.producedTopicNames()) {
            TestOutputTopic<byte[], byte[]> output = outputs.computeIfAbsent(
                    topic,
                    name -> driver.createOutputTopic(name, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
            for (TestRecord<byte[], byte[]> record : output.readRecordsToList()) {
                take(topic, record.value());
            }
        }
    }

    private void take(String topic, byte[] value) {
        if (topic.equals(topics.history.name())) {
            history.accept(entries.deserialize(topic, value));
        } else if (topic.equals(topics.deadLetters.name())) {
            deadLetters++;
        }
    }

    /** Events that went to the dead letters. */
    long deadLetters() {
        return deadLetters;
    }

    @Override
    public void close() {
        driver.close();
        events.close();
        corrected.close();
        watched.close();
        entries.close();
    }
}
