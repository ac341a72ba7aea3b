/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Document;
import io.vestnik.text.lang.Chars;
import io.vestnik.text.lang.Lemmas;
import io.vestnik.text.lang.Morphology;
import io.vestnik.text.lang.Reading;
import io.vestnik.text.sketch.FoldedWord;
import io.vestnik.text.sketch.TermLemmas;
import io.vestnik.text.sketch.WordScanner;

/**
 * The words of articles and of expressions in one form: folded, with a capital where it says that the word is a name.
 * That is all of an article that a watch which is declared later must know of its text.
 */
public final class WatchWords {
    /** Between title and text, so that no phrase reaches across. */
    private static final char BREAK = '\n';

    private static final UnaryOperator<String> RUSSIAN = TermLemmas.of("ru");
    private static final UnaryOperator<String> ENGLISH = TermLemmas.of("en");

    private WatchWords() {}

    /**
     * The words of an article in their order, each followed by a blank, those of a title that stands outside the text
     * first and with a line break behind them. Time is linear in the length.
     */
    public static String of(Document document) {
        StringBuilder words = new StringBuilder(document.text().length());
        String title = document.title();
        if (title != null) {
            append(words, title);
            words.append(BREAK).append(' ');
        }
        append(words, document.text());
        return words.toString();
    }

    /** The words of a phrase, in their order. */
    static List<String> words(String phrase) {
        List<String> words = new ArrayList<>();
        for (FoldedWord word : WordScanner.scan(phrase)) {
            // What opens a phrase of an expression does not open a sentence: its capital says something.
            words.add(written(word.folded(), word.capital()));
        }
        return words;
    }

    /** Cuts words that {@link #of} has joined. */
    static List<String> split(String joined) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int blank = joined.indexOf(' '); blank >= 0; blank = joined.indexOf(' ', from)) {
            words.add(joined.substring(from, blank));
            from = blank + 1;
        }
        return words;
    }

    /**
     * By what a word is recognized: its folded form and its dictionary forms. Two words are one when they share a key.
     * Of a Russian word the dictionary forms are all of its likeliest part of speech, as банки are of банк and of банка;
     * of one with a capital they are those of names, if it can be one.
     */
    static Set<String> keys(String word) {
        String folded = Chars.fold(word);
        Set<String> keys = new TreeSet<>();
        keys.add(folded);
        if (folded.isEmpty() || !Chars.isCyrillic(folded.charAt(0))) {
            keys.add(ENGLISH.apply(folded));
            return keys;
        }
        boolean capital = !word.equals(folded);
        List<Reading> readings = Morphology.russian().readings(folded);
        Reading best = best(readings, capital);
        if (best == null) {
            keys.add(RUSSIAN.apply(folded));
            return keys;
        }
        for (Reading reading : readings) {
            boolean name = reading.grammar().name() != null;
            if (reading.pos() == best.pos() && name == (best.grammar().name() != null)) {
                keys.add(reading.lemma());
            }
        }
        return keys;
    }

    private static @Nullable Reading best(List<Reading> readings, boolean capital) {
        Reading best = null;
        for (Reading reading : readings) {
            if (best == null || Lemmas.rank(reading.grammar(), capital) < Lemmas.rank(best.grammar(), capital)) {
                best = reading;
            }
        }
        return best;
    }

    private static void append(StringBuilder words, String text) {
        for (FoldedWord word : WordScanner.scan(text)) {
            words.append(written(word.folded(), word.capital() && !word.opens()))
                    .append(' ');
        }
    }

    private static String written(String folded, boolean capital) {
        if (!capital || folded.isEmpty()) {
            return folded;
        }
        int first = folded.codePointAt(0);
        return Character.toString(Character.toUpperCase(first)) + folded.substring(Character.charCount(first));
    }
}
