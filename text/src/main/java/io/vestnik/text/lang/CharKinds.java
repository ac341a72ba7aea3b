/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import java.util.Locale;

/**
 * What a character can be to a scanner, as bits. Looked up in a table below {@link #TABLE_SIZE}, where nearly every
 * character of the news is, and asked of {@link Character} above it.
 */
final class CharKinds {
    /** A letter. */
    static final int LETTER = 1;
    /** A digit. */
    static final int DIGIT = 1 << 1;
    /** White space as {@link Chars#isSpace} has it. */
    static final int SPACE = 1 << 2;
    /** A break of lines. */
    static final int LINE_BREAK = 1 << 3;
    /** A mark of punctuation. */
    static final int PUNCTUATION = 1 << 4;
    /** A mark on the letter before it, or a sign that is not seen. */
    static final int INSIDE_WORD = 1 << 5;
    /** A sign, neither letter nor digit, that web and mail addresses are written with. */
    static final int ADDRESS = 1 << 6;
    /** The character is what {@link Chars#fold} makes of it. */
    static final int FOLDED = 1 << 7;
    /** What can join two parts of a word or of a number. */
    static final int JOINT = 1 << 8;

    /** A letter or a digit. */
    static final int WORD = LETTER | DIGIT;

    /** Basic scripts and general punctuation. */
    private static final int TABLE_SIZE = 0x2100;

    private static final short[] KINDS = new short[TABLE_SIZE];

    /** What a character is folded to where that does not depend on its neighbours; zero elsewhere. */
    private static final char[] FOLDS = new char[0x530];

    static {
        for (int c = 0; c < TABLE_SIZE; c++) {
            KINDS[c] = (short) look(c);
        }
        for (char c = 0; c < FOLDS.length; c++) {
            FOLDS[c] = fold(c);
        }
    }

    private CharKinds() {}

    /** The bits of a character. */
    static int of(int c) {
        return c < TABLE_SIZE ? KINDS[c] : look(c);
    }

    /** Whether the character has one of the bits. */
    static boolean is(int c, int kinds) {
        return (of(c) & kinds) != 0;
    }

    /** The one character that a character is folded to wherever it stands; zero when its neighbours have a say. */
    static char folded(char c) {
        return c < FOLDS.length ? FOLDS[c] : 0;
    }

    private static char fold(char c) {
        if (c == 'ё' || c == 'Ё') {
            return 'е';
        }
        String lower = Character.toString(c).toLowerCase(Locale.ROOT);
        // Marks act on the letter before them; a capital sigma is another letter at the end of a word.
        boolean simple = lower.length() == 1 && c != 'Σ' && (look(c) & INSIDE_WORD) == 0 && c != 0x02BC;
        return simple ? lower.charAt(0) : 0;
    }

    private static int look(int c) {
        int kinds = 0;
        kinds |= Character.isLetter(c) ? LETTER : 0;
        kinds |= Character.isDigit(c) ? DIGIT : 0;
        kinds |= isSpace(c) ? SPACE : 0;
        kinds |= isLineBreak(c) ? LINE_BREAK : 0;
        kinds |= isPunctuation(c) ? PUNCTUATION : 0;
        kinds |= isInsideWord(c) ? INSIDE_WORD : 0;
        kinds |= ".:/@-_~+".indexOf(c) >= 0 ? ADDRESS : 0;
        kinds |= Chars.isHyphen(c) || Chars.isApostrophe(c) || ".,:".indexOf(c) >= 0 ? JOINT : 0;
        kinds |= isFolded(c) ? FOLDED : 0;
        return kinds;
    }

    private static boolean isLineBreak(int c) {
        return c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    private static boolean isSpace(int c) {
        if (c < 0x80) {
            return c <= ' ' || c == 0x7F;
        }
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == 0x85
                || c == 0x200B
                || c == 0x2060
                || c == 0xFEFF;
    }

    /** Soft hyphens, joiners and combining marks. */
    private static boolean isInsideWord(int c) {
        return c == 0x00AD || c == 0x200C || c == 0x200D || (c >= 0x0300 && c <= 0x036F);
    }

    private static boolean isFolded(int c) {
        return (c >= 'а' && c <= 'я') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    }

    private static boolean isPunctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION -> true;
            case Character.OTHER_PUNCTUATION ->
                c != '%' && c != '&' && c != '@' && c != '#' && c != '*' && c != '\\' && c != '/';
            default -> c == '`';
        };
    }
}
