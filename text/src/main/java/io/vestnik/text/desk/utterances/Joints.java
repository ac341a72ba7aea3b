/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

import java.util.Arrays;

/** Pairs of numbers in the order in which they were added. */
final class Joints {
    private static final int FEW = 16;

    /** Told of a pair. */
    interface Visitor {
        void visit(int left, int right);
    }

    private int[] numbers = new int[FEW];
    private int size;

    void add(int left, int right) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = left;
        numbers[size++] = right;
    }

    void forEach(Visitor visitor) {
        for (int i = 0; i < size; i += 2) {
            visitor.visit(numbers[i], numbers[i + 1]);
        }
    }
}
