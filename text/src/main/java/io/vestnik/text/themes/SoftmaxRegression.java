/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.themes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Multinomial logistic regression with a quadratic penalty, by accelerated descent (Nesterov) over all examples, in double
 * arithmetic of a fixed order. Of one thread.
 */
final class SoftmaxRegression {
    /** Rounds in which the step is found; more do not change it. */
    private static final int POWER_ROUNDS = 30;

    /** The estimate comes from below. */
    private static final double SAFETY = 1.1;

    /** Features of an example that are not zero: the first so many places with their values. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sparse(int[] places, double[] values, int count) {}

    private record Example(Sparse features, int target) {}

    private final int features;
    private final int classes;
    private final List<Example> examples = new ArrayList<>();

    /** Makes a learner of so many features and classes. */
    SoftmaxRegression(int features, int classes) {
        this.features = features;
        this.classes = classes;
    }

    void add(Sparse example, int target) {
        examples.add(new Example(example, target));
    }

    /** The weights, by feature and class. */
    double[][] learn(double penalty, int steps) {
        // The Hessian of the loss is at most half of the squared features.
        double step = 1 / (SAFETY * largestSquare() / 2 + penalty);
        double[][] weights = new double[features][classes];
        double[][] ahead = new double[features][classes];
        double pace = 1;
        for (int i = 0; i < steps; i++) {
            double[][] slope = slope(ahead, penalty);
            double next = (1 + StrictMath.sqrt(1 + 4 * pace * pace)) / 2;
            double momentum = (pace - 1) / next;
            pace = next;
            for (int row = 0; row < features; row++) {
                for (int k = 0; k < classes; k++) {
                    double moved = ahead[row][k] - step * slope[row][k];
                    ahead[row][k] = moved + momentum * (moved - weights[row][k]);
                    weights[row][k] = moved;
                }
            }
        }
        return weights;
    }

    private double[][] slope(double[][] weights, double penalty) {
        double[][] slope = new double[features][classes];
        for (int row = 0; row < features; row++) {
            for (int k = 0; k < classes; k++) {
                slope[row][k] = penalty * weights[row][k];
            }
        }
        double[] errors = new double[classes];
        for (Example example : examples) {
            probabilities(example.features, weights, errors);
            errors[example.target] -= 1;
            for (int i = 0; i < example.features.count; i++) {
                double[] row = slope[example.features.places[i]];
                for (int k = 0; k < classes; k++) {
                    row[k] += example.features.values[i] * errors[k];
                }
            }
        }
        return slope;
    }

    private void probabilities(Sparse example, double[][] weights, double[] result) {
        Arrays.fill(result, 0);
        for (int i = 0; i < example.count; i++) {
            double[] row = weights[example.places[i]];
            for (int k = 0; k < classes; k++) {
                result[k] += example.values[i] * row[k];
            }
        }
        double most = result[0];
        for (double sum : result) {
            most = Math.max(most, sum);
        }
        double total = 0;
        for (int k = 0; k < classes; k++) {
            result[k] = StrictMath.exp(result[k] - most);
            total += result[k];
        }
        for (int k = 0; k < classes; k++) {
            result[k] /= total;
        }
    }

    /** The largest eigenvalue of the sum of the squared examples, by repeated multiplication. */
    private double largestSquare() {
        double[] vector = new double[features];
        Arrays.fill(vector, 1);
        double value = 0;
        for (int round = 0; round < POWER_ROUNDS; round++) {
            double[] next = new double[features];
            for (Example example : examples) {
                Sparse sparse = example.features;
                double product = 0;
                for (int i = 0; i < sparse.count; i++) {
                    product += sparse.values[i] * vector[sparse.places[i]];
                }
                for (int i = 0; i < sparse.count; i++) {
                    next[sparse.places[i]] += product * sparse.values[i];
                }
            }
            double length = 0;
            for (double part : next) {
                length += part * part;
            }
            value = StrictMath.sqrt(length);
            for (int i = 0; i < features; i++) {
                vector[i] = value == 0 ? 0 : next[i] / value;
            }
        }
        return value;
    }
}
