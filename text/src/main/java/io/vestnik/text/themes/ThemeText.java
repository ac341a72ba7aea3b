/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.themes;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Analyzer.Article;
import io.vestnik.text.lang.Lexeme;
import io.vestnik.text.lang.LexemeNotes;
import io.vestnik.text.sketch.ArticleWords;
import io.vestnik.text.sketch.FoldedWord;
import io.vestnik.text.sketch.TermLemmas;

/**
 * The words of an article as themes are told by them: how often each is used, and how much of the text the classes of the
 * lexicon take. News tell the matter first, so title and lead count more, and what comes late in a long text not at all.
 */
final class ThemeText {
    private static final int TITLE_COUNT = 3;
    private static final int LEAD_COUNT = 2;
    private static final int LEAD_WORDS = 60;
    private static final int MOST_WORDS = 400;

    /** A pair tells more than its two words do alone. */
    private static final int PAIR_FACTOR = 2;

    /** A term of the text. */
    static final class Use {
        final String term;
        final int[] classes;
        int count;

        private Use(String term, int[] classes) {
            this.term = term;
            this.classes = classes;
        }
    }

    /**
     * What a written form counts as.
     *
     * @param reader the words of whose language say so
     * @param term the term
     * @param classes its classes
     * @param pairs pairs that begin with it, by their second word; null when there are none
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Read(
            ThemeLexicon.Words reader,
            String term,
            int[] classes,
            @Nullable Map<String, int[]> pairs) {}

    private static final LexemeNotes<Read> NOTES = new LexemeNotes<>();

    private final ThemeLexicon.Words lexicon;
    private final UnaryOperator<String> lemmas;
    private final Map<String, Use> uses = new LinkedHashMap<>();
    private final Map<String, Use> pairs = new LinkedHashMap<>();
    private final int[] classes;
    private int numbers;
    private int words;

    private ThemeText(Article article, ThemeLexicon lexicon, ThemeLexicon.Words words) {
        this.lexicon = words;
        this.lemmas = TermLemmas.of(article.language());
        this.classes = new int[lexicon.classes().size()];
        if (article.title() != null) {
            List<FoldedWord> title = ArticleWords.of(article.title()).words();
            count(title.subList(0, Math.min(title.size(), LEAD_WORDS)), TITLE_COUNT, null);
        }
        List<FoldedWord> body = article.words().words();
        int lead = Math.min(body.size(), LEAD_WORDS);
        Read last = count(body.subList(0, lead), LEAD_COUNT, null);
        count(body.subList(lead, Math.min(body.size(), MOST_WORDS)), 1, last);
    }

    /** Reads an article; null when its language is not in the lexicon. */
    static @Nullable ThemeText of(Article article, ThemeLexicon lexicon) {
        ThemeLexicon.Words words = lexicon.words(article.language());
        return words == null ? null : new ThemeText(article, lexicon, words);
    }

    /** The terms, in the order of their first use. */
    Iterable<Use> uses() {
        return uses.values();
    }

    /** The pairs that the lexicon has, in the order of their first use; their terms are joined by a space. */
    Iterable<Use> pairs() {
        return pairs.values();
    }

    /** How often words of a class are used. */
    int uses(int number) {
        return classes[number];
    }

    /** How often numbers are used. */
    int numbers() {
        return numbers;
    }

    /** How often words and numbers are used in all. */
    int words() {
        return words;
    }

    /** Uses of all classes and of numbers together. */
    long classified() {
        return numbers + Arrays.stream(classes).asLongStream().sum();
    }

    /** Counts the words, of which the first follows another; gives the last. */
    private @Nullable Read count(List<FoldedWord> list, int times, @Nullable Read before) {
        Read last = before;
        for (FoldedWord word : list) {
            words += times;
            if (word.number()) {
                numbers += times;
                last = null;
                continue;
            }
            Read read = read(word);
            add(uses.computeIfAbsent(read.term, term -> new Use(term, read.classes)), times);
            int[] paired = last == null || last.pairs == null ? null : last.pairs.get(read.term);
            if (last != null && paired != null) {
                add(
                        pairs.computeIfAbsent(last.term + " " + read.term, pair -> new Use(pair, paired)),
                        times * PAIR_FACTOR);
            }
            last = read;
        }
        return last;
    }

    private void add(Use use, int times) {
        use.count += times;
        for (int number : use.classes) {
            classes[number] += times;
        }
    }

    private Read read(FoldedWord word) {
        Lexeme lexeme = word.lexeme();
        Read read = lexeme == null ? null : NOTES.get(lexeme);
        if (read == null || read.reader != lexicon) {
            String term = lemmas.apply(word.folded());
            read = new Read(lexicon, term, lexicon.classes(term), lexicon.pairs(term));
            if (lexeme != null) {
                NOTES.put(lexeme, read);
            }
        }
        return read;
    }
}
