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
    SHINGLE(0),
    /** A number, with where it stands: see {@link Facts}. */
    NUMBER(1),
    /** A word written as a name, with where it stands: see {@link Facts}. */
    NAME(2),
    /** All words in their order: one hash a sketch. */
    WHOLE(3);

    private static final long KIND_BITS = 3;

    private final long kind;

    Features(long kind) {
        this.kind = kind;
    }

    /** Marks a hash with this kind. */
    long mark(long hash) {
        return (hash & ~KIND_BITS) | kind;
    }

    /** Gives the hashes of this kind, ascending. */
    public long[] of(Sketch sketch) {
        long[] all = sketch.shingles();
        long[] found = new long[all.length];
        int count = 0;
        for (long hash : all) {
            if ((hash & KIND_BITS) == kind) {
                found[count++] = hash;
            }
        }
        return Arrays.copyOf(found, count);
    }
}
