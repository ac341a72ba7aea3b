/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.replay;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.pipeline.OffsetRange;
import io.vestnik.consumer.history.Pace;
import io.vestnik.producer.ArticleEvents;
import io.vestnik.producer.JsonLinesSource;
import io.vestnik.producer.ObservedAt;
import io.vestnik.producer.PublishListener;
import io.vestnik.producer.PublishReport;
import io.vestnik.producer.TextFileSource;
import io.vestnik.schemas.ErasureMark;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.TopicAdmin;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.ArticleEvent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReplayOfTopicTest {
    private static final Instant START = Instant.parse("2025-03-01T08:00:00Z");
    private static final int PARTITIONS = 3;

    @TempDir
    private static Path brokers;

    private static ReplayCluster cluster;
    private static int tests;

    @TempDir
    private Path directory;

    private Topics topics;
    private Path file;
    private final List<PublishReport.Refusal> refusals = new ArrayList<>();

    @BeforeAll
    static void startBroker() {
        cluster = ReplayCluster.embedded(brokers.resolve("kafka"));
    }

    @AfterAll
    static void stopBroker() {
        cluster.close();
    }

    @BeforeEach
    void makeTopic() throws Exception {
        topics = new Topics("test" + tests++ + ".");
        file = directory.resolve("corpus.jsonl");
        try (Admin admin = Admin.create(cluster.settings())) {
            TopicAdmin.ensure(admin, List.of(topics.articles), PARTITIONS, (short) -1);
        }
        publish(0, 12);
    }

    @Test
    void shouldGiveTheTablesOfAFileOfTheSameArticles() throws Exception {
        Manifest fromTopic = run("topic", topic(), null);
        Manifest fromFile = run("file", file.toString(), null);

        assertThat(fromTopic.tables()).isEqualTo(fromFile.tables());
        assertThat(fromTopic.corpus().digest()).isEqualTo(fromFile.corpus().digest());
        assertThat(fromTopic.corpus().offsets())
                .hasSize(PARTITIONS)
                .allSatisfy((partition, range) -> assertThat(range.from()).isZero());
        assertThat(fromTopic.corpus().offsets().values().stream()
                        .mapToLong(OffsetRange::to)
                        .sum())
                .isEqualTo(12);
        assertThat(fromTopic.corpus().schemaIds()).hasSize(1);
        assertThat(fromFile.corpus().offsets()).isNull();
        try (Admin admin = Admin.create(cluster.settings())) {
            assertThat(admin.listGroups().all().get()).isEmpty();
        }
    }

    @Test
    void shouldBeMadeAgainFromTheSameOffsetsWhateverHasComeSince() throws Exception {
        Manifest first = run("first", topic(), null);
        publish(12, 20);

        assertThat(first.differences(run("again", topic(), first))).isEmpty();
        assertThat(run("more", topic(), null).corpus().events()).isEqualTo(20);
    }

    @Test
    void shouldGoOnWithTheOffsetsThatItBeganWith() throws Exception {
        Manifest whole = run("whole", topic(), null);
        ReplayRequest request = ReplayRequest.of(topic());
        assertThat(replay("stopped", request, new Listener("read", 4)).run()).isNull();
        publish(12, 20);
        assertThat(replay("stopped", request, new Listener("replay", 5)).resume())
                .isNull();
        Manifest resumed = replay("stopped", request, new Listener("none", 0)).resume();

        assertThat(resumed).isNotNull();
        assertThat(whole.differences(resumed)).isEmpty();
    }

    @Test
    void shouldRefuseToGoOnOrBeginAgainWhenOffsetsHaveExpired() throws Exception {
        Manifest whole = run("whole", topic(), null);
        ReplayRequest request = ReplayRequest.of(topic());
        assertThat(replay("stopped", request, new Listener("replay", 5)).run()).isNull();
        int partition = whole.corpus().offsets().entrySet().stream()
                .filter(range -> range.getValue().to() > 1)
                .findFirst()
                .orElseThrow()
                .getKey();
        try (Admin admin = Admin.create(cluster.settings())) {
            admin.deleteRecords(Map.of(
                            new TopicPartition(topics.articles.name(), partition), RecordsToDelete.beforeOffset(1)))
                    .all()
                    .get();
        }

        assertThatThrownBy(() ->
                        replay("stopped", request, new Listener("none", 0)).resume())
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("offsets have expired");
        assertThat(of("stopped").isBegun()).isTrue();
        assertThatThrownBy(() -> run("again", topic(), whole))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(topics.articles.name() + "-" + partition);
        assertThat(of("again").isBegun() || of("again").isDone()).isFalse();
    }

    @Test
    void shouldTellOfRecordsThatAreNoArticleEvents() throws Exception {
        Manifest clean = run("clean", topic(), null);
        String name = topics.articles.name();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(cluster.settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            byte[] key = "somebody".getBytes(UTF_8);
            for (byte[] value : new byte[][] {{1, 2, 3}, null, aValue()}) {
                producer.send(new ProducerRecord<>(name, 0, START.toEpochMilli(), key, value, List.of()))
                        .get();
            }
            // This one tells that an article was erased.
            producer.send(new ProducerRecord<>(name, 0, START.toEpochMilli(), key, null, ErasureMark.write()))
                    .get();
        }

        Manifest poisoned = run("poisoned", topic(), null);
        assertThat(poisoned.tables()).isEqualTo(clean.tables());
        assertThat(poisoned.corpus().refused()).isEqualTo(3);
        assertThat(refusals)
                .extracting(PublishReport.Refusal::reason)
                .extracting(Enum::name)
                .containsExactly("UNREADABLE", "EMPTY", "BAD_FIELD");
        assertThat(refusals.get(0).place()).startsWith(name + "-0@");
        assertThat(refusals.get(2).message()).contains("somebody");
    }

    @Test
    void shouldTellOfATopicThatIsNotThereAndOfAClusterThatIsNotNamed() {
        assertThatThrownBy(() -> run("none", "topic:absent", null))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("no topic absent");
        assertThatThrownBy(() -> new Replay(
                                ReplayRequest.of(topic()),
                                of("none"),
                                null,
                                Pace.UNLIMITED,
                                new Listener("none", 0),
                                refusals())
                        .run())
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("--bootstrap");
        assertThat(of("none").isBegun()).isFalse();
    }

    /** Stops the run in a phase after so many events. */
    private static final class Listener implements ReplayListener {
        private final String phase;
        private final long until;
        private boolean counts;
        private boolean stopped;

        Listener(String phase, long until) {
            this.phase = phase;
            this.until = until;
        }

        @Override
        public void phase(String name, long events) {
            counts = name.equals(phase);
        }

        @Override
        public void done(long events) {
            stopped |= counts && events >= until;
        }

        @Override
        public boolean isStopped() {
            return stopped;
        }
    }

    private String topic() {
        return "topic:" + topics.articles.name();
    }

    private byte[] aValue() throws Exception {
        List<ArticleEvent> events = new ArrayList<>();
        read(List.of(line(99)), events);
        Topic<ArticleEvent> topic = topics.articles;
        try (Serde<ArticleEvent> serde = topic.serde(cluster.settings())) {
            return serde.serializer().serialize(topic.name(), events.get(0));
        }
    }

    /** Puts articles of some numbers on the topic, and writes all up to there into the file. */
    private void publish(int from, int to) throws Exception {
        List<ArticleEvent> events = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < to; i++) {
            lines.add(line(i));
        }
        Files.write(file, lines);
        read(lines.subList(from, to), events);
        try (Serde<ArticleEvent> serde = topics.articles.serde(cluster.settings());
                KafkaProducer<String, ArticleEvent> producer =
                        new KafkaProducer<>(cluster.settings(), new StringSerializer(), serde.serializer())) {
            for (ArticleEvent event : events) {
                producer.send(new ProducerRecord<>(
                                topics.articles.name(),
                                null,
                                event.getObservedAt().toEpochMilli(),
                                event.getArticleId(),
                                event))
                        .get();
            }
        }
    }

    private static void read(List<String> lines, List<ArticleEvent> events) throws Exception {
        byte[] bytes = String.join("\n", lines).getBytes(UTF_8);
        ArticleEvents.read(
                new JsonLinesSource(
                        new ByteArrayInputStream(bytes), "test", ZoneOffset.UTC, TextFileSource.DEFAULT_MAX_BYTES),
                ObservedAt.assumed(),
                Clock.systemUTC(),
                events::add,
                PublishListener.NONE);
    }

    private static String line(int number) {
        return "{\"id\":\"article-" + number % 15 + "\",\"observedAt\":\"" + START.plusSeconds(number)
                + "\",\"text\":\"Губернатор области Иван Петров открыл мост через реку. «Мы построили этот мост за четыре"
                + " года вместо пяти», — сказал Иван Петров. Строительство обошлось в " + number % 4 + " миллиарда.\"}";
    }

    private RunDirectory of(String id) {
        return new RunDirectory(directory.resolve("runs"), RunId.of(id));
    }

    private PublishListener refusals() {
        return new PublishListener() {
            @Override
            public void refused(PublishReport.Refusal refusal) {
                refusals.add(refusal);
            }
        };
    }

    private Replay replay(String id, ReplayRequest request, ReplayListener listener) {
        return new Replay(request, of(id), cluster.settings(), Pace.UNLIMITED, listener, refusals());
    }

    private Manifest run(String id, String corpus, @Nullable Manifest again) throws Exception {
        Replay replay = replay(id, ReplayRequest.of(corpus), new Listener("none", 0));
        Manifest manifest = again == null ? replay.run() : replay.again(again);
        assertThat(manifest).isNotNull();
        return manifest;
    }
}
