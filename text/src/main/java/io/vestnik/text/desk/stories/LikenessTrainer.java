/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.stories;

import java.util.ArrayList;
import java.util.List;

import io.vestnik.text.desk.DeskConfig;

/**
 * Learns how likely it is that two articles tell of one event: the weights that {@code Likeness} holds. The same pairs in
 * the same order give the same weights.
 */
public final class LikenessTrainer {
    /** Of half the squared weights, against the loss of one pair. */
    private static final double PENALTY = 0.3;

    /** The same without titles: names and numbers would speak too loudly where nothing else tells the point of a text. */
    private static final double PENALTY_UNTITLED = 1;

    private final boolean titled;

    /**
     * Makes a trainer.
     *
     * @param titled whether titles are looked at; pairs without two of them are left out then
     */
    public LikenessTrainer(boolean titled) {
        this.titled = titled;
    }

    /**
     * Learns from pairs, of which both answers weigh alike in all.
     *
     * @return weights of the features, the constant last, thousandths
     * @throws IllegalArgumentException when either answer is missing
     */
    public List<Integer> train(List<JudgedPair> pairs) {
        List<JudgedPair> used = pairs.stream().filter(this::judges).toList();
        double same = weight(used, true);
        double other = weight(used, false);
        if (same == 0 || other == 0) {
            throw new IllegalArgumentException("there are no pairs of the one or of the other answer");
        }
        double[][] rows = new double[used.size()][];
        boolean[] yes = new boolean[used.size()];
        double[] counts = new double[used.size()];
        for (int i = 0; i < rows.length; i++) {
            JudgedPair pair = used.get(i);
            rows[i] = pair.features(titled);
            yes[i] = pair.same();
            counts[i] = pair.weight() * (pair.same() ? other / same : 1);
        }
        List<Integer> thousandths = new ArrayList<>();
        double penalty = titled ? PENALTY : PENALTY_UNTITLED;
        for (double weight : LogisticRegression.learn(rows, yes, counts, penalty)) {
            thousandths.add((int) StrictMath.rint(weight * Likeness.WHOLE));
        }
        return List.copyOf(thousandths);
    }

    private static double weight(List<JudgedPair> pairs, boolean same) {
        return pairs.stream()
                .filter(pair -> pair.same() == same)
                .mapToDouble(JudgedPair::weight)
                .sum();
    }

    /** Whether a pair is one that such a model judges. */
    public boolean judges(JudgedPair pair) {
        return !titled || pair.titled();
    }

    /**
     * Whether two articles would be one story by themselves, observed within a day.
     *
     * @param weights as {@link #train} gives them
     */
    public boolean isOneStory(List<Integer> weights, JudgedPair pair) {
        return logOdds(weights, pair) >= DeskConfig.defaults().stories().story();
    }

    /**
     * How likely it is that a pair tells of one event, all that the desk adds included.
     *
     * @param weights as {@link #train} gives them
     * @return logarithm of the odds, thousandths
     */
    public int logOdds(List<Integer> weights, JudgedPair pair) {
        double sum = 0;
        double[] features = pair.features(titled);
        for (int i = 0; i < features.length; i++) {
            sum += weights.get(i) * features[i];
        }
        return (int) StrictMath.rint(sum) + pair.evidence();
    }
}
