/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.themes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.vestnik.text.Analyzer.Article;

/**
 * Learns themes from articles that have one: multinomial logistic regression with a quadratic penalty, all features of an
 * article at once. The same articles in the same order give the same model on every machine.
 */
public final class ThemeTrainer {
    /** An article with its theme. */
    public record Example(Article article, Theme theme) {}

    /**
     * How to train.
     *
     * @param leastTexts a word in fewer texts is no feature
     * @param penalty of the squared weights, against the loss of one article
     * @param steps of the descent
     */
    public record Settings(int leastTexts, double penalty, int steps) {
        /** The settings of the shipped model. */
        public static Settings standard() {
            return new Settings(3, 0.3, 300);
        }
    }

    private static final List<Theme> THEMES = List.of(Theme.values());

    private final ThemeLexicon lexicon;
    private final Settings settings;

    /** Makes a trainer over a lexicon. */
    public ThemeTrainer(ThemeLexicon lexicon, Settings settings) {
        this.lexicon = lexicon;
        this.settings = settings;
    }

    /**
     * Learns a model. Articles of other languages than the lexicon's are left out.
     *
     * @throws IllegalArgumentException when no article is left
     */
    public ThemeModel train(List<Example> examples) {
        List<Map<String, Integer>> read = new ArrayList<>();
        List<Integer> themes = new ArrayList<>();
        for (Example example : examples) {
            ThemeText text = ThemeText.of(example.article(), lexicon);
            if (text != null) {
                Map<String, Integer> features = new LinkedHashMap<>();
                ThemeFeatures.each(example.article(), text, lexicon, features::put);
                read.add(features);
                themes.add(THEMES.indexOf(example.theme()));
            }
        }
        if (read.isEmpty()) {
            throw new IllegalArgumentException("there is no text to learn themes from");
        }
        String[] names = names(read);
        Map<String, Integer> rows = new LinkedHashMap<>();
        for (String name : names) {
            rows.put(name, rows.size());
        }
        SoftmaxRegression regression = new SoftmaxRegression(names.length, THEMES.size());
        for (int i = 0; i < read.size(); i++) {
            regression.add(sparse(read.get(i), rows), themes.get(i));
        }
        double[][] learned = regression.learn(settings.penalty(), settings.steps());
        SortedMap<String, int[]> weights = new TreeMap<>();
        for (int row = 0; row < names.length; row++) {
            int[] whole = new int[learned[row].length];
            for (int theme = 0; theme < whole.length; theme++) {
                whole[theme] = (int) StrictMath.rint(learned[row][theme] * ThemeModel.UNIT);
            }
            weights.put(names[row], whole);
        }
        return new ThemeModel(weights);
    }

    /** All classes and traits, and the words of enough texts, in order. */
    private String[] names(List<Map<String, Integer>> read) {
        SortedMap<String, Integer> texts = new TreeMap<>();
        for (Map<String, Integer> features : read) {
            features.keySet().forEach(name -> texts.merge(name, 1, Integer::sum));
        }
        return texts.entrySet().stream()
                .filter(entry -> entry.getValue() >= settings.leastTexts()
                        || !entry.getKey().startsWith(ThemeFeatures.WORD))
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
    }

    private static SoftmaxRegression.Sparse sparse(Map<String, Integer> features, Map<String, Integer> rows) {
        int[] places = new int[features.size()];
        double[] values = new double[features.size()];
        int count = 0;
        for (Map.Entry<String, Integer> feature : features.entrySet()) {
            Integer row = rows.get(feature.getKey());
            if (row != null) {
                places[count] = row;
                values[count++] = (double) feature.getValue() / ThemeFeatures.ONE;
            }
        }
        return new SoftmaxRegression.Sparse(places, values, count);
    }
}
