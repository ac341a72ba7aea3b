/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.tail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ContinuityTest {
    private static final TopicPartition ONE = new TopicPartition("t", 0);
    private static final Instant THEN = Instant.parse("2026-02-04T12:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);

    private final AtomicReference<Instant> clock = new AtomicReference<>(THEN);

    private Continuity of(@Nullable Duration tombstones) {
        return new Continuity(tombstones, clock::get);
    }

    private void pass(Duration time) {
        clock.updateAndGet(now -> now.plus(time));
    }

    private @Nullable String missed(Continuity continuity, long kept, long beginning, long end) {
        return continuity.missed(Map.of(ONE, kept), THEN, Map.of(ONE, beginning), Map.of(ONE, end));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, false", "720, false", "721, true", "1500, true", "100000, true", "-1, true"})
    void shouldGoOnWithinHalfOfTheTimeThatTombstonesStay(long minutes, boolean missed) {
        pass(Duration.ofMinutes(minutes));
        assertThat(missed(of(DAY), 5, 0, 9) != null).isEqualTo(missed);
        assertThat(missed(of(null), 5, 0, 9)).isNull();
    }

    @Test
    void shouldTellWhenItWasWholeLast() {
        pass(Duration.ofDays(2));
        assertThat(missed(of(DAY), 5, 0, 9)).contains(THEN.toString());
    }

    @Test
    void shouldNotGoOnWhereTheTopicHoldsNothing() {
        assertThat(missed(of(DAY), 9, 0, 9)).isNull();
        assertThat(missed(of(DAY), 10, 0, 9)).contains("t-0", "10");
        assertThat(missed(of(null), 10, 0, 9)).contains("t-0", "10");
        assertThat(missed(of(DAY), 5, 5, 9)).isNull();
        assertThat(missed(of(DAY), 4, 5, 9)).contains("t-0", "deleted");
        // A log has no tombstones, and what was deleted of it is not untrue.
        assertThat(missed(of(null), 4, 5, 9)).isNull();
    }

    @Test
    void shouldBeWholeAsOfTheTimeWhoseEndsItHasComeTo() {
        Continuity continuity = of(DAY);
        continuity.ends(THEN, Map.of(ONE, 7L));
        pass(Duration.ofHours(1));
        assertThat(continuity.read(Map.of(ONE, 6L))).isNull();
        assertThat(continuity.read(Map.of(ONE, 8L))).isEqualTo(THEN);
        assertThat(continuity.read(Map.of(ONE, 9L))).isNull();
    }

    @Test
    void shouldAskForTheEndsOnceInAWhile() {
        MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
        consumer.assign(List.of(ONE));
        consumer.updateEndOffsets(Map.of(ONE, 9L));
        Continuity continuity = of(DAY);
        continuity.ends(THEN, Map.of(ONE, 7L));
        assertThat(continuity.read(Map.of(ONE, 7L))).isEqualTo(THEN);
        pass(Continuity.BEAT.minusMillis(1));
        continuity.ask(consumer);
        assertThat(continuity.read(Map.of(ONE, 9L))).isNull();
        pass(Duration.ofMillis(1));
        continuity.ask(consumer);
        assertThat(continuity.read(Map.of(ONE, 8L))).isNull();
        assertThat(continuity.read(Map.of(ONE, 9L))).isEqualTo(THEN.plus(Continuity.BEAT));
    }

    @Test
    void shouldFindThatItStoodStillForTooLong() {
        Instant ends = THEN.plusSeconds(60);
        pass(Duration.ofHours(18));
        assertThat(of(DAY).late(THEN, ends)).isNull();
        pass(Duration.ofSeconds(1));
        assertThat(of(DAY).late(THEN, ends)).contains(THEN.toString());
        assertThat(of(null).late(THEN, ends)).isNull();
        // It was read from the beginning; that is not faster a second time.
        assertThat(of(DAY).late(THEN, THEN)).isNull();
    }

    @Test
    void shouldNotBeginOnceMoreBecauseTombstonesHardlyStay() {
        Continuity continuity = new Continuity(Duration.ofMillis(1), InstantSource.fixed(THEN));
        assertThat(continuity.late(THEN.minus(Continuity.LEAST), THEN)).isNull();
        assertThat(continuity.late(THEN.minus(Continuity.LEAST).minusMillis(1), THEN))
                .isNotNull();
    }
}
