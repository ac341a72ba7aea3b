/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

/**
 * A token of a text.
 *
 * @param begin first code point
 * @param end one past the last code point
 * @param kind kind of the token
 * @param text the token as written
 * @param folded the token in lower case, ё as е, without stress marks and soft hyphens: what lexicons are looked up with
 */
public record Token(int begin, int end, TokenKind kind, String text, String folded) {
    /** True when the first letter is a capital. */
    public boolean capitalized() {
        return !text.isEmpty() && Character.isUpperCase(text.codePointAt(0));
    }

    /** True for a word. */
    public boolean isWord() {
        return kind == TokenKind.WORD;
    }
}
