/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.stories;

/** Logistic regression by Newton's method. The last weight belongs to a constant and bears no penalty. */
final class LogisticRegression {
    private static final int ROUNDS = 60;

    /** Instead of the penalty of the constant, so that there is a solution. */
    private static final double HARDLY = 1e-9;

    private LogisticRegression() {}

    /**
     * Learns.
     *
     * @param rows features of each example
     * @param yes whether the answer is yes
     * @param counts what each example counts
     * @param penalty of half the squared weights, against the loss of one example
     * @return weights of the features
     */
    static double[] learn(double[][] rows, boolean[] yes, double[] counts, double penalty) {
        int size = rows[0].length;
        double[] weights = new double[size];
        for (int round = 0; round < ROUNDS; round++) {
            double[] gradient = new double[size];
            double[][] curvature = new double[size][size];
            for (int i = 0; i < size; i++) {
                double held = i == size - 1 ? HARDLY : penalty;
                gradient[i] = held * weights[i];
                curvature[i][i] = held;
            }
            for (int k = 0; k < rows.length; k++) {
                add(rows[k], yes[k], counts[k], weights, gradient, curvature);
            }
            double[] step = solve(curvature, gradient);
            for (int i = 0; i < size; i++) {
                weights[i] -= step[i];
            }
        }
        return weights;
    }

    private static void add(
            double[] row, boolean yes, double count, double[] weights, double[] gradient, double[][] curvature) {
        double said = 1 / (1 + StrictMath.exp(-dot(weights, row)));
        for (int i = 0; i < row.length; i++) {
            gradient[i] += count * (said - (yes ? 1 : 0)) * row[i];
            for (int j = 0; j < row.length; j++) {
                curvature[i][j] += count * said * (1 - said) * row[i] * row[j];
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Gauss' elimination; the matrix is positive definite. */
    private static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        double[] solution = right.clone();
        for (int i = 0; i < size; i++) {
            for (int row = i + 1; row < size; row++) {
                double factor = matrix[row][i] / matrix[i][i];
                for (int column = i; column < size; column++) {
                    matrix[row][column] -= factor * matrix[i][column];
                }
                solution[row] -= factor * solution[i];
            }
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int column = i + 1; column < size; column++) {
                solution[i] -= matrix[i][column] * solution[column];
            }
            solution[i] /= matrix[i][i];
        }
        return solution;
    }
}
