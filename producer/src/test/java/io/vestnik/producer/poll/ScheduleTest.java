/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import io.vestnik.schemas.avro.PollState;

import static org.assertj.core.api.Assertions.assertThat;

class ScheduleTest {
    private static final Instant NOW = Instant.parse("2026-02-04T16:00:00Z");
    private static final Duration INTERVAL = Duration.ofMinutes(15);

    private final Schedule schedule = new Schedule(INTERVAL, new Random(7));

    @RepeatedTest(20)
    void shouldPollAtTheIntervalATenthMoreOrLess() {
        assertThat(wait(schedule.afterSuccess(NOW, Duration.ZERO))).isBetween(minutes(13.5), minutes(16.5));
    }

    @Test
    void shouldNotPollAllAtOneMoment() {
        assertThat(schedule.afterSuccess(NOW, Duration.ZERO)).isNotEqualTo(schedule.afterSuccess(NOW, Duration.ZERO));
    }

    @Test
    void shouldGiveADocumentTheRestThatItAsksForUpToAnHour() {
        assertThat(wait(schedule.afterSuccess(NOW, Duration.ofMinutes(30)))).isBetween(minutes(27), minutes(33));
        assertThat(wait(schedule.afterSuccess(NOW, Duration.ofDays(9)))).isBetween(minutes(54), minutes(66));
        assertThat(wait(schedule.afterSuccess(NOW, Duration.ofMinutes(1)))).isBetween(minutes(13.5), minutes(16.5));
    }

    @Test
    void shouldBackOffWithEachFailureUpToADay() {
        assertThat(wait(schedule.afterFailure(NOW, 1))).isBetween(minutes(27), minutes(33));
        assertThat(wait(schedule.afterFailure(NOW, 3))).isBetween(minutes(108), minutes(132));
        assertThat(wait(schedule.afterFailure(NOW, 1_000))).isBetween(minutes(1_296), minutes(1_584));
    }

    @RepeatedTest(20)
    void shouldNeverComeBeforeAServerSaid() {
        Instant until = NOW.plus(Duration.ofHours(3));
        assertThat(schedule.afterBusy(NOW, until)).isBetween(until, until.plus(Duration.ofMinutes(2)));
        assertThat(schedule.afterBusy(NOW, NOW)).isAfterOrEqualTo(NOW.plus(minutes(13.5)));
    }

    @Test
    void shouldTakeUpAShorterIntervalAtTheNextStart() {
        PollState state = PollState.newBuilder()
                .setAddress("https://example.org/feed")
                .setPolledAt(NOW)
                .setNextPollAt(NOW.plus(Duration.ofDays(1)))
                .setOutcome(Outcomes.OK)
                .setFailures(0)
                .build();
        assertThat(schedule.atStart(state)).isEqualTo(NOW.plus(Duration.ofHours(1)));
        PollState busy = PollState.newBuilder(state).setOutcome(Outcomes.BUSY).build();
        assertThat(schedule.atStart(busy)).isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    private static Duration wait(Instant at) {
        return Duration.between(NOW, at);
    }

    private static Duration minutes(double minutes) {
        return Duration.ofSeconds((long) (minutes * 60));
    }
}
