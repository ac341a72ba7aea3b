/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

/** Counts of several kinds for each stem of an article, by the stem's hash. Not thread-safe. */
final class StemCounts {
    private final int kinds;
    private final int mask;
    private final int[] keys;
    private final byte[] counts;
    private final boolean[] used;

    /** Makes an empty table. */
    StemCounts(int kinds, int mostStems) {
        this.kinds = kinds;
        int slots = Integer.highestOneBit(Math.max(8, mostStems)) * 4;
        this.mask = slots - 1;
        this.keys = new int[slots];
        this.used = new boolean[slots];
        this.counts = new byte[slots * kinds];
    }

    /** Counts one more; what was counted often is counted no further. */
    void count(int stem, int kind) {
        int at = slot(stem);
        used[at] = true;
        keys[at] = stem;
        int k = at * kinds + kind;
        if (counts[k] < Byte.MAX_VALUE) {
            counts[k]++;
        }
    }

    /** How often, at most two. */
    int get(int stem, int kind) {
        return Math.min(counts[slot(stem) * kinds + kind], 2);
    }

    private int slot(int stem) {
        int at = (stem * 0x9E3779B1 >>> 7) & mask;
        while (used[at] && keys[at] != stem) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
