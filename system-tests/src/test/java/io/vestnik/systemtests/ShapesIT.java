/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.vestnik.cli.pipeline.Quiescence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The driver, and a cluster of any shape: one digest. The shapes of a short run are such that each number of partitions
 * and instances and each protocol is among them, with kills and without. {@code -Dvestnik.shapes.rounds=N} takes all
 * shapes, N times, each time in another order of the events; {@code -Dvestnik.shapes.articles=N} a larger corpus.
 */
class ShapesIT {
    private static final int ROUNDS = Integer.getInteger("vestnik.shapes.rounds", 0);
    private static final int ARTICLES = Integer.getInteger("vestnik.shapes.articles", 240);
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @RegisterExtension
    static final Cluster cluster = Cluster.ofClass();

    @TempDir
    static Path data;

    private static List<String> events;
    private static Map<String, String> driver;

    /**
     * How a cluster works the events through.
     *
     * @param kill whether instances are killed in the middle
     * @param seed chooses the order of the events
     */
    record Shape(int partitions, int instances, String protocol, boolean kill, long seed) {
        String id() {
            return "p" + partitions + "i" + instances + protocol + (kill ? "kill" : "") + seed;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        events = NewsEvents.lines(23, ARTICLES);
        Undisturbed undisturbed = new Undisturbed(events, data);
        driver = new TreeMap<>(undisturbed.digests());
        driver.put("(total)", undisturbed.digest());
    }

    static Stream<Shape> shapes() {
        if (ROUNDS == 0) {
            return Stream.of(
                    new Shape(1, 1, "streams", false, 1),
                    new Shape(1, 3, "classic", false, 2),
                    new Shape(2, 3, "streams", false, 3),
                    new Shape(4, 1, "classic", false, 4),
                    new Shape(2, 1, "classic", true, 5),
                    new Shape(4, 3, "streams", true, 6),
                    new Shape(4, 3, "classic", true, 7));
        }
        List<Shape> all = new ArrayList<>();
        for (long seed = 1; seed <= ROUNDS; seed++) {
            for (int partitions : new int[] {1, 2, 4}) {
                for (int instances : new int[] {1, 3}) {
                    for (String protocol : List.of("classic", "streams")) {
                        all.add(new Shape(partitions, instances, protocol, false, seed));
                        all.add(new Shape(partitions, instances, protocol, true, seed));
                    }
                }
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void shouldGiveTheDigestOfTheDriver(Shape shape) throws Exception {
        List<String> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, new Random(shape.seed));
        try (Newsroom room = new Newsroom(cluster, shape.id(), shape.partitions);
                Instances instances = new Instances(room, shape)) {
            instances.start();
            if (shape.kill) {
                int third = shuffled.size() / 3;
                try (Quiescence left = room.quiescence()) {
                    room.publish(News.jsonLines(shuffled.subList(0, 2 * third)));
                    instances.killWhen(left, 2L * third - 1);
                    room.publish(News.jsonLines(shuffled.subList(2 * third, shuffled.size())));
                    instances.killWhen(left, third - 1L);
                }
            } else {
                room.publish(News.jsonLines(shuffled));
            }
            room.settle(LIMIT, instances::alive);
            assertThat(instances.alive()).as(instances.tail()).isTrue();
            assertThat(room.digests()).isEqualTo(driver);
        }
    }

    /** Processes that share the work. */
    private static final class Instances implements AutoCloseable {
        private final Newsroom room;
        private final Shape shape;
        private final List<VestnikProcess> processes = new ArrayList<>();

        Instances(Newsroom room, Shape shape) {
            this.room = room;
            this.shape = shape;
        }

        void start() {
            for (int i = 0; i < shape.instances; i++) {
                processes.add(process(i));
            }
        }

        private VestnikProcess process(int number) {
            return room.startProcess(
                    data, room.applicationId() + "-" + number, Map.of("kafka.group.protocol", shape.protocol));
        }

        /** Kills the first one when some of the work is done and some is not, and starts another one on its state. */
        void killWhen(Quiescence left, long unread) throws InterruptedException {
            await().atMost(LIMIT).pollInterval(Duration.ofMillis(50)).until(() -> {
                assertThat(alive()).as(tail()).isTrue();
                return unread(left) <= unread;
            });
            processes.get(0).kill();
            assertThat(unread(left)).as("articles that are not read yet").isPositive();
            processes.set(0, process(0));
        }

        private static long unread(Quiescence left) throws InterruptedException {
            return left.lag().entrySet().stream()
                    .filter(partition -> partition.getKey().contains("news.articles.v1"))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        boolean alive() {
            return processes.stream().allMatch(VestnikProcess::alive);
        }

        String tail() {
            StringBuilder tail = new StringBuilder();
            processes.forEach(process -> tail.append(process.tail()));
            return tail.toString();
        }

        @Override
        public void close() throws IOException {
            processes.forEach(VestnikProcess::close);
        }
    }
}
