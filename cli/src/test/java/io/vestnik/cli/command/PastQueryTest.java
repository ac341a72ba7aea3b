/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.ExitCode;
import io.vestnik.cli.VestnikCli;
import io.vestnik.cli.broker.EmbeddedBroker;
import io.vestnik.cli.registry.EmbeddedRegistry;
import io.vestnik.consumer.ConsumerRunner;
import io.vestnik.consumer.VestnikConsumerConfig;
import io.vestnik.consumer.http.HttpConfig;
import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.CoverageMember;
import io.vestnik.schemas.avro.HistoryEntry;
import io.vestnik.schemas.avro.TopicKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** {@code vestnik query --as-of} to a consumer over a broker. */
class PastQueryTest {
    private static final Topics TOPICS = Topics.live();
    private static final Instant START = Instant.parse("2026-02-04T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path directory;

    private EmbeddedBroker broker;
    private EmbeddedRegistry registry;

    private record Answer(int status, String out, String err) {}

    @BeforeEach
    void startCluster() throws Exception {
        broker = EmbeddedBroker.start(directory.resolve("kafka"));
        registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0);
    }

    @AfterEach
    void stopCluster() {
        registry.close();
        broker.close();
    }

    @Test
    void shouldTellWhatWasKnownThenAndNothingThatWasNotCommitted() throws Exception {
        try (ConsumerRunner consumer = consumer("one", true)) {
            transaction("first", 0, true);
            transaction("never", 1, false);
            transaction("second", 2, true);
            await().atMost(PATIENCE).until(() -> title(consumer, 2).equals("second"));
            assertThat(title(consumer, 0)).isEqualTo("first");
            assertThat(title(consumer, 1)).isEqualTo("first");
            assertThat(title(consumer, -1)).isEqualTo("none");
            assertThat(query(consumer, 0, "stories", "--id", "s").out()).contains("first");
            Answer missing = query(consumer, -1, "stories", "--id", "s");
            assertThat(missing.status()).isEqualTo(ExitCode.FAILED.status());
            assertThat(missing.err()).contains("as of " + at(-1));
        }
        // What came while it was away is read behind what it has kept.
        transaction("third", 3, true);
        try (ConsumerRunner again = consumer("one", true)) {
            await().atMost(PATIENCE).until(again::ready);
            assertThat(title(again, 3)).isEqualTo("third");
            assertThat(title(again, 2)).isEqualTo("second");
        }
        try (ConsumerRunner without = consumer("two", false)) {
            await().atMost(PATIENCE).until(without::ready);
            Answer refused = query(without, 3, "stories");
            assertThat(refused.status()).isEqualTo(ExitCode.FAILED.status());
            assertThat(refused.err()).contains("as.of.enabled");
        }
    }

    private String title(ConsumerRunner consumer, int second) throws Exception {
        Answer answer = query(consumer, second, "stories", "--json");
        if (answer.status() != 0) {
            return answer.err();
        }
        return new ObjectMapper()
                .readTree(answer.out())
                .get("items")
                .path(0)
                .path("title")
                .asText("none");
    }

    private static Answer query(ConsumerRunner consumer, int second, String... args) {
        String[] all = new String[args.length + 5];
        all[0] = "query";
        System.arraycopy(args, 0, all, 1, args.length);
        all[args.length + 1] = "--url";
        all[args.length + 2] = "http://" + consumer.queryAddress();
        all[args.length + 3] = "--as-of";
        all[args.length + 4] = at(second).toString();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = VestnikCli.run(new PrintWriter(out), new PrintWriter(err), all);
        return new Answer(status, out.toString(), err.toString());
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }

    private ConsumerRunner consumer(String name, boolean past) {
        Map<String, Object> settings = new HashMap<>(addresses());
        settings.put(HttpConfig.QUERY_LISTEN_CONFIG, "127.0.0.1:0");
        settings.put(
                VestnikConsumerConfig.STATE_DIR_CONFIG, directory.resolve(name).toString());
        settings.put(VestnikConsumerConfig.AS_OF_ENABLED_CONFIG, past);
        settings.put(ApplicationSettings.REPLICATION_FACTOR, 1);
        return ConsumerRunner.start(new VestnikConsumerConfig(settings));
    }

    private Map<String, Object> addresses() {
        return Map.of("bootstrap.servers", broker.bootstrapServers(), "schema.registry.url", registry.url());
    }

    /** The history of a story that gets a title, in a transaction. */
    private void transaction(String title, int second, boolean committed) {
        Map<String, Object> settings = new HashMap<>(addresses());
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "history");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            send(
                    producer,
                    TOPICS.coverage,
                    "story:s",
                    at(second),
                    Coverage.newBuilder()
                            .setTopic("story:s")
                            .setKind(TopicKind.STORY)
                            .setName(title)
                            .setArticles(1)
                            .setOriginals(1)
                            .setCopies(0)
                            .setQuotes(0)
                            .setOutletCount(0)
                            .setFirstObservedAt(START)
                            .setFirstObservedIn("a")
                            .setLastObservedAt(START)
                            .build());
            send(
                    producer,
                    TOPICS.coverageMembers,
                    Keys.of("story:s", "a"),
                    at(second),
                    CoverageMember.newBuilder()
                            .setTopic("story:s")
                            .setArticleId("a")
                            .setStory("s")
                            .setFirstObservedAt(START)
                            .setQuotes(0)
                            .build());
            producer.flush();
            if (committed) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
    }

    private <V extends SpecificRecord> void send(
            KafkaProducer<String, byte[]> producer, Topic<V> table, String key, Instant knownAt, V row) {
        HistoryEntry entry = HistoryEntry.newBuilder()
                .setTable(table.baseName())
                .setRowKey(key)
                .setKnownAt(knownAt)
                .setRow(ByteBuffer.wrap(CanonicalAvro.body(row)))
                .setSchema$(CanonicalAvro.fingerprint(table.valueType()))
                .build();
        byte[] value = TOPICS.history.serde(addresses()).serializer().serialize(TOPICS.history.name(), entry);
        var unused = producer.send(new ProducerRecord<>(
                TOPICS.history.name(), null, knownAt.toEpochMilli(), Keys.of(table.baseName(), key), value));
    }
}
