/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

/**
 * Lower case by Unicode's full mapping, as Python has it. {@link String#toLowerCase(java.util.Locale)} decides on a final
 * sigma by word boundaries instead of Unicode's condition, and these change with the version of Java.
 */
final class LowerCase {
    private static final int CAPITAL_I_WITH_DOT = 0x130;
    private static final int CAPITAL_SIGMA = 0x3A3;
    private static final int SIGMA = 0x3C3;
    private static final int FINAL_SIGMA = 0x3C2;

    /** Punctuation within words that does not end the search for a letter; marks, formats and modifiers do not either. */
    private static final String IGNORABLE =
            "'.:\u00B7\u0387\u055F\u05F4\u2018\u2019\u2024\u2027\uFE13\uFE52\uFE55\uFF07\uFF0E\uFF1A";

    private static final int IGNORABLE_TYPES = 1 << Character.NON_SPACING_MARK
            | 1 << Character.ENCLOSING_MARK
            | 1 << Character.FORMAT
            | 1 << Character.MODIFIER_LETTER
            | 1 << Character.MODIFIER_SYMBOL;

    private LowerCase() {}

    static String of(String string) {
        int[] text = string.codePoints().toArray();
        StringBuilder lower = new StringBuilder(string.length());
        for (int i = 0; i < text.length; i++) {
            if (text[i] == CAPITAL_SIGMA) {
                lower.appendCodePoint(isFinal(text, i) ? FINAL_SIGMA : SIGMA);
            } else if (text[i] == CAPITAL_I_WITH_DOT) {
                lower.append("i\u0307");
            } else {
                lower.appendCodePoint(Character.toLowerCase(text[i]));
            }
        }
        return lower.toString();
    }

    private static boolean isFinal(int[] text, int at) {
        int before = at - 1;
        while (before >= 0 && isIgnorable(text[before])) {
            before--;
        }
        if (before < 0 || !isCased(text[before])) {
            return false;
        }
        int after = at + 1;
        while (after < text.length && isIgnorable(text[after])) {
            after++;
        }
        return after == text.length || !isCased(text[after]);
    }

    private static boolean isCased(int c) {
        return Character.isUpperCase(c) || Character.isLowerCase(c) || Character.isTitleCase(c);
    }

    private static boolean isIgnorable(int c) {
        return (IGNORABLE_TYPES >> Character.getType(c) & 1) == 1 || IGNORABLE.indexOf(c) >= 0;
    }
}
