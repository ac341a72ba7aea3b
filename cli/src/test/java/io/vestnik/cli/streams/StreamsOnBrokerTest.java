/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.streams;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.broker.EmbeddedBroker;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.ArticleContent;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.ArticleEventKind;
import io.vestnik.schemas.avro.ObservedAtBasis;
import io.vestnik.schemas.avro.Outlet;
import io.vestnik.schemas.serde.AvroSerde;
import io.vestnik.streams.StreamsRunner;
import io.vestnik.streams.config.VestnikStreamsConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The topology against a real broker: topics, transactions, a restart, dead letters. */
class StreamsOnBrokerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String REGISTRY = "mock://streams-on-broker";

    @TempDir
    static Path data;

    private static EmbeddedBroker broker;

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(data.resolve("broker"), 0, Map.of());
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    private static VestnikStreamsConfig config(Topics topics) {
        return new VestnikStreamsConfig(Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "schema.registry.url",
                REGISTRY,
                "application.id",
                "test-" + topics.namespace().replace('.', '-'),
                "vestnik.namespace",
                topics.namespace(),
                "state.dir",
                data.resolve("state").toString(),
                "replication.factor",
                "1"));
    }

    private static ArticleEvent version(String id, int hour, String text) {
        return ArticleEvent.newBuilder()
                .setArticleId(id)
                .setKind(ArticleEventKind.VERSION)
                .setObservedAt(Instant.parse("2010-05-01T00:00:00Z").plusSeconds(hour * 3600L))
                .setObservedAtBasis(ObservedAtBasis.GIVEN)
                .setContentHash(Integer.toHexString(text.hashCode()))
                .setContent(ArticleContent.newBuilder()
                        .setText(text)
                        .setTitle("Title")
                        .setOutlet(Outlet.newBuilder()
                                .setName("The Paper")
                                .setBasis("field")
                                .build())
                        .setLanguage("ru")
                        .build())
                .setOrigin("jsonl")
                .build();
    }

    private static void publish(Topics topics, byte[] poison, List<ArticleEvent> events) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var unusedPoison = producer.send(new ProducerRecord<>(topics.articles.name(), "poison", poison));
            AvroSerde<ArticleEvent> serde = AvroSerde.of(ArticleEvent.class, Map.of("schema.registry.url", REGISTRY));
            for (ArticleEvent event : events) {
                var unused = producer.send(new ProducerRecord<>(
                        topics.articles.name(),
                        null,
                        event.getObservedAt().toEpochMilli(),
                        event.getArticleId(),
                        serde.serializer().serialize(topics.articles.name(), event)));
            }
        }
    }

    /** Live rows of a topic as a reader of committed records sees them. */
    private static Map<String, byte[]> rows(Topic<?> topic) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", broker.bootstrapServers());
        settings.put("isolation.level", "read_committed");
        Map<String, byte[]> rows = new TreeMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    String key = new String(record.key(), StandardCharsets.UTF_8);
                    if (record.value() == null) {
                        rows.remove(key);
                    } else {
                        rows.put(key, record.value());
                    }
                }
            }
        }
        return rows;
    }

    @Test
    void shouldRunOverABrokerSurviveARestartAndSendPoisonToTheDeadLetters() throws InterruptedException {
        Topics topics = new Topics("replay.restart.");
        StreamsRunner runner = new StreamsRunner(config(topics));
        try (runner) {
            runner.start();
            assertThat(runner.awaitRunning(PATIENCE)).isTrue();
            publish(topics, new byte[] {9}, List.of(version("a", 1, "Раз."), version("b", 2, "Два.")));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(rows(topics.coverageMembers).keySet())
                            .contains("outlet:The Paper|a", "outlet:The Paper|b"));
        }
        assertThat(runner.await()).isEqualTo(StreamsRunner.Outcome.STOPPED);
        assertThat(rows(topics.deadLetters)).hasSize(1);

        try (StreamsRunner again = new StreamsRunner(config(topics))) {
            again.start();
            publish(topics, new byte[] {9}, List.of(version("c", 3, "Три.")));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(rows(topics.coverageMembers).keySet())
                            .contains("outlet:The Paper|a", "outlet:The Paper|b", "outlet:The Paper|c"));
            assertThat(again.failure()).isEmpty();
        }
    }

    @Test
    void shouldRestoreStateThatWasAwayForLongerThanTombstonesStay() throws Exception {
        Topics topics = new Topics("replay.away.");
        run(topics, "a");
        String applicationId = "test-" + topics.namespace().replace('.', '-');
        Path whole = data.resolve("state").resolve(applicationId + ".whole");
        Path kept;
        try (Stream<Path> files = Files.list(data.resolve("state").resolve(applicationId))) {
            kept = files.filter(Files::isDirectory)
                    .sorted()
                    .findFirst()
                    .orElseThrow()
                    .resolve("kept");
        }
        Files.writeString(kept, "state of a task");
        assertThat(Instant.parse(Files.readString(whole))).isAfter(Instant.now().minusSeconds(60));

        run(topics, "b");
        assertThat(kept).as("state that was away for a moment").exists();

        Files.writeString(whole, Instant.now().minus(Duration.ofHours(13)).toString());
        run(topics, "c");
        assertThat(kept)
                .as("state that was away for more than half of 24 hours")
                .doesNotExist();
        assertThat(rows(topics.coverageMembers).keySet())
                .contains("outlet:The Paper|a", "outlet:The Paper|b", "outlet:The Paper|c");
        assertThat(Instant.parse(Files.readString(whole))).isAfter(Instant.now().minusSeconds(60));
    }

    /** Runs the topology until an article is covered. */
    private static void run(Topics topics, String articleId) throws InterruptedException {
        try (StreamsRunner runner = new StreamsRunner(config(topics))) {
            runner.start();
            assertThat(runner.awaitRunning(PATIENCE)).isTrue();
            publish(topics, new byte[] {9}, List.of(version(articleId, 1, "Раз " + articleId + ".")));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(rows(topics.coverageMembers).keySet())
                            .contains("outlet:The Paper|" + articleId));
        }
    }
}
