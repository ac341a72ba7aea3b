/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

/** Letters of one alphabet that are written in words of the other because they look alike. */
final class LookAlikes {
    private static final String LATIN = "ABCEHKMOPTXYaceopxyk";
    private static final String CYRILLIC = "АВСЕНКМОРТХУасеорхук";

    private LookAlikes() {}

    /**
     * Brings a word of mixed alphabets to the one that all its letters can be read in; leaves it as it is when there is
     * no such alphabet.
     */
    static String unify(String word) {
        boolean latin = false;
        boolean cyrillic = false;
        boolean latinOnly = false;
        boolean cyrillicOnly = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (isCyrillic(c)) {
                cyrillic = true;
                cyrillicOnly |= CYRILLIC.indexOf(c) < 0;
            } else if (isLatin(c)) {
                latin = true;
                latinOnly |= LATIN.indexOf(c) < 0;
            }
        }
        if (!latin || !cyrillic || (latinOnly && cyrillicOnly)) {
            return word;
        }
        return latinOnly ? translate(word, CYRILLIC, LATIN) : translate(word, LATIN, CYRILLIC);
    }

    private static String translate(String word, String from, String to) {
        StringBuilder out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            int at = from.indexOf(word.charAt(i));
            out.append(at < 0 ? word.charAt(i) : to.charAt(at));
        }
        return out.toString();
    }

    private static boolean isCyrillic(char c) {
        return c >= '\u0400' && c <= '\u04ff';
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
