/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names.tagging;

import java.util.Arrays;

/**
 * The sums over all sequences of tags that are allowed (the forward-backward algorithm), scaled at each token. Uses
 * {@link StrictMath} alone, so that training gives the same bytes everywhere.
 */
final class Lattice {
    private static final int STRIDE = Tags.STRIDE;

    private final double[] steps;
    private double[] forward = new double[0];
    private double[] backward = new double[0];
    private double[] emissions = new double[0];
    private double[] scales = new double[0];

    /** Makes a lattice over the exponents of the transitions; pairs that may not be have zero. */
    Lattice(double[] steps) {
        this.steps = steps;
    }

    /**
     * Computes the probabilities of tags and of pairs of tags.
     *
     * @param scores {@link Tags#STRIDE} numbers for each token
     * @param allowed allowed tags of each token, as bits
     * @param marginals filled with the probability of each tag of each token
     * @param pairs to which the expected count of each pair is added
     * @return logarithm of the sum over all allowed sequences
     * @throws IllegalStateException when no sequence is allowed
     */
    double run(double[] scores, int[] allowed, double[] marginals, double[] pairs) {
        int count = allowed.length;
        grow(count);
        double logarithm = exponentiate(scores, allowed);
        for (int i = 0; i < count; i++) {
            double sum = 0;
            for (int tag = 0; tag < Tags.COUNT; tag++) {
                double value = emissions[i * STRIDE + tag];
                if (value != 0 && i == 0) {
                    value = Tags.mayFollow(Tags.OUTSIDE, tag) ? value : 0;
                } else if (value != 0) {
                    value *= into(i, tag);
                }
                if (i == count - 1 && !Tags.mayFollow(tag, Tags.OUTSIDE)) {
                    value = 0;
                }
                forward[i * STRIDE + tag] = value;
                sum += value;
            }
            if (!(sum > 0)) {
                throw new IllegalStateException("no sequence of tags is allowed at token " + i + " of " + count);
            }
            scales[i] = sum;
            logarithm += StrictMath.log(sum);
            for (int tag = 0; tag < Tags.COUNT; tag++) {
                forward[i * STRIDE + tag] /= sum;
            }
        }
        runBack(count);
        for (int k = 0; k < count * STRIDE; k++) {
            marginals[k] = forward[k] * backward[k];
        }
        countPairs(count, pairs);
        return logarithm;
    }

    private double into(int i, int tag) {
        double sum = 0;
        for (int before = 0; before < Tags.COUNT; before++) {
            sum += forward[(i - 1) * STRIDE + before] * steps[before * STRIDE + tag];
        }
        return sum;
    }

    private void runBack(int count) {
        Arrays.fill(backward, (count - 1) * STRIDE, count * STRIDE, 1);
        for (int i = count - 2; i >= 0; i--) {
            for (int tag = 0; tag < Tags.COUNT; tag++) {
                double sum = 0;
                for (int after = 0; after < Tags.COUNT; after++) {
                    sum += steps[tag * STRIDE + after] * arriving(i + 1, after, count);
                }
                backward[i * STRIDE + tag] = sum / scales[i + 1];
            }
        }
    }

    private double arriving(int i, int tag, int count) {
        boolean ends = i == count - 1 && !Tags.mayFollow(tag, Tags.OUTSIDE);
        return ends ? 0 : emissions[i * STRIDE + tag] * backward[i * STRIDE + tag];
    }

    private void countPairs(int count, double[] pairs) {
        for (int i = 1; i < count; i++) {
            for (int before = 0; before < Tags.COUNT; before++) {
                double from = forward[(i - 1) * STRIDE + before] / scales[i];
                if (from != 0) {
                    for (int tag = 0; tag < Tags.COUNT; tag++) {
                        pairs[before * STRIDE + tag] += from * steps[before * STRIDE + tag] * arriving(i, tag, count);
                    }
                }
            }
        }
    }

    /** Fills in the exponents of the scores, each token's scaled by its greatest. */
    private double exponentiate(double[] scores, int[] allowed) {
        double logarithm = 0;
        for (int i = 0; i < allowed.length; i++) {
            double most = Double.NEGATIVE_INFINITY;
            for (int tag = 0; tag < Tags.COUNT; tag++) {
                if ((allowed[i] >>> tag & 1) != 0) {
                    most = Math.max(most, scores[i * STRIDE + tag]);
                }
            }
            for (int tag = 0; tag < Tags.COUNT; tag++) {
                boolean may = (allowed[i] >>> tag & 1) != 0;
                emissions[i * STRIDE + tag] = may ? StrictMath.exp(scores[i * STRIDE + tag] - most) : 0;
            }
            logarithm += most;
        }
        return logarithm;
    }

    private void grow(int count) {
        if (scales.length < count) {
            forward = new double[count * STRIDE];
            backward = new double[count * STRIDE];
            emissions = new double[count * STRIDE];
            scales = new double[count];
        }
    }
}
