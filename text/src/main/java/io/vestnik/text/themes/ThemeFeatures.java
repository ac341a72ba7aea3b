/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.themes;

import java.util.function.ObjIntConsumer;

import io.vestnik.text.Analyzer.Article;

/**
 * The features of an article by name, with whole-number values: terms ({@code w слово}), the classes of the lexicon
 * ({@code c football}) and traits ({@code t short}). Terms together have about the length {@link #ONE}, and so have the
 * classes, times {@link #CLASS_FACTOR}: a long text does not speak louder than a short one.
 */
final class ThemeFeatures {
    /** One, in the units of the values. */
    static final int ONE = 1 << 12;

    /** How much longer the classes are than the terms: they are few, and sure. */
    static final int CLASS_FACTOR = 2;

    static final String WORD = "w ";
    static final String CLASS = "c ";
    static final String NUMBERS = "c 0";
    static final String TRAIT = "t ";

    /** 1 + ln n in the units of the values, for the counts that nearly all terms have. */
    private static final int[] LOGARITHMS = new int[64];

    static {
        for (int count = 1; count < LOGARITHMS.length; count++) {
            LOGARITHMS[count] = (int) StrictMath.rint(ONE * (1 + StrictMath.log(count)));
        }
    }

    private ThemeFeatures() {}

    /** Tells all features that are not zero. */
    static void each(Article article, ThemeText text, ThemeLexicon lexicon, ObjIntConsumer<String> features) {
        int length = length(text);
        for (ThemeText.Use use : text.uses()) {
            features.accept(WORD + use.term, word(use, length));
        }
        for (int number = 0; number < lexicon.classes().size(); number++) {
            if (text.uses(number) > 0) {
                features.accept(CLASS + lexicon.classes().get(number), share(text.uses(number), text));
            }
        }
        if (text.numbers() > 0) {
            features.accept(NUMBERS, share(text.numbers(), text));
        }
        int words = article.words().words().size();
        for (ThemeTrait trait : ThemeTrait.values()) {
            int value = trait.of(article, words);
            if (value > 0) {
                features.accept(TRAIT + trait.id(), value);
            }
        }
    }

    /** Length of the text's terms taken together. */
    static int length(ThemeText text) {
        long squares = 0;
        for (ThemeText.Use use : text.uses()) {
            long value = logarithm(use.count);
            squares += value * value;
        }
        return Math.max(1, root(squares));
    }

    /** Value of a term in a text of this length. */
    static int word(ThemeText.Use use, int length) {
        return (int) ((long) logarithm(use.count) * ONE / length);
    }

    /** Value of a class, or of numbers, that is used so often. */
    static int share(int uses, ThemeText text) {
        return CLASS_FACTOR * root((long) uses * ONE * ONE / Math.max(1, text.classified()));
    }

    private static int logarithm(int count) {
        return LOGARITHMS[Math.min(count, LOGARITHMS.length - 1)];
    }

    /** The square root, which is rounded in the same way everywhere. */
    private static int root(long square) {
        return (int) StrictMath.sqrt((double) square);
    }
}
