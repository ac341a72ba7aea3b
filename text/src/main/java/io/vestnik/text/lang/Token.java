/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

/**
 * A token of a text.
 *
 * @param begin first code point
 * @param end one past the last code point
 * @param lexeme what all tokens that are written alike have in common
 */
public record Token(int begin, int end, Lexeme lexeme) {
    /** Kind of the token. */
    public TokenKind kind() {
        return lexeme.kind();
    }

    /** The token as written. */
    public String text() {
        return lexeme.text();
    }

    /** As {@link Lexeme#folded}. */
    public String folded() {
        return lexeme.folded();
    }

    /** Its first code point, as written. */
    public int initial() {
        return lexeme.initial();
    }

    /** True when the first letter is a capital. */
    public boolean capitalized() {
        return lexeme.capitalized();
    }

    /** True for a word. */
    public boolean isWord() {
        return lexeme.kind() == TokenKind.WORD;
    }
}
