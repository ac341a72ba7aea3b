/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.themes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Resources;
import io.vestnik.text.sketch.ArticleWords;
import io.vestnik.text.sketch.FoldedWord;
import io.vestnik.text.sketch.TermLemmas;

/**
 * Words by what they tell of a text's matter: a class may hold the words of crime, of football, of recipes. Words of all
 * languages share the classes, so that what one language teaches about a class holds for the others. Immutable.
 */
public final class ThemeLexicon {
    private static final String RESOURCE = "lexicon.txt";
    private static final String LANGUAGE_END = ": ";
    private static final int[] NONE = {};

    private final List<String> classes;
    private final Map<String, Words> languages;

    /** The words of one language, in the forms in which terms are counted. */
    static final class Words {
        private final Map<String, int[]> words = new LinkedHashMap<>();
        private final Map<String, Map<String, int[]>> pairs = new LinkedHashMap<>();

        /** Classes of a word, ascending; none for a word that is in none. */
        int[] classes(String term) {
            return words.getOrDefault(term, NONE);
        }

        /** Classes of the pairs that begin with a word, by the second word; null when there are none. */
        @Nullable Map<String, int[]> pairs(String first) {
            return pairs.get(first);
        }

        private void add(List<String> terms, int number) {
            if (terms.size() == 1) {
                words.merge(terms.get(0), new int[] {number}, Words::union);
            } else if (terms.size() == 2) {
                pairs.computeIfAbsent(terms.get(0), first -> new LinkedHashMap<>())
                        .merge(terms.get(1), new int[] {number}, Words::union);
            }
        }

        private static int[] union(int[] before, int[] number) {
            int last = before.length - 1;
            if (before[last] == number[0]) {
                return before;
            }
            int[] both = Arrays.copyOf(before, before.length + 1);
            both[last + 1] = number[0];
            return both;
        }
    }

    private ThemeLexicon(List<String> lines) {
        List<String> names = new ArrayList<>();
        Map<String, Words> byLanguage = new TreeMap<>();
        for (String line : lines) {
            if (line.startsWith("[")) {
                names.add(line.substring(1, line.length() - 1));
                continue;
            }
            int end = line.indexOf(LANGUAGE_END);
            if (end < 0 || names.isEmpty()) {
                throw new IllegalArgumentException("the lexicon has a line of no language or class: " + line);
            }
            String language = line.substring(0, end);
            Words words = byLanguage.computeIfAbsent(language, any -> new Words());
            UnaryOperator<String> lemmas = TermLemmas.of(language);
            for (String entry : line.substring(end + LANGUAGE_END.length()).split(" ", -1)) {
                words.add(terms(entry.replace('_', ' '), lemmas), names.size() - 1);
            }
        }
        this.classes = List.copyOf(names);
        this.languages = byLanguage;
    }

    private static final class Standard {
        private static final ThemeLexicon LEXICON = new ThemeLexicon(Resources.lines(ThemeLexicon.class, RESOURCE));
    }

    /** The lexicon that Vestnik ships. */
    public static ThemeLexicon standard() {
        return Standard.LEXICON;
    }

    /**
     * Reads a lexicon: a line with the name of a class in brackets, then lines of its words, {@code ru: слово слово},
     * where {@code _} joins the two words of a pair.
     *
     * @throws IllegalArgumentException at the first line that is neither
     */
    public static ThemeLexicon parse(List<String> lines) {
        return new ThemeLexicon(lines);
    }

    /** Names of the classes, by their number. */
    List<String> classes() {
        return classes;
    }

    /** The words of a language; null for a language that the lexicon does not have. */
    @Nullable Words words(String language) {
        return languages.get(language);
    }

    private static List<String> terms(String entry, UnaryOperator<String> lemmas) {
        return ArticleWords.of(entry).words().stream()
                .map(FoldedWord::folded)
                .map(lemmas)
                .toList();
    }
}
