/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Recent;
import io.vestnik.text.sketch.TermLemmas;
import io.vestnik.text.sketch.TermStatistics;

/**
 * What is known of the words of a language when quotes are compared: the form they are counted in, how much each tells,
 * and which of them are numerals. A frozen resource. Thread-safe.
 */
final class WordStock {
    /** What a number tells: which one it is matters, but most are common. */
    static final int NUMBER_WEIGHT = 4;

    /** Above this the statistics, being of some hundred texts, cannot tell rare from unknown. */
    private static final int MOST_WEIGHT = 7;

    /** A word that any speaker uses tells little, however rarely it is printed. */
    private static final int SPOKEN_WEIGHT = 1;

    /** Logarithm of the words whose facts are kept. */
    private static final int FACT_BITS = 15;

    private static final int SHORTEST = 4;
    private static final int SHORTEST_ENGLISH_STEM = 4;

    private static final Map<String, WordStock> STOCKS = new TreeMap<>();

    private final UnaryOperator<String> lemmatizer;
    private final UnaryOperator<String> stemmer;
    private final TermStatistics statistics;
    private final Set<String> idle;
    private final Set<String> spoken;
    private final Map<String, Numeral> numerals;
    private final Recent<Fact> facts = new Recent<>(FACT_BITS);

    /**
     * A numeral or unit.
     *
     * @param sense number in digits, or the unit's short form
     * @param sign true when it is written as digits or in short
     */
    record Numeral(String sense, boolean sign) {}

    private WordStock(String language) {
        this.lemmatizer = TermLemmas.of(language);
        this.stemmer = "en".equals(language) ? WordStock::englishStem : UnaryOperator.identity();
        this.statistics = TermStatistics.of(language);
        this.idle = words("idle-words-" + language + ".txt");
        this.spoken = new LinkedHashSet<>();
        words("spoken-words-" + language + ".txt").forEach(word -> spoken.add(lemma(word)));
        this.numerals = numerals("numerals-" + language + ".txt");
    }

    /** The words of a language; of one without lists all words of four letters tell something. */
    static WordStock of(String language) {
        synchronized (STOCKS) {
            return STOCKS.computeIfAbsent(language, WordStock::new);
        }
    }

    private static Set<String> words(String resource) {
        Set<String> words = new LinkedHashSet<>();
        WordLists.lines(resource).forEach(line -> words.addAll(List.of(line.split("\\s+", -1))));
        return words;
    }

    private static Map<String, Numeral> numerals(String resource) {
        Map<String, Numeral> numerals = new LinkedHashMap<>();
        for (String line : WordLists.lines(resource)) {
            boolean sign = false;
            String[] forms = line.split("\\s+", -1);
            for (int i = 1; i < forms.length; i++) {
                if ("|".equals(forms[i])) {
                    sign = true;
                } else {
                    numerals.put(forms[i], new Numeral(forms[0], sign));
                }
            }
        }
        return numerals;
    }

    /**
     * What is known of a word.
     *
     * @param lemma form in which it is compared with other forms of the word
     * @param weight how much it tells; 0 for a word that says nothing of its own, at most {@value #MOST_WEIGHT}
     * @param numeral the numeral or unit that it is; null when it is none
     */
    record Fact(String lemma, int weight, @Nullable Numeral numeral) {}

    /** What is known of a folded word. */
    Fact fact(String folded) {
        Fact fact = facts.get(folded);
        if (fact == null) {
            String term = lemmatizer.apply(folded);
            fact = new Fact(stemmer.apply(term), weight(folded, term), numerals.get(folded));
            facts.put(folded, fact);
        }
        return fact;
    }

    /** The form in which a folded word is compared with other forms of it. */
    String lemma(String folded) {
        return stemmer.apply(lemmatizer.apply(folded));
    }

    /** The logarithm, to base 2, of how rare the texts are that have a word. */
    private int weight(String folded, String term) {
        if (folded.length() < SHORTEST || idle.contains(folded) || idle.contains(term)) {
            return 0;
        }
        if (spoken.contains(stemmer.apply(term))) {
            return SPOKEN_WEIGHT;
        }
        if (statistics.documents() == 0) {
            return MOST_WEIGHT;
        }
        int weight = 0;
        long rest = (2L + statistics.documents()) / (1L + statistics.frequency(term));
        while (rest > 1 && weight < MOST_WEIGHT) {
            rest >>= 1;
            weight++;
        }
        return weight;
    }

    /** Only equality matters: promise, promises, promised and promising are one. */
    private static String englishStem(String word) {
        for (String ending : List.of("ing", "ed", "es", "e", "s")) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_ENGLISH_STEM) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
