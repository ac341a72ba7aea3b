/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.pipeline.Quiescence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A reader of live updates, while the instances of the consumer that tell it are killed, and it is killed itself: its log has
 * every update once, those of a partition in their order.
 */
@Timeout(900)
class LiveUpdatesIT {
    private static final String CONSUMER = "live-consumer";
    private static final int STAGES = 4;
    private static final int ARTICLES = 100;
    private static final int PARTITIONS = 3;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @RegisterExtension
    static final Cluster cluster = Cluster.ofClass();

    @TempDir
    static Path data;

    private final List<CorpusGenerator.Article> corpus =
            new CorpusGenerator(7, Instant.parse("2025-03-01T00:00:00Z")).make(ARTICLES * STAGES);

    @Test
    void shouldTellEachUpdateOnceWhenEitherSideIsKilled() throws Exception {
        try (Newsroom room = new Newsroom(cluster, "live", PARTITIONS);
                Quiescence left = new Quiescence(
                        cluster.bootstrap(), Map.of(CONSUMER, room.topics().consumed()));
                ConsumerProcess one = new ConsumerProcess(data.resolve("one"), cluster, room, CONSUMER);
                ConsumerProcess two = new ConsumerProcess(data.resolve("two"), cluster, room, CONSUMER);
                LiveReaders readers = new LiveReaders(data, cluster, room, List.of(one.port(), two.port()))) {
            room.start(data.resolve("streams"));
            one.awaitReady(LIMIT);
            two.awaitReady(LIMIT);
            readers.read();
            publish(room, 0);
            readers.awaitMoreThan(0, LIMIT);

            publish(room, 1);
            one.killAtWork(left, LIMIT);
            int before = readers.count();
            readers.awaitMoreThan(before, LIMIT);
            one.start();

            readers.current().kill();
            publish(room, 2);
            before = readers.count();
            readers.goOn();
            readers.awaitMoreThan(before, LIMIT);
            publish(room, 3);
            two.killAtWork(left, LIMIT);

            room.settle();
            assertThat(left.await(LIMIT, one::alive))
                    .as("left to do" + one.tail())
                    .isEmpty();
            readers.assertEachUpdateIsHeardOnce(LIMIT);
            assertThat(one.alive()).isTrue();
            assertStatus(one, room.topics().coverage.name());
        }
    }

    private void publish(Newsroom room, int stage) throws Exception {
        room.publish(News.lines(corpus.subList(stage * ARTICLES, (stage + 1) * ARTICLES)));
    }

    /** The instance that was started anew says how the pipeline is. */
    private static void assertStatus(ConsumerProcess one, String input) throws Exception {
        await("nothing is left")
                .atMost(LIMIT)
                .until(() -> one.json("/status").get("lag").valueStream().allMatch(lag -> lag.asLong() == 0));
        await("the partitions are given out")
                .atMost(LIMIT)
                .until(() -> one.json("/status").get("state").asText().equals("RUNNING"));
        // That a reader was killed shows when it is sent a sign of life.
        await("one reader")
                .atMost(LIMIT)
                .until(() -> one.json("/status").get("readers").asInt() == 1);
        JsonNode status = one.json("/status");
        assertThat(status.at("/restored/done").asLong())
                .isPositive()
                .isLessThanOrEqualTo(status.at("/restored/total").asLong());
        assertThat(status.get("lag").has(input)).isTrue();
        assertThat(status.get("lateArticles").isNumber()).isTrue();
        assertThat(status.get("deadLetters").size()).isZero();
        assertThat(status.get("updatesPerSecond").isNumber()).isTrue();
        String metrics = one.get("/metrics");
        assertThat(metrics)
                .contains(
                        "vestnik_events_readers 1.0",
                        "vestnik_updates_total",
                        "kafka_stream_thread_",
                        "jvm_memory_used_bytes");
        assertThat(metrics).doesNotContain("vestnik_restore_planned 0.0");
    }
}
