/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.themes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which terms of a text speak for a theme: by their own weights and by those of their classes, each against the mean of
 * all themes. Of a class a term has the part that it is used of the class's uses.
 */
final class ThemeEvidence {
    /** A shorter word without a class is likely one that holds sentences together, and says nothing to a reader. */
    private static final int SHORTEST = 5;

    private record Voice(String term, long strength) {}

    private final ThemeModel model;
    private final ThemeLexicon lexicon;
    private final ThemeText text;
    private final int theme;
    private final List<Voice> voices = new ArrayList<>();
    private boolean known;

    ThemeEvidence(ThemeModel model, ThemeLexicon lexicon, ThemeText text, int theme) {
        this.model = model;
        this.lexicon = lexicon;
        this.text = text;
        this.theme = theme;
        int length = ThemeFeatures.length(text);
        for (ThemeText.Use use : text.uses()) {
            int[] weights = model.weights(ThemeFeatures.WORD + use.term);
            hear(use, weights == null ? 0 : strength(weights) * ThemeFeatures.word(use, length));
            known |= weights != null || use.classes.length > 0;
        }
        for (ThemeText.Use pair : text.pairs()) {
            hear(pair, 0);
        }
    }

    /** Whether any word of the text is known. */
    boolean known() {
        return known;
    }

    /** The terms, strongest first, equal ones by term. */
    List<String> terms() {
        return voices.stream()
                .sorted(Comparator.comparingLong(Voice::strength).reversed().thenComparing(Voice::term))
                .limit(ThemeClassifier.MOST_TERMS)
                .map(Voice::term)
                .toList();
    }

    private void hear(ThemeText.Use use, long own) {
        long strength = own;
        for (int number : use.classes) {
            int[] weights =
                    model.weights(ThemeFeatures.CLASS + lexicon.classes().get(number));
            int uses = text.uses(number);
            if (weights != null) {
                strength += strength(weights) * ThemeFeatures.share(uses, text) * use.count / uses;
            }
        }
        if (strength > 0 && (use.classes.length > 0 || use.term.length() >= SHORTEST)) {
            voices.add(new Voice(use.term, strength));
        }
    }

    /** Weight of the theme above the mean, times the number of themes. */
    private long strength(int[] weights) {
        long sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        return (long) weights[theme] * weights.length - sum;
    }
}
