/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

/**
 * Stretches of two quotes that render the same words, in words of each.
 *
 * @param left the quote that the first two numbers are about
 * @param leftBegin first aligned word
 * @param leftEnd one past the last aligned word
 * @param rightBegin first aligned word of the other quote
 * @param rightEnd one past its last aligned word
 */
record Alignment(QuoteNode left, int leftBegin, int leftEnd, int rightBegin, int rightEnd) {
    int begin(QuoteNode of) {
        return of == left ? leftBegin : rightBegin;
    }

    int end(QuoteNode of) {
        return of == left ? leftEnd : rightEnd;
    }
}
