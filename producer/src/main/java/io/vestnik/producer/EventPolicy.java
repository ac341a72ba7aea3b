/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.ClaimedTime;
import io.vestnik.schemas.avro.ObservedAtBasis;

/**
 * Decides whether an item is a new event and when it was observed.
 *
 * <ul>
 *   <li>A time that the item itself bears is taken as it is; only the very same event is known already. So a corpus may
 *       come in any order, and twice.
 *   <li>Otherwise an article that says what its last version said is unchanged, also when it was retracted since: to
 *       publish a directory again does not bring back what was withdrawn from it.
 *   <li>Otherwise the time is the one given for all, the clock's if that was asked for, or else assumed: the latest
 *       time that an article of the batch claims. A changed text is later than what it changes, by a millisecond if no
 *       time says more.
 *   <li>A time more than ten minutes ahead of the clock is refused: one future date stops a pipeline for good. Where
 *       the time would be assumed, this holds for the claimed time.
 *   <li>A live source shows what is there now: its time is the clock's, and what has the title and the text of the last
 *       version is unchanged, whatever date it bears.
 *   <li>What was erased stays away until that is lifted, whatever time it bears.
 *   <li>Two versions of one article at one given time have no order, so the second is refused.
 * </ul>
 */
final class EventPolicy {
    /** How far ahead of the clock a time may be. */
    static final Duration TOLERANCE = Duration.ofMinutes(10);

    private final Clock clock;
    private final ObservedAt option;

    EventPolicy(Clock clock, ObservedAt option) {
        this.clock = clock;
        this.option = option;
    }

    /** The same for a source that shows what is there now, whatever the time of others is. */
    EventPolicy live() {
        return new EventPolicy(clock, ObservedAt.now());
    }

    /**
     * Decides on a version of a live source.
     *
     * @param textHash hash of its title and text
     * @param restored whether the source has withdrawn it before and shows it again
     */
    Decision onLiveVersion(Seen seen, String textHash, boolean restored) {
        if (seen.erasedAt() != null) {
            return erased(seen.erasedAt());
        }
        boolean known = seen.lastTextIs(textHash) && !(restored && seen.isRetracted());
        return known
                ? new Decision.Unchanged()
                : new Decision.Publish(afterLatest(seen, now()), ObservedAtBasis.OBSERVED);
    }

    /**
     * Decides on a version.
     *
     * @param own time that the item bears; null when it bears none
     * @param assumed latest claimed time of the batch; null while that is not known
     */
    Decision onVersion(
            Seen seen, String hash, @Nullable Instant own, @Nullable ClaimedTime claimed, @Nullable Instant assumed) {
        if (seen.erasedAt() != null) {
            return erased(seen.erasedAt());
        }
        if (own != null) {
            return given(seen, hash, own);
        }
        Instant given = option.givenTime();
        if (given != null) {
            boolean repeated = !seen.isEmpty()
                    && hash.equals(seen.latest().getContentHash())
                    && !given.isBefore(seen.latest().getObservedAt());
            return repeated ? new Decision.Unchanged() : given(seen, hash, given);
        }
        if (seen.lastVersionIs(hash)) {
            return new Decision.Unchanged();
        }
        if (option.isNow()) {
            return new Decision.Publish(afterLatest(seen, now()), ObservedAtBasis.OBSERVED);
        }
        if (claimed != null && isFuture(claimed.getAt())) {
            return new Decision.Refuse(
                    Reason.FUTURE,
                    ("It claims to be of %s, more than ten minutes ahead of the clock. Correct its date, or tell with "
                                    + "--observed-at when it was seen.")
                            .formatted(claimed.getAt()));
        }
        return assumed == null
                ? new Decision.Defer()
                : new Decision.Publish(afterLatest(seen, assumed), ObservedAtBasis.ASSUMED);
    }

    /**
     * Decides on a retraction. Without a time of its own it has that of the article's latest event, behind which a
     * retraction of the same time is sorted.
     *
     * @param own time that the item bears; null when it bears none
     */
    Decision onRetraction(Seen seen, String articleId, @Nullable Instant own) {
        if (seen.erasedAt() != null) {
            return erased(seen.erasedAt());
        }
        Instant given = own != null ? own : option.givenTime();
        if (given != null) {
            Decision refused = refusal(given);
            return refused != null
                    ? refused
                    : seen.has(given, null)
                            ? new Decision.Unchanged()
                            : new Decision.Publish(given, ObservedAtBasis.GIVEN);
        }
        if (seen.isEmpty()) {
            return new Decision.Refuse(
                    Reason.UNKNOWN_ID,
                    "No article '" + articleId + "' was ever published, so there is nothing to retract. Check the id.");
        }
        if (seen.isRetracted()) {
            return new Decision.Unchanged();
        }
        return option.isNow()
                ? new Decision.Publish(afterLatest(seen, now()), ObservedAtBasis.OBSERVED)
                : new Decision.Publish(seen.latest().getObservedAt(), ObservedAtBasis.ASSUMED);
    }

    /** Whether a claimed time may stand for the observation time of a batch. */
    boolean isFuture(Instant at) {
        return at.isAfter(clock.instant().plus(TOLERANCE));
    }

    private static Decision erased(Instant at) {
        return new Decision.Refuse(
                Reason.ERASED,
                "It was erased at %s and stays away. To let it be published again, lift that with 'vestnik erase --lift'."
                        .formatted(at));
    }

    private Decision given(Seen seen, String hash, Instant at) {
        Decision refused = refusal(at);
        if (refused != null) {
            return refused;
        }
        if (seen.has(at, hash)) {
            return new Decision.Unchanged();
        }
        if (seen.hasVersionAt(at)) {
            return new Decision.Refuse(
                    Reason.DUPLICATE_ID,
                    ("Another version of this article was observed at %s too, with another content. Give each version "
                                    + "its own time.")
                            .formatted(at));
        }
        return new Decision.Publish(at, ObservedAtBasis.GIVEN);
    }

    private @Nullable Decision refusal(Instant at) {
        if (isFuture(at)) {
            return new Decision.Refuse(
                    Reason.FUTURE,
                    "It was observed at %s, more than ten minutes ahead of the clock. Correct the time.".formatted(at));
        }
        if (at.isBefore(Instant.EPOCH)) {
            return new Decision.Refuse(
                    Reason.BAD_FIELD, "It was observed at %s, before 1970. Correct the time.".formatted(at));
        }
        return null;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Instant afterLatest(Seen seen, Instant at) {
        if (seen.isEmpty() || seen.latest().getObservedAt().isBefore(at)) {
            return at;
        }
        return seen.latest().getObservedAt().plusMillis(1);
    }
}
