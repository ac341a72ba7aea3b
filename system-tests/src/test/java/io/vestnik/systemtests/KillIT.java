/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.pipeline.Quiescence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A killed instance leaves no trace in the results: nothing is lost and nothing is counted twice. */
@Timeout(900)
class KillIT {
    private static final int ARTICLES = Integer.getInteger("vestnik.kill.articles", 5_000);
    private static final Duration LIMIT = Duration.ofMinutes(8);

    @RegisterExtension
    static final Cluster cluster = Cluster.ofClass();

    @TempDir
    static Path data;

    private static List<CorpusGenerator.Article> corpus;

    @BeforeAll
    static void start() {
        corpus = new CorpusGenerator(5, Instant.parse("2025-01-10T00:00:00Z")).make(ARTICLES);
    }

    @Test
    void shouldGiveTheDigestOfAnUndisturbedRunAfterTwoKills() throws Exception {
        Map<String, String> killed;
        try (Newsroom room = new Newsroom(cluster, "killed", 2);
                Quiescence left = room.quiescence()) {
            room.publish(News.lines(corpus));
            try (VestnikProcess first = room.startProcess(data, "state")) {
                killWhen(first, left, ARTICLES * 2L / 3);
            }
            try (VestnikProcess second = room.startProcess(data, "state")) {
                killWhen(second, left, ARTICLES / 3L);
            }
            try (VestnikProcess third = room.startProcess(data, "state")) {
                room.settle(LIMIT, third::alive);
                assertThat(third.alive()).as("still running" + third.tail()).isTrue();
                killed = room.digests();
            }
            assertThat(room.summary().articles()).isEqualTo(ARTICLES);
        }

        try (Newsroom room = new Newsroom(cluster, "undisturbed", 2)) {
            room.publish(News.lines(corpus));
            room.start(data.resolve("streams"));
            assertThat(killed).isEqualTo(room.settle(LIMIT).digests());
        }
    }

    /** Kills in the middle: some articles are analysed by then, and some are not. */
    private static void killWhen(VestnikProcess process, Quiescence left, long unread) throws InterruptedException {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(100)).until(() -> {
            assertThat(process.alive()).as("still running" + process.tail()).isTrue();
            return unread(left) <= unread;
        });
        process.kill();
        assertThat(unread(left)).as("articles that are not read yet").isBetween(1L, unread);
    }

    /** Articles that no committed transaction has read. */
    private static long unread(Quiescence quiescence) throws InterruptedException {
        return quiescence.lag().entrySet().stream()
                .filter(partition -> partition.getKey().contains("news.articles.v1"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
