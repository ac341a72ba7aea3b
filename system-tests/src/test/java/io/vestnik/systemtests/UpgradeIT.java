/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.ExitCode;
import io.vestnik.cli.replay.RunDiff;
import io.vestnik.cli.upgrade.Upgrade;
import io.vestnik.cli.upgrade.UpgradeListener;
import io.vestnik.cli.upgrade.Upgrades;
import io.vestnik.consumer.ConsumerRunner;
import io.vestnik.consumer.VestnikConsumerConfig;
import io.vestnik.consumer.http.HttpConfig;
import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.streams.StreamsRunner;
import io.vestnik.streams.admission.NotAdmittedException;
import io.vestnik.streams.config.VestnikStreamsConfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * Another application takes the place of the live one while articles go on arriving. Who reads the live topics sees an
 * ordinary update, and afterwards the tables that the new application would have had from the first article on.
 */
@Timeout(900)
class UpgradeIT {
    private static final int PARTITIONS = 2;
    private static final int ARTICLES = 420;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Instant START = Instant.parse("2025-01-10T00:00:00Z");
    /** Of reports that come five minutes apart, those of one event fall apart into several stories. */
    @RegisterExtension
    static final Cluster cluster = Cluster.ofClass();

    @TempDir
    static Path data;

    private static UpgradeFixture fixture;
    private static List<CorpusGenerator.Article> corpus;
    private static Map<String, String> expected;
    private static Newsroom fresh;

    @BeforeAll
    static void runFresh() throws Exception {
        fixture = new UpgradeFixture(cluster, data);
        corpus = new CorpusGenerator(4, START).make(ARTICLES);
        fresh = new Newsroom(cluster, "fresh", PARTITIONS);
        fresh.publish(News.lines(corpus));
        fresh.start(data.resolve("fresh"), UpgradeFixture.NARROW).settle(LIMIT);
        fresh.stop();
        expected = fresh.digests();
    }

    @Test
    void shouldPutAnotherApplicationInThePlaceOfTheLiveOne() throws Exception {
        Newsroom room = new Newsroom(cluster, "live", PARTITIONS);
        List<CorpusGenerator.Article> inTime = new ArrayList<>(corpus);
        List<CorpusGenerator.Article> late =
                corpus.stream().filter(article -> article.id().endsWith("5-1")).toList();
        inTime.removeAll(late);
        List<List<CorpusGenerator.Article>> parts = parts(inTime, 7);
        poison(room, "before");
        room.publish(News.lines(parts.get(0)));
        room.start(data.resolve("live")).settle(LIMIT);
        Map<String, Object> target = fixture.target(room, "narrow");

        try (ConsumerRunner consumer = ConsumerRunner.start(consumer(room))) {
            UpgradeSteps listener = new UpgradeSteps(step -> {
                switch (step) {
                    case BEGUN -> room.publish(News.lines(parts.get(1)));
                    case BUILT -> {
                        // Stopped at once: some of what it has read is still on its way through it.
                        room.publish(News.lines(parts.get(2)));
                        room.stop();
                        poison(room, "between");
                    }
                    case SWITCHING -> room.publish(News.lines(parts.get(3)));
                    case CAUGHT_UP -> room.publish(News.lines(parts.get(4)));
                    case WRITTEN -> room.publish(News.lines(parts.get(5)));
                    default -> {
                        return;
                    }
                }
            });
            try (Upgrades upgrades = new Upgrades(cluster.settings(), room.config(data.resolve("narrow"), target))) {
                Upgrade upgrade = upgrades.open(room.applicationId(), listener);
                RunDiff diff = upgrade.build(3);
                assertThat(diff.isEqual()).isFalse();
                assertThat(diff.changes().storiesSplit()).isPositive();
                assertThat(upgrade.switchOver(LIMIT).rows()).isPositive();
            }
            fixture.assertNothingIsLeft(room, "narrow");

            room.publish(News.lines(parts.get(6)));
            try (StreamsRunner runner = new StreamsRunner(room.config(data.resolve("narrow"), target))) {
                runner.start();
                fixture.settle(room, fixture.id(room, "narrow"), runner);
                poison(room, "after");
                // Observed before the switch, but they come after: what they change was not known before it.
                room.publish(News.lines(late));
                fixture.settle(room, fixture.id(room, "narrow"), runner);
            }
            assertThat(room.digests()).isEqualTo(expected);
            told(room).assertNoEqualRowIsSentAgain();
            told(room).assertHistoryEndsWithTheTables();
            told(room).assertStoriesAddUp();
            assertThat(told(room).origins()).as("dead letters").hasSize(3).doesNotHaveDuplicates();
            assertViewsAreThoseOfAFreshRun(room, consumer);
        }
        assertOthersAreRefused(room, target);
    }

    @Test
    void shouldComeToTheSameEndHoweverOftenItIsKilled() throws Exception {
        Newsroom room = new Newsroom(cluster, "killed", PARTITIONS);
        room.publish(News.lines(corpus.subList(0, ARTICLES / 2)));
        room.start(data.resolve("killed")).settle(LIMIT);
        Map<String, Object> target = fixture.target(room, "narrow");
        Set<UpgradeListener.Step> killedAt = EnumSet.noneOf(UpgradeListener.Step.class);
        UpgradeSteps listener = new UpgradeSteps(step -> {
            if (killedAt.add(step)) {
                throw new Killed(step);
            }
        });
        int runs = 0;
        boolean done = false;
        while (!done) {
            runs++;
            // Left open as a killed process leaves it; the next one has to cope with that.
            Upgrades upgrades =
                    new Upgrades(cluster.settings(), room.config(data.resolve("killed-" + runs % 2), target));
            try {
                Upgrade upgrade = upgrades.open(room.applicationId(), listener);
                if (!upgrade.isSwitching()) {
                    upgrade.build(1);
                    room.stop();
                }
                upgrade.switchOver(LIMIT);
                done = true;
                upgrades.close();
            } catch (Killed e) {
                assertThat(e).hasMessage(String.valueOf(e.step));
            }
        }
        assertThat(killedAt).containsExactlyInAnyOrder(UpgradeListener.Step.values());
        assertThat(runs).isEqualTo(UpgradeListener.Step.values().length + 1);
        fixture.assertNothingIsLeft(room, "narrow");
        told(room).assertNoEqualRowIsSentAgain();

        room.publish(News.lines(corpus.subList(ARTICLES / 2, ARTICLES)));
        try (StreamsRunner runner = new StreamsRunner(room.config(data.resolve("killed-0"), target))) {
            runner.start();
            fixture.settle(room, fixture.id(room, "narrow"), runner);
        }
        assertThat(room.digests()).isEqualTo(expected);
        told(room).assertNoEqualRowIsSentAgain();
        told(room).assertHistoryEndsWithTheTables();
        told(room).assertStoriesAddUp();
    }

    @Test
    void shouldKeepOutAnInstanceThatWasTakenForDead() throws Exception {
        Newsroom room = new Newsroom(cluster, "frozen", PARTITIONS);
        Map<String, Object> target = fixture.target(room, "narrow");
        try (VestnikProcess old = room.startProcess(data, "frozen")) {
            room.publish(News.lines(corpus.subList(0, ARTICLES / 2)));
            room.settle(LIMIT, old::alive);
            old.freeze();
            room.publish(News.lines(corpus.subList(ARTICLES / 2, ARTICLES)));
            UpgradeSteps listener = new UpgradeSteps(step -> {
                if (step == UpgradeListener.Step.SWITCHED) {
                    // All that it has is still there, so that it could go on as if nothing had happened.
                    old.thaw();
                    assertThat(old.await(LIMIT)).as(old.tail()).isEqualTo(ExitCode.FAILED.status());
                }
            });
            VestnikStreamsConfig config = room.config(data.resolve("frozen-new"), target);
            try (Upgrades upgrades = new Upgrades(cluster.settings(), config)) {
                Upgrade upgrade = upgrades.open(room.applicationId(), listener);
                upgrade.build(1);
                upgrade.switchOver(LIMIT);
            }
            assertThat(old.tail()).contains("vestnik-frozen-narrow, which has taken the place of vestnik-frozen");
        }
        assertThat(room.digests()).isEqualTo(expected);
        told(room).assertNoEqualRowIsSentAgain();
    }

    private static List<List<CorpusGenerator.Article>> parts(List<CorpusGenerator.Article> articles, int count) {
        List<List<CorpusGenerator.Article>> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(articles.subList(articles.size() * i / count, articles.size() * (i + 1) / count));
        }
        return parts;
    }

    private static void poison(Newsroom room, String key) throws Exception {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(cluster.settings(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            room.topics().articles.name(),
                            null,
                            START.toEpochMilli(),
                            key,
                            "not framed".getBytes(StandardCharsets.UTF_8)))
                    .get(30, TimeUnit.SECONDS);
        }
    }

    /** Dies as a process that is killed: it cleans nothing up. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final UpgradeListener.Step step;

        Killed(UpgradeListener.Step step) {
            super(step.name());
            this.step = step;
        }
    }

    private static ToldTables told(Newsroom room) {
        return new ToldTables(room, cluster.settings());
    }

    private static VestnikConsumerConfig consumer(Newsroom room) throws Exception {
        Map<String, Object> settings = cluster.settings();
        settings.put(ApplicationSettings.APPLICATION_ID, "consumer-" + room.applicationId());
        settings.put(VestnikConsumerConfig.TOPIC_NAMESPACE_CONFIG, room.topics().namespace());
        settings.put(
                VestnikConsumerConfig.STATE_DIR_CONFIG,
                Files.createTempDirectory(data, "consumer").toString());
        settings.put(ApplicationSettings.REPLICATION_FACTOR, 1);
        settings.put(ApplicationSettings.STANDBYS, 0);
        settings.put(HttpConfig.QUERY_LISTEN_CONFIG, "127.0.0.1:0");
        return new VestnikConsumerConfig(settings);
    }

    private static void assertViewsAreThoseOfAFreshRun(Newsroom room, ConsumerRunner consumer) throws Exception {
        try (ConsumerRunner other = ConsumerRunner.start(consumer(fresh))) {
            await("the views are those of a fresh run").atMost(LIMIT).untilAsserted(() -> {
                assertThat(consumer.fault()).isNull();
                assertThat(other.fault()).isNull();
                assertThat(told(room).views())
                        .isNotEmpty()
                        .isEqualTo(told(fresh).views());
            });
        }
    }

    private static void assertOthersAreRefused(Newsroom room, Map<String, Object> target) {
        assertThatThrownBy(() -> new StreamsRunner(room.config(data.resolve("late"), Map.of())).start())
                .isInstanceOf(NotAdmittedException.class)
                .hasMessageContaining("vestnik-live-narrow, which has taken the place of vestnik-live")
                .hasMessageContaining("--set desk.window.ms=600000");
        Map<String, Object> wide = new TreeMap<>(target);
        wide.remove("desk.window.ms");
        assertThatThrownBy(() -> new StreamsRunner(room.config(data.resolve("late"), wide)).start())
                .isInstanceOf(NotAdmittedException.class)
                .hasMessageContaining("desk.window.ms is 604800000 here and was 600000");
    }
}
