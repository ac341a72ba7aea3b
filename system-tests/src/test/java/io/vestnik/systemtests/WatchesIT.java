/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.pipeline.Quiescence;
import io.vestnik.cli.watch.Watches;
import io.vestnik.schemas.avro.Coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Watches over a broker: one that is declared late covers what one that was there first does, kills or not. */
@Timeout(900)
class WatchesIT {
    private static final int ARTICLES = 1_500;
    private static final int PARTITIONS = 2;
    private static final Duration LIMIT = Duration.ofMinutes(8);

    @TempDir
    static Path data;

    private static Cluster cluster;
    private static List<CorpusGenerator.Article> corpus;
    private static Map<String, String> expressions;

    @BeforeAll
    static void start() {
        cluster = Cluster.embedded(data.resolve("kafka"));
        corpus = new CorpusGenerator(9, Instant.parse("2025-01-10T00:00:00Z")).make(ARTICLES);
        String speaker = corpus.stream()
                .flatMap(article -> article.truth().said().stream())
                .findFirst()
                .orElseThrow()
                .speaker();
        expressions =
                new TreeMap<>(Map.of("everything", "NOT language:xx", "one-speaker", "speaker:\"" + speaker + "\""));
    }

    @AfterAll
    static void stop() {
        cluster.close();
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
            assertThat(coverage.get("watch:everything").getArticles()).isEqualTo(ARTICLES);
            assertThat(coverage.get("watch:one-speaker").getArticles()).isBetween(1, ARTICLES - 1);
        }

        try (Newsroom room = new Newsroom(cluster, "early", PARTITIONS)) {
            declare(room);
            room.publish(News.lines(corpus));
            room.start(data.resolve("streams"));
            assertThat(late).isEqualTo(room.settle(LIMIT).digests());
        }
    }

    /** Articles whose committed analysis is for a watch. */
    private static long watched(Newsroom room) {
        return room.tables().rows(room.topics().analyses, cluster.settings()).values().stream()
                .filter(analysis -> !analysis.getWatches().isEmpty())
                .count();
    }
}
