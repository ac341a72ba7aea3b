/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.Comparator;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was not found as it is.
 *
 * @param kind what went wrong
 * @param articleId the article
 * @param begin first code point: of the thing that is there, or of the one found where nothing is
 * @param end one past the last code point
 * @param what type of a name, family of a quote, group or id of an utterance
 * @param expected what is right: the type, the speaker, the parts; null when there is nothing or the span says it
 * @param found what was found instead; null when there is nothing or the span says it
 * @param text the words of the span
 */
public record Mistake(
        Kind kind,
        String articleId,
        int begin,
        int end,
        String what,
        @Nullable String expected,
        @Nullable String found,
        String text) {

    /** What went wrong. */
    public enum Kind {
        /** It is there and nothing was found in its place. */
        MISSED,
        /** It was found and is not there. */
        SPURIOUS,
        /** Found, but as another type. */
        TYPE,
        /** Found, but it begins or ends elsewhere. */
        SPAN,
        /** Found, but as said by another. */
        SPEAKER,
        /** Found, but its spoken parts are others. */
        PARTS,
        /** Found, but in another utterance than the rest of its group. */
        SPLIT,
        /** Found in the utterance of a group that it is not of. */
        STRAY,
        /** Found in an utterance that joins several articles and is no group. */
        EXTRA;

        /** As it is shown. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Mistakes of one article as they stand in its text. */
    static final Comparator<Mistake> IN_TEXT = Comparator.comparingInt(Mistake::begin)
            .thenComparingInt(Mistake::end)
            .thenComparing(Mistake::kind);
}
