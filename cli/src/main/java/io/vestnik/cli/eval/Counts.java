/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

/**
 * What precision and recall are made of.
 *
 * @param right found, and it is so
 * @param found all that was found
 * @param gold all that is there
 */
public record Counts(int right, int found, int gold) {
    /** Nothing counted yet. */
    public static final Counts NONE = new Counts(0, 0, 0);

    /** Both together. */
    public Counts plus(Counts other) {
        return new Counts(right + other.right, found + other.found, gold + other.gold);
    }

    /** Share of what was found that is right, 0 to 1; 0 when nothing was found. */
    public double precision() {
        return (double) right / Math.max(1, found);
    }

    /** Share of what is there that was found, 0 to 1; 0 when nothing is there. */
    public double recall() {
        return (double) right / Math.max(1, gold);
    }

    /** Harmonic mean of precision and recall, 0 to 1. */
    public double f1() {
        double p = precision();
        double r = recall();
        // Multiplied in this order: another one can differ in the last digit.
        return p + r == 0 ? 0 : 2 * p * r / (p + r);
    }

    /** The figures p, r, f1 and gold. */
    public Score score(String name) {
        return new Score(name)
                .withShare("p", precision())
                .withShare("r", recall())
                .withShare("f1", f1())
                .withCount("gold", gold);
    }
}
