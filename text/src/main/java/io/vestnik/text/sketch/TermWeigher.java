/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Term;
import io.vestnik.text.lang.Lexeme;
import io.vestnik.text.lang.LexemeNotes;
import io.vestnik.text.lang.SourceText;
import io.vestnik.text.sketch.TermUses.Use;

/** Finds the terms that tell most about a text: TF-IDF against frozen statistics. Thread-safe if its lemmatizer is. */
public final class TermWeigher {
    /** Most terms that are kept of a text. */
    public static final int MOST = 64;

    private static final int THOUSANDTHS = 1000;
    private static final int SHORTEST = 2;
    /** News tell the event first: an occurrence in the title or in the first words counts more than one. */
    private static final int TITLE_COUNT = 3;

    private static final int LEAD_COUNT = 2;
    /** Names tell events apart better than other words of the same rarity. */
    private static final double NAME_FACTOR = 1.5;
    /** Numbers are not in the statistics: each is taken for as rare as a word of this many texts. */
    private static final int NUMBER_FREQUENCY = 5;

    /** Texts up to which the rarities of their numbers are computed beforehand. */
    private static final int MOST_RARITIES = 1 << 14;

    private static final int LEAD_WORDS = 60;
    /** 1 + ln n for the counts that nearly all terms have. */
    private static final double[] COUNT_FACTORS = new double[64];

    static {
        for (int count = 1; count < COUNT_FACTORS.length; count++) {
            COUNT_FACTORS[count] = 1 + StrictMath.log(count);
        }
    }

    /**
     * What a word counts as.
     *
     * @param weigher who says so
     * @param term the term
     * @param hash of the term, here so that the term itself need not be looked at
     * @param frequency how many texts of the statistics have it
     */
    private record Counted(TermWeigher weigher, String term, int hash, int frequency) {}

    private static final LexemeNotes<Counted> NOTES = new LexemeNotes<>();

    private final TermStatistics statistics;
    private final UnaryOperator<String> lemmatizer;
    /** The rarity of a term by the number of texts that have it. */
    private final double[] rarities;

    /**
     * Makes a weigher.
     *
     * @param statistics statistics built with the same lemmatizer
     * @param lemmatizer from a folded word to the term it counts as
     */
    public TermWeigher(TermStatistics statistics, UnaryOperator<String> lemmatizer) {
        this.statistics = statistics;
        this.lemmatizer = lemmatizer;
        this.rarities = new double[Math.min(Math.max(statistics.documents(), NUMBER_FREQUENCY), MOST_RARITIES) + 1];
        for (int frequency = 0; frequency < rarities.length; frequency++) {
            rarities[frequency] = StrictMath.log((2.0 + statistics.documents()) / (1.0 + frequency));
        }
    }

    /** The weigher that Vestnik ships for a language. */
    public static TermWeigher of(String language) {
        return new TermWeigher(TermStatistics.of(language), TermLemmas.of(language));
    }

    /**
     * Weighs the terms of a text.
     *
     * @param text the text; boilerplate lines are left out
     * @param title a title outside the text, or null
     * @return at most {@value #MOST} terms, heaviest first, equal weights by term
     */
    public List<Term> weigh(String text, @Nullable String title) {
        return weigh(ArticleWords.of(text), title == null ? null : SourceText.of(title));
    }

    /**
     * Weighs the terms of an article whose words have been read.
     *
     * @param article its words
     * @param title a title outside the text, or null
     * @return as {@link #weigh(String, String)}
     */
    public List<Term> weigh(ArticleWords article, @Nullable SourceText title) {
        List<FoldedWord> words = article.words();
        List<FoldedWord> titled = title == null ? List.of() : WordScanner.scan(title);
        TermUses uses = new TermUses(words.size() + titled.size());
        for (int i = 0; i < words.size(); i++) {
            count(words.get(i), i < LEAD_WORDS ? LEAD_COUNT : 1, uses);
        }
        for (FoldedWord word : titled) {
            count(word, TITLE_COUNT, uses);
        }
        return heaviest(uses.all());
    }

    private List<Term> heaviest(List<Use> uses) {
        int count = uses.size();
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            // One number that sorts by falling weight and tells the term.
            keys[i] = ((long) -weight(uses.get(i)) << Integer.SIZE) | i;
        }
        Arrays.sort(keys);
        List<Term> heaviest = new ArrayList<>(MOST);
        int from = 0;
        while (from < count && heaviest.size() < MOST && keys[from] < 0) {
            int weight = -(int) (keys[from] >> Integer.SIZE);
            int to = from;
            while (to < count && -(int) (keys[to] >> Integer.SIZE) == weight) {
                to++;
            }
            addAlphabetically(uses, keys, from, to, weight, heaviest);
            from = to;
        }
        return List.copyOf(heaviest);
    }

    /** Adds terms of equal weight until there are enough. */
    private static void addAlphabetically(
            List<Use> uses, long[] keys, int from, int to, int weight, List<Term> heaviest) {
        String[] equal = new String[to - from];
        for (int i = from; i < to; i++) {
            equal[i - from] = uses.get((int) keys[i]).term;
        }
        Arrays.sort(equal);
        for (int i = 0; i < equal.length && heaviest.size() < MOST; i++) {
            heaviest.add(new Term(equal[i], weight));
        }
    }

    /** Gives each term of a text once, for statistics. */
    public static List<String> distinct(String text, UnaryOperator<String> lemmatizer) {
        return WordScanner.scan(Boilerplate.strip(text).text()).stream()
                .filter(word -> tells(word) && !word.number())
                .map(word -> lemmatizer.apply(word.folded()))
                .distinct()
                .toList();
    }

    private void count(FoldedWord word, int times, TermUses uses) {
        if (tells(word)) {
            Counted counted = counted(word);
            Use use = uses.of(counted.term, counted.hash, counted.frequency);
            use.count += times;
            use.name |= word.capital() && !word.opens();
            use.number |= word.number();
        }
    }

    private Counted counted(FoldedWord word) {
        Lexeme lexeme = word.lexeme();
        Counted counted = lexeme == null ? null : NOTES.get(lexeme);
        if (counted == null || counted.weigher != this) {
            String term = lemmatizer.apply(word.folded());
            counted = new Counted(this, term, term.hashCode(), statistics.frequency(term));
            if (lexeme != null) {
                NOTES.put(lexeme, counted);
            }
        }
        return counted;
    }

    private static boolean tells(FoldedWord word) {
        return word.folded().length() >= SHORTEST;
    }

    /** (1 + ln count) · ln((2 + texts) / (1 + texts with the term)), by the logarithm that all machines agree on. */
    private int weight(Use use) {
        int frequency = use.number ? NUMBER_FREQUENCY : use.frequency;
        double rarity = frequency < rarities.length
                ? rarities[frequency]
                : StrictMath.log((2.0 + statistics.documents()) / (1.0 + frequency));
        double factor = use.name ? NAME_FACTOR : 1;
        double count = use.count < COUNT_FACTORS.length ? COUNT_FACTORS[use.count] : 1 + StrictMath.log(use.count);
        return (int) StrictMath.rint(THOUSANDTHS * factor * count * rarity);
    }
}
