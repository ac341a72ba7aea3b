/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.asof;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.consumer.Rows;
import io.vestnik.consumer.VestnikConsumerConfig;
import io.vestnik.consumer.asof.RowsAsOf.Place;
import io.vestnik.consumer.tail.MadeLog;
import io.vestnik.consumer.tail.SinkWriter;
import io.vestnik.consumer.tail.WriterProcess;
import io.vestnik.schemas.avro.HistoryEntry;

import static io.vestnik.consumer.asof.HistoryFixture.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;

/** The history after kill -9 in the midst of writing: it holds what was there up to where it says that it stands. */
@Timeout(300)
class HistoryStoreKillTest {
    private static final int KILLS = 6;
    private static final Instant LATER = Rows.START.plus(Duration.ofDays(100_000));
    private static final Map<String, Object> SETTINGS =
            Map.of(VestnikConsumerConfig.SCHEMA_REGISTRY_URL_CONFIG, "mock://kill");

    @TempDir
    private Path directory;

    /** Writes until it is killed. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) throws Exception {
            SinkWriter writer = new SinkWriter(open(Path.of(args[0])), new Entities());
            if (args.length > 1) {
                writer.runAhead(Path.of(args[1]));
            } else {
                writer.runForever();
            }
        }
    }

    /** Changes of entities, each a second after the one before; the number of articles says which record it was. */
    private static final class Entities extends MadeLog {
        private final Serializer<HistoryEntry> entries =
                TOPICS.history.serde(SETTINGS).serializer();

        Entities() {
            super(List.of(new TopicPartition(TOPICS.history.name(), 0), new TopicPartition(TOPICS.history.name(), 1)));
        }

        @Override
        protected byte[] value(TopicPartition partition, long offset, String key, boolean removes) {
            HistoryEntry entry = HistoryFixture.entry(
                    TOPICS.entities, key, removes ? null : Rows.entity(key, "Мост", (int) offset), knownAt(offset));
            return entries.serialize(TOPICS.history.name(), entry);
        }
    }

    private static Instant knownAt(long offset) {
        return Rows.START.plusSeconds(offset);
    }

    private static HistoryStore open(Path path) {
        return HistoryStore.open(path, TOPICS, SETTINGS, (record, why) -> {
            throw new AssertionError(why);
        });
    }

    @Test
    void shouldHoldWhatItsPositionsSayAfterAKillAndCatchUp() throws Exception {
        Random random = new Random(7);
        Entities log = new Entities();
        long before = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            writeAndKill(random);
            try (HistoryStore store = open(directory.resolve("history"))) {
                long kept = SinkWriter.total(store.positions());
                assertThat(kept).as("kept at kill " + kill).isGreaterThan(before);
                before = kept;
                assertHolds(store, log, store.positions());
            }
        }
        long end = before + 1_000;
        try (HistoryStore store = open(directory.resolve("history"))) {
            new SinkWriter(store, log).runTo(end);
            assertThat(store.positions().values()).containsOnly(end);
            assertHolds(store, log, store.positions());
        }
    }

    /** Without it nothing would show that the comparison finds a store that does not hold what its positions say. */
    @Test
    void shouldFindThatPositionsKeptApartAreAheadOfTheStore() throws Exception {
        Path apart = directory.resolve("apart");
        try (WriterProcess writer = process(apart.toString())) {
            String line = writer.line();
            while (!line.equals(SinkWriter.AHEAD)) {
                line = writer.line();
            }
            writer.kill(line, Duration.ZERO);
        }
        Entities log = new Entities();
        try (HistoryStore store = open(directory.resolve("history"))) {
            assertThat(held(store, LATER)).isNotEqualTo(log.before(SinkWriter.ahead(apart, log)));
            assertHolds(store, log, store.positions());
        }
    }

    /** Now, and as of a time at which half of it was known. */
    private static void assertHolds(HistoryStore store, Entities log, Map<TopicPartition, Long> positions) {
        assertThat(held(store, LATER)).isNotEmpty().isEqualTo(log.before(positions));
        long half = positions.values().stream().mapToLong(Long::longValue).min().orElseThrow() / 2;
        Map<TopicPartition, Long> then = new TreeMap<>(Comparator.comparing(TopicPartition::toString));
        positions.keySet().forEach(partition -> then.put(partition, half));
        assertThat(held(store, knownAt(half - 1))).isEqualTo(log.before(then));
    }

    private void writeAndKill(Random random) throws Exception {
        try (WriterProcess writer = process()) {
            String line = writer.line();
            for (int lines = 10 + random.nextInt(60); lines > 0; lines--) {
                line = writer.line();
            }
            writer.kill(line, Duration.ofNanos(random.nextInt(30_000_000)));
        }
    }

    private WriterProcess process(String... more) throws IOException {
        String[] args = new String[more.length + 1];
        args[0] = directory.resolve("history").toString();
        System.arraycopy(more, 0, args, 1, more.length);
        return new WriterProcess(Writer.class, directory.resolve("errors"), args);
    }

    /** All rows as of a time: by key, which record each was made of. Rows and what lists are ordered by must agree. */
    private static Map<String, Long> held(HistoryStore store, Instant time) {
        return store.ask(time, rows -> {
            Map<String, Long> held = new TreeMap<>();
            rows.rows(TOPICS.entities, "", (key, row) -> {
                held.put(key, (long) row.getArticles());
                return true;
            });
            Map<String, Long> places = new TreeMap<>();
            for (Place place : rows.places(TOPICS.entities, "")) {
                places.put(place.key(), place.order());
            }
            assertThat(places).isEqualTo(held);
            return held;
        });
    }
}
