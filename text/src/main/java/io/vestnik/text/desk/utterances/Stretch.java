/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

/**
 * What of a wording an utterance is made of: all of it, or of a turn what others quote.
 *
 * @param wording the wording
 * @param from first word
 * @param to one past the last word
 * @param part true for a stretch of a turn that other quotes chose
 */
record Stretch(Wording wording, int from, int to, boolean part) {
    static Stretch whole(Wording wording) {
        return new Stretch(wording, 0, wording.head().size, false);
    }

    Rendering rendering(QuoteNode quote, Shelf shelf) {
        return part
                ? new Rendering(
                        quote,
                        from,
                        to,
                        true,
                        shelf.words(quote).begin(from),
                        shelf.words(quote).end(to))
                : new Rendering(quote, from, to, false, quote.quote.begin(), quote.quote.end());
    }
}
