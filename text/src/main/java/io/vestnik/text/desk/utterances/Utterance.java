/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One thing said, with everyone who rendered it.
 *
 * @param id hash of the language and the first spoken member in canonical order
 * @param language language of all members
 * @param speaker speaker by the fullest name that a member gives, that of the best source before others; null when no
 *     member tells
 * @param speakerEntity entity of the speaker by that name; null when unresolved
 * @param members best source first, then by (firstObservedAt, articleId, begin)
 * @param conflicts others to whom these words are given, one for each such utterance, in canonical order
 */
public record Utterance(
        String id,
        String language,
        @Nullable String speaker,
        @Nullable String speakerEntity,
        List<UtteranceMember> members,
        List<UtteranceConflict> conflicts) {
    /** The member that was observed first: by (firstObservedAt of the quote, articleId). */
    public UtteranceFirst firstObserved() {
        UtteranceFirst first = null;
        for (UtteranceMember member : members) {
            first = earlier(first, member.articleId(), member.firstObservedAt());
        }
        if (first == null) {
            throw new IllegalStateException("utterance " + id + " has no members");
        }
        return first;
    }

    /**
     * The member whose article claims the earliest publication: by (claimedAt, articleId). Publishers err, so this may be
     * another than the first observed.
     *
     * @return null when no article claims a time
     */
    public @Nullable UtteranceFirst firstClaimed() {
        UtteranceFirst first = null;
        for (UtteranceMember member : members) {
            Long claimed = member.claimedAt();
            if (claimed != null) {
                first = earlier(first, member.articleId(), claimed);
            }
        }
        return first;
    }

    private static UtteranceFirst earlier(@Nullable UtteranceFirst first, String articleId, long time) {
        if (first != null
                && (first.time() < time
                        || (first.time() == time && first.articleId().compareTo(articleId) <= 0))) {
            return first;
        }
        return new UtteranceFirst(articleId, time);
    }
}
