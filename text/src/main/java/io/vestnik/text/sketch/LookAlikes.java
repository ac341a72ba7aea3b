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
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            cyrillic |= isCyrillic(c);
            latin |= isLatin(c);
        }
        return latin && cyrillic ? unifyMixed(word) : word;
    }

    private static String unifyMixed(String word) {
        boolean latinOnly = false;
        boolean cyrillicOnly = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            latinOnly |= isLatin(c) && LATIN.indexOf(c) < 0;
            cyrillicOnly |= isCyrillic(c) && CYRILLIC.indexOf(c) < 0;
        }
        if (latinOnly && cyrillicOnly) {
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

    static boolean isCyrillic(char c) {
        return c >= '\u0400' && c <= '\u04ff';
    }

    static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
