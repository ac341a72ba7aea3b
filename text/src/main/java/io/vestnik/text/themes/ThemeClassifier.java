/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.themes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

import io.vestnik.text.Analyzer.Article;
import io.vestnik.text.Analyzer.Part;

/** Tells the theme of an article by a learned model. Thread-safe. */
public final class ThemeClassifier implements Part<ArticleTheme> {
    /** Most terms that are given as evidence. */
    public static final int MOST_TERMS = 5;

    private static final String RESOURCE = "themes.model.gz";
    private static final List<Theme> THEMES = List.of(Theme.values());

    private final ThemeModel model;
    private final ThemeLexicon lexicon;

    /**
     * Makes a classifier.
     *
     * @param model weights
     * @param lexicon the lexicon with which they were learned
     */
    public ThemeClassifier(ThemeModel model, ThemeLexicon lexicon) {
        this.model = model;
        this.lexicon = lexicon;
    }

    private static final class Standard {
        private static final ThemeClassifier CLASSIFIER = new ThemeClassifier(model(), ThemeLexicon.standard());

        private static ThemeModel model() {
            try (InputStream in =
                    Objects.requireNonNull(ThemeClassifier.class.getResourceAsStream(RESOURCE), RESOURCE)) {
                return ThemeModel.read(new GZIPInputStream(in));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the model of themes", e);
            }
        }
    }

    /** The classifier of this version, the same one for all: Russian and English. */
    public static ThemeClassifier standard() {
        return Standard.CLASSIFIER;
    }

    /**
     * Tells the theme of an article in time linear in its length.
     *
     * @return the theme with the highest score, of equal ones the first of {@link Theme}; none when the language is not
     *     read, or no word of the text is known
     */
    @Override
    public ArticleTheme read(Article article) {
        ThemeText text = ThemeText.of(article, lexicon);
        if (text == null) {
            return ArticleTheme.NONE;
        }
        long[] sums = new long[THEMES.size()];
        ThemeFeatures.each(article, text, lexicon, (name, value) -> {
            int[] weights = model.weights(name);
            for (int i = 0; weights != null && i < sums.length; i++) {
                sums[i] += (long) weights[i] * value;
            }
        });
        int best = 0;
        for (int i = 1; i < sums.length; i++) {
            best = sums[i] > sums[best] ? i : best;
        }
        ThemeEvidence evidence = new ThemeEvidence(model, lexicon, text, best);
        return evidence.known() ? new ArticleTheme(THEMES.get(best), evidence.terms()) : ArticleTheme.NONE;
    }
}
