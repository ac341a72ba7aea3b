/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.coverage;

import java.time.Instant;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.CoverageMember;

/**
 * Which members of a topic were observed first and last, and which claims the earliest time. A few of each end are at
 * hand, so that articles may be taken out again; when none is left, all members have to be added to new ends.
 */
final class Ends {
    /** How many of each end are at hand. */
    static final int AT_HAND = 8;

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::at).thenComparing(Place::articleId);

    private final Head<Place> firstObserved = new Head<>(ORDER, AT_HAND);
    private final Head<Place> lastObserved = new Head<>(ORDER.reversed(), AT_HAND);
    private final Head<Place> firstClaimed = new Head<>(ORDER, AT_HAND);
    private int members;
    private int claims;

    /**
     * A member by one of its times; ties go by article id.
     *
     * @param at the time
     * @param articleId the article of it
     */
    record Place(Instant at, String articleId) {}

    /** Puts a member in its places. */
    void add(CoverageMember member) {
        Place observed = observed(member);
        firstObserved.enter(observed, members);
        lastObserved.enter(observed, members);
        members++;
        Place claimed = claimed(member);
        if (claimed != null) {
            firstClaimed.enter(claimed, claims);
            claims++;
        }
    }

    /** Takes a member from its places. */
    void remove(CoverageMember member) {
        Place observed = observed(member);
        firstObserved.leave(observed);
        lastObserved.leave(observed);
        members--;
        Place claimed = claimed(member);
        if (claimed != null) {
            firstClaimed.leave(claimed);
            claims--;
        }
    }

    /** Whether so many were taken out that the ends cannot be told any more. */
    boolean unknown() {
        return !firstObserved.tells(Math.min(1, members))
                || !lastObserved.tells(Math.min(1, members))
                || !firstClaimed.tells(Math.min(1, claims));
    }

    /** The member that was observed first; there has to be one. */
    Place firstObserved() {
        return firstObserved.first(1).get(0);
    }

    /** The member with the earliest claimed time; null when none has one. */
    @Nullable Place firstClaimed() {
        return claims == 0 ? null : firstClaimed.first(1).get(0);
    }

    /** When the newest member was first observed; there has to be one. */
    Instant lastObserved() {
        return lastObserved.first(1).get(0).at();
    }

    private static Place observed(CoverageMember member) {
        return new Place(member.getFirstObservedAt(), member.getArticleId());
    }

    private static @Nullable Place claimed(CoverageMember member) {
        Instant claimedAt = member.getClaimedAt();
        return claimedAt == null ? null : new Place(claimedAt, member.getArticleId());
    }
}
