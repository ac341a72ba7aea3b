/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import io.vestnik.text.lang.Chars;

/** What the scanner of words must know of a letter, as bits; looked up in a table for the scripts of the news. */
final class WordLetters {
    /** A letter or a digit. */
    static final int WORD = 1;
    /** A digit. */
    static final int DIGIT = 1 << 1;
    /** A letter or digit that is folded for comparing as it is for lexicons. */
    static final int PLAIN = 1 << 2;

    private static final int LATIN = 1 << 3;
    private static final int CYRILLIC = 1 << 4;
    private static final byte[] KINDS = new byte[0x530];

    static {
        for (char c = 0; c < KINDS.length; c++) {
            KINDS[c] = (byte) look(c);
        }
    }

    private WordLetters() {}

    /** The bits of a char; half of a pair is no letter. */
    static int kinds(char c) {
        return c < KINDS.length ? KINDS[c] : look(c);
    }

    /** Whether letters with these bits together are of both alphabets. */
    static boolean mixes(int kinds) {
        return (kinds & LATIN) != 0 && (kinds & CYRILLIC) != 0;
    }

    private static int look(char c) {
        int kinds = 0;
        if (Chars.isLetterOrDigit(c)) {
            kinds |= WORD;
            kinds |= c < 0x100 || (c >= 0x400 && c < 0x530) ? PLAIN : 0;
        }
        kinds |= Chars.isDigit(c) ? DIGIT : 0;
        kinds |= LookAlikes.isLatin(c) ? LATIN : 0;
        kinds |= LookAlikes.isCyrillic(c) ? CYRILLIC : 0;
        return kinds;
    }
}
