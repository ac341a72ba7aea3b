/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import java.util.Arrays;

/**
 * MinHash signatures as hash4j's {@code SimilarityHashing.minHash(128, 16, MinHashVersion.V1)} gives them; a test holds
 * the two together. Every element is hashed for every component, which is most of the cost of a sketch, so the loop is
 * laid out such that a compiler can do several components at once.
 */
final class MinHash {
    /** The step and the multipliers of SplitMix64, the generator from which an element's hashes are drawn. */
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private static final long FIRST = 0xBF58476D1CE4E5B9L;
    private static final long SECOND = 0x94D049BB133111EBL;

    private static final long[] STEPS = new long[Sketcher.COMPONENTS];

    static {
        for (int i = 0; i < STEPS.length; i++) {
            STEPS[i] = (i + 1) * STEP;
        }
    }

    private MinHash() {}

    /**
     * The signature of a set.
     *
     * @param elements hashes of the elements, all bits of which vary; the first {@code count} are read
     * @param count number of elements, at least one
     * @return the low bits of each component's smallest hash, low byte first
     */
    static byte[] signature(long[] elements, int count) {
        long[] smallest = new long[STEPS.length];
        long[] drawn = new long[STEPS.length];
        Arrays.fill(smallest, Long.MAX_VALUE);
        for (int k = 0; k < count; k++) {
            draw(elements[k], drawn);
            keepSmaller(drawn, smallest);
        }
        byte[] signature = new byte[smallest.length * Sketcher.COMPONENT_BYTES];
        for (int i = 0; i < smallest.length; i++) {
            signature[2 * i] = (byte) smallest[i];
            signature[2 * i + 1] = (byte) (smallest[i] >>> Byte.SIZE);
        }
        return signature;
    }

    private static void draw(long seed, long[] drawn) {
        for (int i = 0; i < drawn.length; i++) {
            long z = seed + STEPS[i];
            z = (z ^ (z >>> 30)) * FIRST;
            z = (z ^ (z >>> 27)) * SECOND;
            drawn[i] = z ^ (z >>> 31);
        }
    }

    private static void keepSmaller(long[] drawn, long[] smallest) {
        for (int i = 0; i < smallest.length; i++) {
            if (drawn[i] < smallest[i]) {
                smallest[i] = drawn[i];
            }
        }
    }
}
