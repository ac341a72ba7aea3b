/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import java.util.Locale;

/** Classes of characters. One place for them, so that all parts agree on what a dash or an opening mark is. */
public final class Chars {
    private static final int STRESS = 0x0301;
    private static final int GRAVE = 0x0300;
    private static final int SOFT_HYPHEN = 0x00AD;
    private static final int BREVE = 0x0306;
    private static final int DIAERESIS = 0x0308;

    private Chars() {}

    /** A break of lines. */
    public static boolean isLineBreak(int c) {
        return CharKinds.is(c, CharKinds.LINE_BREAK);
    }

    /** White space of any kind, no-break and zero-width ones and the byte order mark included. */
    public static boolean isSpace(int c) {
        return CharKinds.is(c, CharKinds.SPACE);
    }

    /** A digit of any script. */
    public static boolean isDigit(int c) {
        return CharKinds.is(c, CharKinds.DIGIT);
    }

    /** A letter or a digit of any script. */
    public static boolean isLetterOrDigit(int c) {
        return CharKinds.is(c, CharKinds.WORD);
    }

    /** A hyphen that joins the parts of a word. */
    public static boolean isHyphen(int c) {
        return c == '-' || c == 0x2010 || c == 0x2011;
    }

    /** A hyphen or dash of any length. */
    public static boolean isDash(int c) {
        return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
    }

    /** An apostrophe. */
    public static boolean isApostrophe(int c) {
        return c == '\'' || c == 0x2019 || c == 0x02BC;
    }

    /** Any mark of quotation, single ones left out. */
    public static boolean isQuoteMark(int c) {
        return c == '"'
                || c == 0xAB
                || c == 0xBB
                || c == 0x201C
                || c == 0x201D
                || c == 0x201E
                || c == 0x201F
                || c == 0x2033;
    }

    /** A mark that closes a quotation, or may. */
    public static boolean mayClose(int c) {
        return c == '"' || c == 0xBB || c == 0x201C || c == 0x201D || c == 0x2033;
    }

    /** A mark that opens a quotation, or may. */
    public static boolean mayOpen(int c) {
        return c == '"' || c == 0xAB || c == 0x201E || c == 0x201C || c == 0x201F;
    }

    /** A mark that is written onto the letter before it, or a sign inside a word that is not seen. */
    public static boolean isInsideWord(int c) {
        return CharKinds.is(c, CharKinds.INSIDE_WORD);
    }

    /** A letter of the Cyrillic script. */
    public static boolean isCyrillic(int c) {
        return c >= 0x0400 && c <= 0x052F;
    }

    /** A letter of the Latin script. */
    public static boolean isLatin(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7)
                || (c >= 0x1E00 && c <= 0x1EFF);
    }

    /** Folds a word for lookup: lower case, ё as е, no stress marks, soft hyphens or joiners, plain hyphens. */
    public static String fold(String word) {
        int plain = 0;
        while (plain < word.length() && CharKinds.is(word.charAt(plain), CharKinds.FOLDED)) {
            plain++;
        }
        return plain == word.length() ? word : foldFrom(word, plain);
    }

    /** Folds a word whose first characters are folded already, letter by letter as long as no neighbour has a say. */
    private static String foldFrom(String word, int plain) {
        char[] folded = new char[word.length()];
        word.getChars(0, plain, folded, 0);
        for (int i = plain; i < folded.length; i++) {
            char c = CharKinds.folded(word.charAt(i));
            if (c == 0) {
                return foldWithMarks(word);
            }
            folded[i] = c;
        }
        return new String(folded);
    }

    private static String foldWithMarks(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (c == 'ё') {
                folded.append('е');
            } else if (c == BREVE && endsWith(folded, 'и')) {
                folded.setCharAt(folded.length() - 1, 'й');
            } else if (c == 0x2010 || c == 0x2011) {
                folded.append('-');
            } else if (c == 0x2019 || c == 0x02BC) {
                folded.append('\'');
            } else if (!isDropped(c, folded)) {
                folded.append(c);
            }
        }
        return folded.toString();
    }

    /** Marks of stress, signs that are not seen, and the dots of a decomposed ё. */
    private static boolean isDropped(char c, StringBuilder before) {
        return c == STRESS
                || c == GRAVE
                || c == SOFT_HYPHEN
                || c == 0x200C
                || c == 0x200D
                || (c == DIAERESIS && endsWith(before, 'е'));
    }

    private static boolean endsWith(StringBuilder text, char c) {
        return text.length() > 0 && text.charAt(text.length() - 1) == c;
    }
}
