/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes.english;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.QuoteKind;
import io.vestnik.text.Span;

/**
 * A quote before its speaker is told.
 *
 * @param begin first code point
 * @param end one past the last code point
 * @param kind kind of the quote
 * @param parts the spoken parts where the attribution interrupts reported speech; empty otherwise
 * @param cue the reporting words; null when there are none
 * @param sentence the sentence that attributes it
 * @param continues true when whoever spoke last speaks
 * @param rule name of the rule that found it
 */
record FoundQuote(
        int begin,
        int end,
        QuoteKind kind,
        List<Span> parts,
        @Nullable Cue cue,
        EnglishArticle.Sentence sentence,
        boolean continues,
        String rule) {}
