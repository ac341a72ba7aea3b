/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

/**
 * What a word is made of for the measures: letters and numbers of any kind (½, ② and Roman numeral signs included), no
 * underscore and no combining marks. It is what {@code [^\W_]} means in Python for a string of Unicode. This is not how
 * the analysis cuts words: a measure must not change with what it measures.
 */
final class WordCharacters {
    private static final int LETTERS_AND_NUMBERS = 1 << Character.UPPERCASE_LETTER
            | 1 << Character.LOWERCASE_LETTER
            | 1 << Character.TITLECASE_LETTER
            | 1 << Character.MODIFIER_LETTER
            | 1 << Character.OTHER_LETTER
            | 1 << Character.DECIMAL_DIGIT_NUMBER
            | 1 << Character.LETTER_NUMBER
            | 1 << Character.OTHER_NUMBER;

    private WordCharacters() {}

    /** Whether the code point is part of a word. */
    static boolean isWord(int codePoint) {
        return (LETTERS_AND_NUMBERS >> Character.getType(codePoint) & 1) == 1;
    }

    /** Whether the code point joins two parts of a token, as in a double-barrelled name. */
    static boolean isJoiner(int codePoint) {
        return codePoint == '-' || codePoint == '\u2011' || codePoint == '\u2019' || codePoint == '\'';
    }

    /** White space as Python strips it: also no-break spaces, separators of information, and the next-line character. */
    static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || codePoint == 0x85;
    }
}
