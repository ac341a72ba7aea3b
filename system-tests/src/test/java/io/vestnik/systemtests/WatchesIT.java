/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.pipeline.Quiescence;
import io.vestnik.cli.replay.Manifest;
import io.vestnik.cli.replay.Replay;
import io.vestnik.cli.replay.ReplayListener;
import io.vestnik.cli.replay.ReplayRequest;
import io.vestnik.cli.replay.RunDirectory;
import io.vestnik.cli.replay.RunId;
import io.vestnik.cli.watch.Watches;
import io.vestnik.consumer.history.Pace;
import io.vestnik.consumer.history.TablesAsOf;
import io.vestnik.producer.PublishListener;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.HistoryEntry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Watches over a broker: one that is declared late covers what one that was there first does, kills or not. */
@Timeout(900)
class WatchesIT {
    private static final int ARTICLES = 1_500;
    private static final int FEW = 60;
    private static final int PARTITIONS = 2;
    private static final Duration LIMIT = Duration.ofMinutes(8);

    @RegisterExtension
    static final Cluster cluster = Cluster.ofClass();

    @TempDir
    static Path data;

    private static List<CorpusGenerator.Article> corpus;
    private static Map<String, String> expressions;

    @BeforeAll
    static void start() {
        corpus = new CorpusGenerator(9, Instant.parse("2025-01-10T00:00:00Z")).make(ARTICLES);
        String speaker = corpus.stream()
                .flatMap(article -> article.truth().said().stream())
                .findFirst()
                .orElseThrow()
                .speaker();
        expressions =
                new TreeMap<>(Map.of("everything", "NOT language:xx", "one-speaker", "speaker:\"" + speaker + "\""));
    }

    private static void declare(Newsroom room) {
        new Watches(cluster.settings(), room.topics()).write(Watches.fromTheBeginning(expressions), Instant.EPOCH);
    }

    @Test
    void shouldCoverTheSameWhenDeclaredLateAndKilledOnTheWay() throws Exception {
        Map<String, String> late;
        // A few articles at a time, so that there is time to kill it.
        Map<String, ?> slowly = Map.of("watch.scan.articles", 25);
        try (Newsroom room = new Newsroom(cluster, "late", PARTITIONS);
                Quiescence left = room.quiescence()) {
            room.publish(News.lines(corpus));
            try (VestnikProcess first = room.startProcess(data, "state", slowly)) {
                room.settle(LIMIT, first::alive);
                declare(room);
                await().atMost(LIMIT).pollInterval(Duration.ofMillis(200)).until(() -> {
                    assertThat(first.alive()).as("still running" + first.tail()).isTrue();
                    return watched(room) > 0;
                });
                first.kill();
            }
            assertThat(watched(room)).as("articles that the watches have found").isBetween(1L, ARTICLES - 1L);
            assertThat(left.lag().keySet())
                    .as("what waits for the pipeline sees that it is not done")
                    .anyMatch(partition -> partition.contains("watch-scan-repartition"));
            try (VestnikProcess second = room.startProcess(data, "state", slowly)) {
                room.settle(LIMIT, second::alive);
                assertThat(second.alive()).as("still running" + second.tail()).isTrue();
                late = room.digests();
            }
            Map<String, Coverage> coverage = room.tables().rows(room.topics().coverage, cluster.settings());
            assertThat(coverage.get("watch:everything").getArticles())
                    .as("articles covered; watched %s, left to do %s", watched(room), left.lag())
                    .isEqualTo(ARTICLES);
            assertThat(coverage.get("watch:one-speaker").getArticles()).isBetween(1, ARTICLES - 1);
        }

        try (Newsroom room = new Newsroom(cluster, "early", PARTITIONS)) {
            declare(room);
            room.publish(News.lines(corpus));
            room.start(data.resolve("streams"));
            assertThat(late).isEqualTo(room.settle(LIMIT).digests());
        }
    }

    @Test
    void shouldBeReplayedFromItsLogAsItWasKnown() throws Exception {
        List<CorpusGenerator.Article> news = corpus.stream()
                .sorted(Comparator.comparingLong(CorpusGenerator.Article::observedAt))
                .limit(FEW)
                .toList();
        Instant declared = between(news, FEW / 3);
        Instant changed = between(news, 2 * FEW / 3);
        Instant removed = Instant.ofEpochMilli(news.get(FEW - 1).observedAt() + 1);
        List<Instant> times = List.of(declared.minusMillis(1), declared, changed, removed.minusMillis(1), removed);
        try (Newsroom room = new Newsroom(cluster, "log", PARTITIONS)) {
            room.start(data.resolve("streams"));
            room.publish(News.lines(news.subList(0, FEW / 3)));
            room.settle(LIMIT);
            room.watch("first", "NOT language:xx", declared);
            room.watch("second", "language:xx", declared);
            room.settle(LIMIT);
            room.publish(News.lines(news.subList(FEW / 3, 2 * FEW / 3)));
            room.settle(LIMIT);
            room.watch("second", "NOT language:xx", changed);
            room.settle(LIMIT);
            room.publish(News.lines(news.subList(2 * FEW / 3, FEW)));
            room.settle(LIMIT);
            room.watch("first", null, removed);
            Map<String, String> live = room.settle(LIMIT).digests();

            RunDirectory run = new RunDirectory(data.resolve("runs"), RunId.of("log"));
            Manifest manifest = new Replay(
                            ReplayRequest.of("topic:" + room.topics().articles.name()),
                            run,
                            cluster.settings(),
                            Pace.UNLIMITED,
                            ReplayListener.NONE,
                            new PublishListener() {})
                    .run();
            assertThat(manifest).isNotNull();
            Map<String, String> replayed = new TreeMap<>(manifest.tables().digests());
            replayed.put("(total)", manifest.tables().digest());
            assertThat(replayed).isEqualTo(live);

            int third = FEW / 3;
            List<List<Integer>> expected = List.of(
                    List.of(0, 0),
                    List.of(third, 0),
                    List.of(2 * third, 2 * third),
                    List.of(FEW, FEW),
                    List.of(0, FEW));
            for (int i = 0; i < times.size(); i++) {
                Instant time = times.get(i);
                assertThat(covered(room, TablesAsOf.read(run.history(), time)))
                        .as("replayed, as of %s", time)
                        .isEqualTo(expected.get(i));
                assertThat(covered(room, live(room, time)))
                        .as("live, as of %s", time)
                        .isEqualTo(expected.get(i));
            }
        }
    }

    /** Just before the article of a number. */
    private static Instant between(List<CorpusGenerator.Article> news, int number) {
        assertThat(news.get(number).observedAt())
                .isGreaterThan(news.get(number - 1).observedAt() + 1);
        return Instant.ofEpochMilli(news.get(number).observedAt() - 1);
    }

    /** What the live history knows at a time. */
    private static TablesAsOf live(Newsroom room, Instant time) {
        List<HistoryEntry> known = new ArrayList<>();
        try (Serde<HistoryEntry> serde = room.topics().history.serde(cluster.settings())) {
            room.tables().read(List.of(room.topics().history.name()), (topic, key, value) -> {
                HistoryEntry entry = serde.deserializer().deserialize(topic, value);
                if (!entry.getKnownAt().isAfter(time)) {
                    known.add(entry);
                }
            });
        }
        known.sort(Comparator.comparing(HistoryEntry::getKnownAt));
        TablesAsOf tables = new TablesAsOf();
        known.forEach(tables::apply);
        return tables;
    }

    /** How many articles the two watches have. */
    private static List<Integer> covered(Newsroom room, TablesAsOf tables) {
        Map<String, Coverage> rows = tables.rows(room.topics().coverage);
        return Stream.of("watch:first", "watch:second")
                .map(rows::get)
                .map(coverage -> coverage == null ? 0 : coverage.getArticles())
                .toList();
    }

    /** Articles whose committed analysis is for a watch. */
    private static long watched(Newsroom room) {
        return room.tables().rows(room.topics().analyses, cluster.settings()).values().stream()
                .filter(analysis -> !analysis.getWatches().isEmpty())
                .count();
    }
}
