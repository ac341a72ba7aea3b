/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Two articles that were not found to relate as they do.
 *
 * @param kind what went wrong
 * @param articleId one of them: a copy, where one of the two is
 * @param otherId the other: the original, where one of the two is
 * @param what what they are
 * @param evidence what the placement gives as its reason, or what was found instead; null when it gives none
 * @param title title of the one; null when it is not known
 * @param otherTitle title of the other; null when it is not known
 */
public record PairMistake(
        Kind kind,
        String articleId,
        String otherId,
        String what,
        @Nullable String evidence,
        @Nullable String title,
        @Nullable String otherTitle) {

    /** What went wrong. */
    public enum Kind {
        /** They do not belong together and were found together. */
        MERGED,
        /** They belong together and were not found together. */
        MISSED,
        /** They were found together, but the copy as a copy of something else than its original. */
        ORIGINAL;

        /** As it is shown. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
