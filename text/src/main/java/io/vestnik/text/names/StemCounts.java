/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

/** Counts of several kinds for each stem of an article, by the stem's hash. Not thread-safe. */
final class StemCounts {
    private static final int USED_BIT = 31;
    private static final long USED = 1L << USED_BIT;
    private static final long MOST = 3;

    private final int mask;

    /** In each a stem, whether there is one, and two bits for each kind: a look-up touches one place. */
    private final long[] slots;

    /** Makes an empty table. */
    StemCounts(int kinds, int mostStems) {
        if (2 * kinds > USED_BIT) {
            throw new IllegalArgumentException(kinds + " kinds do not fit");
        }
        this.slots = new long[Integer.highestOneBit(Math.max(8, mostStems)) * 4];
        this.mask = slots.length - 1;
    }

    /** Counts one more; beyond two nothing is counted. */
    void count(int stem, int kind) {
        int at = slot(stem);
        long slot = slots[at] | ((long) stem << Integer.SIZE) | USED;
        int shift = 2 * kind;
        slots[at] = ((slot >>> shift) & MOST) < 2 ? slot + (1L << shift) : slot;
    }

    /** How often, at most two. */
    int get(int stem, int kind) {
        return (int) ((slots[slot(stem)] >>> (2 * kind)) & MOST);
    }

    private int slot(int stem) {
        int at = ((stem * 0x9E3779B1) >>> 7) & mask;
        while ((slots[at] & USED) != 0 && (int) (slots[at] >>> Integer.SIZE) != stem) {
            at = (at + 1) & mask;
        }
        return at;
    }
}
