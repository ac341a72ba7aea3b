/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import io.vestnik.text.lang.Chars;
import io.vestnik.text.lang.Token;

/** What a written form shows by its kind and its letters, as bits: whatever is asked at every token and more than once. */
final class Writing {
    /** A word. */
    static final int WORD = 1;
    /** A word that begins with a small letter, or one that has no capital. */
    static final int LOWER = 1 << 1;
    /** A word that begins with a capital letter, Cyrillic. */
    static final int CAPITAL = 1 << 2;
    /** A word of two letters or more, all of them capitals. */
    static final int ALL_CAPITALS = 1 << 3;
    /** A word that begins with a Latin letter. */
    static final int LATIN = 1 << 4;
    /** A word of more than one character. */
    static final int LONG = 1 << 5;
    /** No word, and opens marks of quotation, or may. */
    static final int OPENS = 1 << 6;
    /** No word, and closes marks of quotation, or may. */
    static final int CLOSES = 1 << 7;
    /** Words after it begin with a capital of their own. */
    static final int BEFORE_START = 1 << 8;

    /** Number of bits. */
    static final int BITS = 9;

    private Writing() {}

    static int of(Token token) {
        int first = token.initial();
        if (!token.isWord()) {
            boolean opens = Chars.mayOpen(first);
            return (opens ? OPENS : 0)
                    | (Chars.mayClose(first) ? CLOSES : 0)
                    | (opens || first == ':' || first == '|' ? BEFORE_START : 0);
        }
        boolean cyrillic = Chars.isCyrillic(token.text().charAt(0));
        return WORD
                | (token.capitalized() ? (cyrillic ? CAPITAL : 0) : LOWER)
                | (token.lexeme().allCapitals() ? ALL_CAPITALS : 0)
                | (Chars.isLatin(first) ? LATIN : 0)
                | (token.text().length() > 1 ? LONG : 0);
    }
}
