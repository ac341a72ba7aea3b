/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Quote;
import io.vestnik.text.Span;

/**
 * A quote that was found.
 *
 * @param begin first code point
 * @param end one past the last code point
 * @param family what it is measured with
 * @param speaker who is said to have said it; null when that is left open
 * @param parts the spoken parts of a quote that its attribution interrupts; empty for others
 */
public record FoundQuote(
        int begin, int end, QuoteFamily family, @Nullable String speaker, List<Span> parts) {
    /** What is measured of a quote that the analysis found. */
    public static FoundQuote of(Quote quote) {
        return new FoundQuote(
                quote.begin(), quote.end(), QuoteFamily.of(quote.kind().name()), quote.speaker(), quote.parts());
    }
}
