/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

/**
 * How many of some are right.
 *
 * @param right so many
 * @param of of so many
 */
public record Share(int right, int of) {
    /** Nothing counted yet. */
    public static final Share NONE = new Share(0, 0);

    /** Both together. */
    public Share plus(Share other) {
        return new Share(right + other.right, of + other.of);
    }

    /** 0 to 1; 0 when there are none. */
    public double accuracy() {
        return (double) right / Math.max(1, of);
    }

    /** The figures accuracy and of. */
    public Score score(String name) {
        return new Score(name).withShare("accuracy", accuracy()).withCount("of", of);
    }
}
