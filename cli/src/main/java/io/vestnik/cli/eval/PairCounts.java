/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

/**
 * Pairs of articles that are in one group. More than an {@code int} holds, as there are so many more pairs than articles.
 *
 * @param right found together, and they belong together
 * @param found all that were found together
 * @param gold all that belong together
 */
public record PairCounts(long right, long found, long gold) {
    /** Share of the pairs found together that belong together. */
    public double precision(double whenNone) {
        return found == 0 ? whenNone : (double) right / found;
    }

    /** Share of the pairs that belong together that were found together. */
    public double recall(double whenNone) {
        return gold == 0 ? whenNone : (double) right / gold;
    }

    /** How many were found together and do not belong together. */
    public long wrong() {
        return found - right;
    }

    /** Harmonic mean of a precision and a recall, 0 to 1. */
    public static double f1(double precision, double recall) {
        // Multiplied in this order: another one can differ in the last digit.
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
