/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

/** Puts a noun of people that no dictionary has from the genitive into the nominative, by its ending. */
final class UnknownNouns {
    private UnknownNouns() {}

    /** геймдиректора: геймдиректор, очевидцев: очевидцы, блогерши: блогерша. */
    static String nominative(String word) {
        int size = word.length();
        if (size < 5) {
            return word;
        }
        if (word.endsWith("цев")) {
            return word.substring(0, size - 2) + "ы";
        }
        if (word.endsWith("ов")) {
            String stem = word.substring(0, size - 2);
            return stem + ("гкхжшчщ".indexOf(stem.charAt(stem.length() - 1)) >= 0 ? "и" : "ы");
        }
        String stem = word.substring(0, size - 1);
        char last = stem.charAt(size - 2);
        return switch (word.charAt(size - 1)) {
            case 'а' -> isConsonant(last) ? stem : word;
            case 'я' -> isConsonant(last) ? stem + "ь" : word;
            case 'ы' -> isConsonant(last) ? stem + "а" : word;
            case 'и' -> "гкхжшчщ".indexOf(last) >= 0 ? stem + "а" : word;
            default -> word;
        };
    }

    /** Whether the ending is one of a thing rather than of a person. */
    static boolean isAbstract(String word) {
        return word.endsWith("ия")
                || word.endsWith("ие")
                || word.endsWith("ии")
                || word.endsWith("ство")
                || word.endsWith("ства")
                || word.endsWith("сть")
                || word.endsWith("сти");
    }

    private static boolean isConsonant(char letter) {
        return "бвгджзклмнпрстфхцчшщ".indexOf(letter) >= 0;
    }
}
