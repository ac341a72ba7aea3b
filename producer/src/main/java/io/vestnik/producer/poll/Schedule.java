/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.poll;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

import io.vestnik.schemas.avro.PollState;

/**
 * When a document is polled next: after the interval, a tenth more or less so that polls do not fall together; later
 * where the document or the server asks for it, up to an hour; twice as late with each failure, up to a day; and never
 * before a server that asked to be left alone said.
 */
final class Schedule {
    private static final Duration LONGEST_WISH = Duration.ofHours(1);
    private static final Duration LONGEST_BACK_OFF = Duration.ofDays(1);
    private static final Duration GONE = Duration.ofDays(7);
    private static final int MOST_DOUBLINGS = 16;
    private static final double JITTER = 0.1;

    private final Duration interval;
    private final RandomGenerator random;

    Schedule(Duration interval, RandomGenerator random) {
        this.interval = interval;
        this.random = random;
    }

    /**
     * After a poll that succeeded.
     *
     * @param wish how long document and server ask to be left alone; zero when they do not say
     */
    Instant afterSuccess(Instant now, Duration wish) {
        Duration kept = min(wish, LONGEST_WISH);
        return now.plus(jittered(max(interval, kept)));
    }

    /**
     * After a poll that failed.
     *
     * @param failures how many have failed in a row, this one counted
     */
    Instant afterFailure(Instant now, int failures) {
        Duration doubled = interval.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        return now.plus(jittered(min(doubled, max(interval, LONGEST_BACK_OFF))));
    }

    /** After an answer that asked to wait; a little later than it said, as others wait for the same moment. */
    Instant afterBusy(Instant now, Instant until) {
        Instant regular = now.plus(jittered(interval));
        Instant asked = until.plusMillis((long) (interval.toMillis() * JITTER * random.nextDouble()));
        return asked.isAfter(regular) ? asked : regular;
    }

    /** After an answer that it is gone for good; it is asked again all the same, as that may be a mistake. */
    Instant afterGone(Instant now) {
        return now.plus(jittered(max(interval, GONE)));
    }

    /** When a document is due at the start: a shorter interval than that of the last run counts at once. */
    Instant atStart(PollState state) {
        if (!Outcomes.isSuccess(state.getOutcome())) {
            return state.getNextPollAt();
        }
        Instant latest = state.getPolledAt().plus(max(interval, LONGEST_WISH));
        return state.getNextPollAt().isAfter(latest) ? latest : state.getNextPollAt();
    }

    private Duration jittered(Duration duration) {
        return Duration.ofMillis((long) (duration.toMillis() * (1 - JITTER + 2 * JITTER * random.nextDouble())));
    }

    private static Duration max(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
