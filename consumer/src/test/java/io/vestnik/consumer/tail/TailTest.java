/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.tail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TailTest {
    private static final TopicPartition ONE = new TopicPartition("t", 0);
    private static final TopicPartition TWO = new TopicPartition("t", 1);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant NOW = Instant.parse("2026-02-04T12:00:00Z");

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    private final Kept kept = new Kept();
    private final CompletableFuture<Throwable> fault = new CompletableFuture<>();
    private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);
    private @Nullable Duration tombstones;
    private long beginning;

    private static final class Kept implements TailSink {
        private final Map<TopicPartition, Long> positions = new HashMap<>();
        private final List<String> taken = new ArrayList<>();
        private Instant wholeAt = Instant.EPOCH;

        @Override
        public synchronized Map<TopicPartition, Long> positions() {
            return Map.copyOf(positions);
        }

        @Override
        public synchronized void take(
                List<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> itsPositions) {
            records.forEach(record -> {
                String text = new String(record.value(), StandardCharsets.UTF_8);
                if (text.equals("bang")) {
                    throw new IllegalStateException(text);
                }
                taken.add(text);
            });
            positions.putAll(itsPositions);
        }

        @Override
        public synchronized Instant wholeAt() {
            return wholeAt;
        }

        @Override
        public synchronized void whole(Instant time) {
            wholeAt = time;
        }

        @Override
        public synchronized void clear() {
            positions.clear();
            taken.clear();
        }

        synchronized List<String> taken() {
            return List.copyOf(taken);
        }
    }

    private Tail tail(String... topics) {
        Node node = new Node(0, "localhost", 1);
        consumer.updatePartitions(
                "t",
                List.of(
                        new PartitionInfo("t", 0, node, new Node[] {node}, new Node[] {node}),
                        new PartitionInfo("t", 1, node, new Node[] {node}, new Node[] {node})));
        consumer.updateBeginningOffsets(Map.of(ONE, 0L, TWO, beginning));
        return new Tail(
                "tail", () -> consumer, List.of(topics), kept, new Continuity(tombstones, clock::get), fault::complete);
    }

    private void record(TopicPartition partition, long offset, String value) {
        consumer.schedulePollTask(() -> consumer.addRecord(new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                new byte[0],
                value.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void shouldReadAllPartitionsFromWhereItStandsAndTellWhenItHasCaughtUp() throws InterruptedException {
        kept.positions.put(TWO, 5L);
        consumer.updateEndOffsets(Map.of(ONE, 2L, TWO, 6L));
        record(ONE, 0, "a");
        record(TWO, 5, "f");
        Tail tail = tail("t");
        try (tail) {
            tail.start();
            assertThat(tail.awaitCaughtUp(Duration.ofMillis(300))).isFalse();
            assertThat(tail.progress().caughtUp()).isFalse();
            assertThat(tail.progress().left()).isEqualTo(1);
            record(ONE, 1, "b");
            assertThat(tail.awaitCaughtUp(LONG)).isTrue();
            assertThat(tail.progress().caughtUp()).isTrue();
            assertThat(tail.progress().positions()).isEqualTo(Map.of(ONE, 2L, TWO, 6L));
        }
        assertThat(kept.taken()).containsExactlyInAnyOrder("a", "f", "b");
        assertThat(kept.positions()).isEqualTo(Map.of(ONE, 2L, TWO, 6L));
        assertThat(consumer.closed()).isTrue();
        assertThat(fault).isNotDone();
    }

    @Test
    void shouldTellOfAFaultAndKeepNoPositionBehindIt() throws Exception {
        consumer.updateEndOffsets(Map.of(ONE, 2L, TWO, 0L));
        record(ONE, 0, "a");
        record(ONE, 1, "bang");
        try (Tail tail = tail("t")) {
            tail.start();
            assertThat(fault.get(LONG.toSeconds(), TimeUnit.SECONDS)).hasMessage("bang");
            assertThat(tail.progress().caughtUp()).isFalse();
        }
        assertThat(kept.positions().getOrDefault(ONE, 0L)).isLessThan(2);
    }

    @Test
    void shouldEndWhenATopicIsNotThere() throws Exception {
        consumer.updateEndOffsets(Map.of(ONE, 0L, TWO, 0L));
        consumer.updatePartitions("u", List.of());
        try (Tail tail = tail("t", "u")) {
            tail.start();
            assertThat(fault.get(LONG.toSeconds(), TimeUnit.SECONDS))
                    .isInstanceOf(KafkaException.class)
                    .hasMessageContaining("u");
        }
    }

    @Test
    void shouldGoOnWhenTombstonesAreStillThere() throws InterruptedException {
        stands(5, NOW.minus(DAY.dividedBy(2)));
        consumer.updateEndOffsets(Map.of(ONE, 0L, TWO, 6L));
        record(TWO, 5, "f");
        try (Tail tail = tail("t")) {
            tail.start();
            assertThat(tail.awaitCaughtUp(LONG)).isTrue();
        }
        assertThat(kept.taken()).containsExactly("kept", "f");
        assertThat(kept.wholeAt()).isEqualTo(NOW);
    }

    @Test
    void shouldReadAllAnewWhenTombstonesMayBeGone() throws InterruptedException {
        stands(5, NOW.minus(DAY.dividedBy(2)).minusMillis(1));
        shouldReadAnew();
    }

    @Test
    void shouldReadAllAnewWhenItWasDeletedBehindWhereItStands() throws InterruptedException {
        stands(1, NOW);
        beginning = 2;
        shouldReadAnew();
    }

    @Test
    void shouldReadAllAnewWhenTheLogEndsBeforeWhereItStands() throws InterruptedException {
        stands(7, NOW);
        shouldReadAnew();
    }

    private void shouldReadAnew() throws InterruptedException {
        consumer.updateEndOffsets(Map.of(ONE, 0L, TWO, 6L));
        record(TWO, 2, "c");
        record(TWO, 5, "f");
        try (Tail tail = tail("t")) {
            tail.start();
            assertThat(tail.awaitCaughtUp(LONG)).isTrue();
        }
        assertThat(kept.taken()).containsExactly("c", "f");
        assertThat(kept.wholeAt()).isEqualTo(NOW);
        assertThat(fault).isNotDone();
    }

    @Test
    void shouldReadAllAnewWhenItStoodStillForTooLong() throws InterruptedException {
        stands(5, NOW);
        consumer.updateEndOffsets(Map.of(ONE, 0L, TWO, 5L));
        try (Tail tail = tail("t")) {
            tail.start();
            assertThat(tail.awaitCaughtUp(LONG)).isTrue();
            assertThat(kept.taken()).containsExactly("kept");
            clock.set(NOW.plus(DAY));
            record(TWO, 0, "a");
            await().atMost(LONG).untilAsserted(() -> {
                assertThat(kept.taken()).doesNotContain("kept");
                assertThat(kept.wholeAt()).isEqualTo(NOW.plus(DAY));
            });
            assertThat(tail.progress().caughtUp()).isFalse();
        }
        assertThat(fault).isNotDone();
    }

    /** As if it had read the second partition so far, and all at the given time. */
    private void stands(long position, Instant wholeAt) {
        tombstones = DAY;
        kept.positions.putAll(Map.of(ONE, 0L, TWO, position));
        kept.taken.add("kept");
        kept.wholeAt = wholeAt;
    }
}
