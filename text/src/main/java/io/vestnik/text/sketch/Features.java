/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import java.util.Arrays;

import io.vestnik.text.Sketch;

/**
 * The kinds of hashes in {@link Sketch#shingles()}. The two lowest bits of a hash tell its kind, so that one sorted
 * array holds the shingles and the facts that speak for or against a copy.
 */
public enum Features {
    /** Three words that follow each other. */
    SHINGLE,
    /** A number. */
    NUMBER,
    /** A word with a capital that does not open a sentence. */
    NAME,
    /** All words in their order: one hash a sketch. */
    WHOLE;

    private static final long KIND_BITS = 3;

    /** Marks a hash with this kind. */
    long mark(long hash) {
        return (hash & ~KIND_BITS) | ordinal();
    }

    /** Gives the hashes of this kind, ascending. */
    public long[] of(Sketch sketch) {
        return Arrays.stream(sketch.shingles())
                .filter(hash -> (hash & KIND_BITS) == ordinal())
                .toArray();
    }
}
