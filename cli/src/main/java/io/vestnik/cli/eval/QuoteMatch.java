/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import io.vestnik.text.Span;

/**
 * A quote that was found for one that is there.
 *
 * @param overlap intersection over union of the two spans, edge punctuation trimmed: 0.3 to 1
 * @param gold the one that is there
 * @param found the one that was found
 */
record QuoteMatch(double overlap, GoldQuote gold, FoundQuote found) {
    /** Below this, two spans are not of one quote. */
    static final double LEAST = 0.3;

    /** The same span but for its edges. */
    boolean isExact() {
        return overlap > 0.9999;
    }

    /** Nearly the same span. */
    boolean isClose() {
        return overlap >= 0.8;
    }

    /** The speaker is right. */
    boolean isAttributed() {
        return SpeakerMatcher.isSame(gold.speaker(), found.speaker());
    }

    /** The attribution interrupts the words. */
    boolean isSplit() {
        return !gold.split().isEmpty();
    }

    /** The spoken parts are the same but for their edges. */
    boolean hasSameParts(CodePoints text) {
        return gold.split().stream()
                .map(part -> trim(text, part))
                .toList()
                .equals(found.parts().stream().map(part -> trim(text, part)).toList());
    }

    private static Span trim(CodePoints text, Span part) {
        return text.trim(part.begin(), part.end());
    }
}
