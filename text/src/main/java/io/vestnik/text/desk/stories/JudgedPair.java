/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.stories;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Analysis;
import io.vestnik.text.desk.DeskConfig;
import io.vestnik.text.desk.copies.Copies;
import io.vestnik.text.desk.copies.TextNode;

/** Two articles of which it is known whether they tell of one event, as {@link LikenessTrainer} learns from them. */
public final class JudgedPair {
    private static final Copies COPIES = new Copies(DeskConfig.defaults().copies());

    private final int[] features;
    private final int evidence;
    private final boolean same;
    private final double weight;

    /** An article, read for comparison. */
    public static final class Article {
        private final String language;
        private final TermVector terms;
        private final TextNode text;

        /**
         * Reads an article.
         *
         * @param analysis what it says
         * @param title its title; null when there is none
         */
        public Article(Analysis analysis, @Nullable String title) {
            this.language = analysis.language();
            this.terms = new TermReader(language).read(analysis, title);
            this.text = new TextNode("", 0, analysis.sketch());
        }

        /** ISO 639-1 code. */
        public String language() {
            return language;
        }
    }

    /**
     * Compares two articles.
     *
     * @param same whether they tell of one event
     * @param weight what the pair counts in the training
     */
    public JudgedPair(Article a, Article b, boolean same, double weight) {
        this.features = new Shared(a.terms, b.terms).features();
        this.evidence = Likeness.bias(a.language) + LikePairs.OVERLAP * COPIES.overlap(a.text, b.text) / Likeness.WHOLE;
        this.same = same;
        this.weight = weight;
    }

    /** Whether they tell of one event. */
    public boolean same() {
        return same;
    }

    /** What the pair counts in the training. */
    double weight() {
        return weight;
    }

    /** Whether both articles have a title. */
    public boolean titled() {
        return features[Shared.TITLED] > 0;
    }

    /**
     * The features with a constant one at the end.
     *
     * @param titled whether titles are looked at
     */
    double[] features(boolean titled) {
        double[] row = new double[Shared.TITLED + 1];
        for (int i = 0; i < Shared.TITLED; i++) {
            row[i] = titled || !Shared.ofTitles(i) ? (double) features[i] / Likeness.WHOLE : 0;
        }
        row[Shared.TITLED] = 1;
        return row;
    }

    /** What is added to what the model says: for the language and for words in common, thousandths. */
    int evidence() {
        return evidence;
    }
}
