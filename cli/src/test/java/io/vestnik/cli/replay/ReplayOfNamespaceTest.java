/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.replay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.correct.CorrectionLines;
import io.vestnik.cli.watch.Watches;
import io.vestnik.consumer.history.Pace;
import io.vestnik.consumer.history.TablesAsOf;
import io.vestnik.producer.ArticleEvents;
import io.vestnik.producer.JsonLinesSource;
import io.vestnik.producer.ObservedAt;
import io.vestnik.producer.PublishListener;
import io.vestnik.producer.PublishReport;
import io.vestnik.producer.TextFileSource;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.TopicAdmin;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.Correction;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.Watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A topic as corpus brings what was declared and said beside it: its namespace's watches and corrections, each in its time. */
class ReplayOfNamespaceTest {
    private static final Instant START = Instant.parse("2025-03-01T08:00:00Z");
    private static final int PARTITIONS = 2;
    private static final int LINES = 8;
    private static final String BRIDGE = "мост";

    @TempDir
    private static Path brokers;

    private static ReplayCluster cluster;
    private static int tests;

    @TempDir
    private Path directory;

    private Topics topics;
    private Path articles;
    private Path corrections;
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
    void makeNamespace() throws Exception {
        topics = new Topics("test" + tests++ + ".");
        try (Admin admin = Admin.create(cluster.settings())) {
            TopicAdmin.ensure(
                    admin, List.of(topics.articles, topics.corrections, topics.watches), PARTITIONS, (short) -1);
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            lines.add("{\"id\":\"" + "abcd".charAt(i % 4) + "\",\"observedAt\":\"" + at(i)
                    + "\",\"text\":\"Губернатор области Иван Петров открыл новый мост через реку Вятку. Строительство"
                    + " заняло четыре года и обошлось бюджету в 12 миллиардов рублей. Паромную переправу закроют в"
                    + " понедельник. " + i + "\"}");
        }
        articles = Files.write(directory.resolve("articles.jsonl"), lines);
        List<ArticleEvent> events = new ArrayList<>();
        byte[] bytes = Files.readAllBytes(articles);
        ArticleEvents.read(
                new JsonLinesSource(
                        new ByteArrayInputStream(bytes), "test", ZoneOffset.UTC, TextFileSource.DEFAULT_MAX_BYTES),
                ObservedAt.assumed(),
                Clock.systemUTC(),
                events::add,
                PublishListener.NONE);
        for (ArticleEvent event : events) {
            send(topics.articles, event.getArticleId(), event, event.getObservedAt());
        }
        corrections = Files.write(
                directory.resolve("corrections.jsonl"),
                List.of("{\"kind\":\"OTHER_STORY\",\"articleId\":\"a\",\"otherArticleId\":\"b\",\"observedAt\":\""
                        + at(5) + "\"}"));
        correct();
    }

    private void correct() throws Exception {
        for (Correction correction : CorrectionLines.read(corrections.toString())) {
            send(topics.corrections, correction.getArticleId(), correction, correction.getObservedAt());
        }
    }

    private static Instant at(int line) {
        return START.plusSeconds(600L * line);
    }

    /** Between two articles. */
    private static Instant after(int line) {
        return at(line).plusSeconds(300);
    }

    private void declare(String name, @Nullable String expression, Instant at) {
        Map<String, @Nullable Watch> change = new TreeMap<>();
        change.put(name, new WatchChange(at, name, expression).watch());
        new Watches(cluster.settings(), topics).write(change, at);
    }

    @Test
    void shouldKnowAWatchFromItsDeclarationToItsRemoval() throws Exception {
        declare("bridge", BRIDGE, after(1));
        declare("gone", BRIDGE, after(1));
        declare("other", "поезд", after(1));
        declare("bridge", BRIDGE, after(2));
        declare("other", BRIDGE, after(4));
        declare("gone", null, after(5));
        declare("late", BRIDGE, after(LINES));

        Manifest run = run("live", request(topic(), Map.of(), null), null);

        assertThat(run.deadLetters()).isZero();
        assertThat(Objects.requireNonNull(run.corpus().watches()).changes())
                .containsExactly(
                        new WatchChange(after(1), "bridge", BRIDGE),
                        new WatchChange(after(1), "gone", BRIDGE),
                        new WatchChange(after(1), "other", "поезд"),
                        new WatchChange(after(4), "other", BRIDGE),
                        new WatchChange(after(5), "gone", null),
                        new WatchChange(after(LINES), "late", BRIDGE));
        assertThat(covered("live", "bridge", after(1).minusMillis(1))).isZero();
        assertThat(covered("live", "bridge", after(1))).isEqualTo(2);
        assertThat(covered("live", "bridge", at(3))).isEqualTo(4);
        assertThat(covered("live", "other", after(4).minusMillis(1))).isZero();
        assertThat(covered("live", "other", after(4))).isEqualTo(4);
        assertThat(covered("live", "gone", after(5).minusMillis(1))).isEqualTo(4);
        assertThat(covered("live", "gone", after(5))).isZero();
        assertThat(covered("live", "late", after(LINES).minusMillis(1))).isZero();
        assertThat(covered("live", "late", after(LINES))).isEqualTo(4);

        // In the end it is all one whatever was known when.
        Manifest file = run(
                "file",
                request(articles.toString(), Map.of("bridge", BRIDGE, "other", BRIDGE, "late", BRIDGE), corrections),
                null);
        assertThat(run.tables()).isEqualTo(file.tables());
        assertThat(asOf("live", at(1))).isNotEqualTo(asOf("file", at(1)));
    }

    @Test
    void shouldTakeAGivenWatchForThatOfTheSameName() throws Exception {
        declare("bridge", "поезд", after(1));

        Manifest run = run("given", request(topic(), Map.of("bridge", BRIDGE), null), null);
        assertThat(run.corpus().watches()).isNull();
        assertThat(covered("given", "bridge", at(0))).isEqualTo(1);
    }

    @Test
    void shouldBeMadeAgainWithWhatStoodThere() throws Exception {
        Manifest none = run("none", request(topic(), Map.of(), null), null);
        declare("bridge", BRIDGE, after(3));
        Manifest first = run("first", request(topic(), Map.of(), null), null);
        declare("bridge", "поезд", after(4));
        declare("other", BRIDGE, after(5));
        Files.writeString(
                corrections,
                "{\"kind\":\"NOT_A_COPY\",\"articleId\":\"c\",\"otherArticleId\":\"a\",\"observedAt\":\"" + at(6)
                        + "\"}\n");
        correct();

        assertThat(first.differences(run("firstAgain", request(topic(), Map.of(), null), first)))
                .isEmpty();
        assertThat(none.differences(run("noneAgain", request(topic(), Map.of(), null), none)))
                .isEmpty();
        Manifest now = run("now", request(topic(), Map.of(), null), null);
        assertThat(first.differences(now)).anyMatch(line -> line.startsWith("corpus.watches.changes"));
        assertThat(now.tables().digest()).isNotEqualTo(first.tables().digest());
    }

    @Test
    void shouldTellOfWatchesThatAreNone() throws Exception {
        declare("bridge", BRIDGE, after(1));
        declare("bridge", "(((", after(3));
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(cluster.settings(), new ByteArraySerializer(), new ByteArraySerializer())) {
            byte[] value = {1, 2, 3};
            producer.send(new ProducerRecord<>(
                            topics.watches.name(), 0, after(2).toEpochMilli(), "scrap".getBytes(UTF_8), value))
                    .get();
        }

        Manifest run = run("poisoned", request(topic(), Map.of(), null), null);
        assertThat(Objects.requireNonNull(run.corpus().watches()).refused()).isEqualTo(2);
        assertThat(refusals)
                .extracting(refusal -> refusal.reason().name())
                .containsExactlyInAnyOrder("BAD_FIELD", "UNREADABLE");
        assertThat(refusals).allMatch(refusal -> refusal.place().startsWith(topics.watches.name() + "-"));
        // As for the pipeline: there is no watch of the name then.
        assertThat(covered("poisoned", "bridge", at(3))).isEqualTo(4);
        assertThat(covered("poisoned", "bridge", after(3))).isZero();
    }

    @Test
    void shouldGiveTheSameOnAClusterAndInAnotherOrder() throws Exception {
        declare("bridge", BRIDGE, after(1));
        declare("gone", BRIDGE, after(1));
        declare("gone", null, after(5));

        Manifest driver = run("driver", request(topic(), Map.of(), null), null);
        ReplayRequest request = new ReplayRequest(
                topic(),
                "UTC",
                null,
                null,
                null,
                ReplayRequest.Engine.CLUSTER,
                PARTITIONS,
                2,
                5L,
                Map.of(),
                Map.of(),
                Map.of(),
                null);
        Manifest run = run("cluster", request, null);

        assertThat(run.tables()).isEqualTo(driver.tables());
        assertThat(run.corpus()).isEqualTo(driver.corpus());
        assertThat(asOf("cluster", at(2))).isEqualTo(asOf("driver", at(2)));
    }

    private String topic() {
        return "topic:" + topics.articles.name();
    }

    private static ReplayRequest request(String corpus, Map<String, String> watches, @Nullable Path corrected) {
        return new ReplayRequest(
                corpus,
                "UTC",
                null,
                null,
                null,
                ReplayRequest.Engine.DRIVER,
                1,
                1,
                null,
                Map.of(),
                Map.of(),
                watches,
                corrected == null ? null : corrected.toString());
    }

    /** How many articles are for a watch as far as is known at a time. */
    private int covered(String run, String watch, Instant time) throws IOException {
        Coverage coverage =
                TablesAsOf.read(of(run).history(), time).rows(topics.coverage).get("watch:" + watch);
        return coverage == null ? 0 : coverage.getArticles();
    }

    private String asOf(String run, Instant time) throws IOException {
        return TablesAsOf.read(of(run).history(), time).digest().total();
    }

    private RunDirectory of(String id) {
        return new RunDirectory(directory.resolve("runs"), RunId.of(id));
    }

    private Manifest run(String id, ReplayRequest request, @Nullable Manifest again) throws Exception {
        PublishListener listener = new PublishListener() {
            @Override
            public void refused(PublishReport.Refusal refusal) {
                refusals.add(refusal);
            }
        };
        Replay replay = new Replay(request, of(id), cluster.settings(), Pace.UNLIMITED, ReplayListener.NONE, listener);
        Manifest manifest = again == null ? replay.run() : replay.again(again);
        assertThat(manifest).isNotNull();
        return manifest;
    }

    private static <V extends SpecificRecord> void send(Topic<V> topic, String key, V value, Instant at)
            throws Exception {
        try (Serde<V> serde = topic.serde(cluster.settings());
                KafkaProducer<String, V> producer =
                        new KafkaProducer<>(cluster.settings(), new StringSerializer(), serde.serializer())) {
            producer.send(new ProducerRecord<>(topic.name(), null, at.toEpochMilli(), key, value))
                    .get();
        }
    }
}
