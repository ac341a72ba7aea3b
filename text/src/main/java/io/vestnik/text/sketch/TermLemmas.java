/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import io.vestnik.text.lang.Morphology;

/**
 * Brings folded words to the form in which terms are counted. Only equality of the forms matters, so an unknown word is
 * cut at its likely ending rather than looked at closely. A change here needs new term statistics.
 */
public final class TermLemmas {
    private static final int SHORTEST_STEM = 4;
    private static final char FIRST_LETTER = 'а';
    private static final char LAST_LETTER = 'я';
    private static final List<String> RUSSIAN_ENDINGS = List.of(
            "ами", "ями", "ого", "его", "ому", "ему", "ыми", "ими", "ах", "ях", "ов", "ев", "ом", "ем", "ой", "ей",
            "ою", "ею", "ам", "ям", "ую", "юю", "ая", "яя", "ые", "ие", "ый", "ий", "ых", "их", "ым", "им", "а", "я",
            "о", "е", "у", "ю", "ы", "и", "ь");

    /** The endings by their last letter, counted from the first of the small letters, in the order above. */
    private static final String[][] BY_LAST_LETTER = IntStream.rangeClosed(FIRST_LETTER, LAST_LETTER)
            .mapToObj(letter -> RUSSIAN_ENDINGS.stream()
                    .filter(ending -> ending.charAt(ending.length() - 1) == letter)
                    .toArray(String[]::new))
            .toArray(String[][]::new);

    private TermLemmas() {}

    /**
     * Gives the lemmatizer of a language.
     *
     * @param language ISO 639-1 code; a language without rules leaves words as they are
     */
    public static UnaryOperator<String> of(String language) {
        return switch (language) {
            case "ru" -> russian(Morphology.russian());
            case "en" -> TermLemmas::singular;
            default -> UnaryOperator.identity();
        };
    }

    private static UnaryOperator<String> russian(Morphology morphology) {
        return word -> {
            String lemma = morphology.firstLemma(word);
            return lemma == null ? cutRussian(word) : lemma;
        };
    }

    private static String singular(String word) {
        if (word.length() <= SHORTEST_STEM || !word.endsWith("s") || word.endsWith("ss")) {
            return word;
        }
        return word.endsWith("ies") ? word.substring(0, word.length() - 3) + "y" : word.substring(0, word.length() - 1);
    }

    private static String cutRussian(String word) {
        char last = word.isEmpty() ? 0 : word.charAt(word.length() - 1);
        if (last >= FIRST_LETTER && last <= LAST_LETTER) {
            for (String ending : BY_LAST_LETTER[last - FIRST_LETTER]) {
                if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM) {
                    return word.substring(0, word.length() - ending.length());
                }
            }
        }
        return word;
    }
}
