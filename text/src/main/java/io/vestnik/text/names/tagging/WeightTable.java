/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names.tagging;

/** Weights while they are learned, each with a step of its own that shortens as it is used (AdaGrad). */
final class WeightTable {
    private final float[] weights;
    private final float[] squares;

    WeightTable(int size) {
        weights = new float[size];
        squares = new float[size];
    }

    float get(int i) {
        return weights[i];
    }

    /** Goes one step up the gradient. */
    void step(int i, double gradient, double rate) {
        squares[i] += (float) (gradient * gradient);
        weights[i] += (float) (rate * gradient / StrictMath.sqrt(squares[i] + 1));
    }
}
