/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.QuoteKind;
import io.vestnik.text.Span;

/**
 * A quote before its speaker is resolved.
 *
 * @param begin first code point
 * @param end one past the last code point
 * @param kind kind of the quote
 * @param parts the spoken parts when the attribution interrupts the words; empty otherwise
 * @param cue the reporting words; null when there are none
 * @param source the words that name the speaker; null when there are none
 * @param continues true when the speaker is whoever spoke last
 * @param rule name of the rule that found it
 */
record Found(
        int begin,
        int end,
        QuoteKind kind,
        List<Span> parts,
        @Nullable Cue cue,
        @Nullable Source source,
        boolean continues,
        String rule) {

    static Found of(int begin, int end, QuoteKind kind, Cue cue, String rule) {
        return new Found(begin, end, kind, List.of(), cue, cue.source(), false, rule);
    }

    /** Where the speaker is named, or the words themselves: the order in which speakers are resolved. */
    int anchor() {
        return source == null ? begin : source.begin();
    }
}
