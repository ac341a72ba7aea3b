/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Lexeme;

/**
 * A word or number of a text in the form in which words are compared.
 *
 * @param begin first {@code char} of the word in the text
 * @param end one past the last {@code char}
 * @param folded the word in lower case, ё as е, without stress marks, soft hyphens and look-alike letters
 * @param capital true when the word is written with a capital first letter
 * @param opens true when the word opens a line, a sentence or a quotation, where a capital says nothing
 * @param number true when the word has a digit
 * @param lexeme the token that the word is, when its folded form is the word's; else null
 */
public record FoldedWord(
        int begin,
        int end,
        String folded,
        boolean capital,
        boolean opens,
        boolean number,
        @Nullable Lexeme lexeme) {}
