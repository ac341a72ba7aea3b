/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.themes.Theme;

/**
 * Compares the themes that were found with those that articles have: each theme by precision, recall and F1, then the mean
 * F1 of all themes that the gold set has, and of those that say what news are about ({@code macro6}).
 */
public final class ThemeScorer {
    private static final Set<String> WITHOUT_MATTER = new TreeSet<>(List.of(Theme.OTHER.id(), Theme.NOT_NEWS.id()));

    private ThemeScorer() {}

    /**
     * Scores what was found.
     *
     * @param gold the themes by the article's id
     * @param found what was found by the article's id; an article that is not there has none
     * @return a measure a theme, in their order as strings, then macro, macro6 and accuracy
     */
    public static List<Score> score(Map<String, String> gold, Map<String, Optional<String>> found) {
        List<Score> scores = new ArrayList<>();
        List<BigDecimal> all = new ArrayList<>();
        List<BigDecimal> six = new ArrayList<>();
        for (String theme : new TreeSet<>(gold.values())) {
            Score score = counts(theme, gold, found).score(theme);
            BigDecimal f1 = score.figures().getOrDefault("f1", BigDecimal.ZERO);
            scores.add(score);
            all.add(f1);
            if (!WITHOUT_MATTER.contains(theme)) {
                six.add(f1);
            }
        }
        int right = 0;
        for (Map.Entry<String, String> entry : gold.entrySet()) {
            right += is(entry.getValue(), found.get(entry.getKey())) ? 1 : 0;
        }
        scores.add(new Score("macro").withShare("f1", mean(all)));
        scores.add(new Score("macro6").withShare("f1", mean(six)));
        scores.add(new Score("accuracy").withShare("accuracy", new Share(right, gold.size()).accuracy()));
        return scores;
    }

    private static Counts counts(String theme, Map<String, String> gold, Map<String, Optional<String>> found) {
        Counts counts = Counts.NONE;
        for (Map.Entry<String, String> entry : gold.entrySet()) {
            boolean there = entry.getValue().equals(theme);
            boolean seen = is(theme, found.get(entry.getKey()));
            counts = counts.plus(new Counts(there && seen ? 1 : 0, seen ? 1 : 0, there ? 1 : 0));
        }
        return counts;
    }

    @SuppressWarnings("NullableOptional") // an article that is missing among those found
    private static boolean is(String theme, @Nullable Optional<String> found) {
        return found != null && found.filter(theme::equals).isPresent();
    }

    /** The mean of rounded shares, added as doubles in their order: another sum can round to another last digit. */
    private static double mean(List<BigDecimal> shares) {
        double sum = 0;
        for (BigDecimal share : shares) {
            sum += share.doubleValue();
        }
        return sum / Math.max(1, shares.size());
    }
}
