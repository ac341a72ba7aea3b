/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.index;

import java.util.Arrays;

/** Ascending arrays of distinct numbers as sets. */
public final class Sorted {
    private static final int HIGH = 32;

    private Sorted() {}

    /** Counts what two sets share. */
    public static int common(long[] a, long[] b) {
        int count = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            if (a[i] == b[j]) {
                count++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return count;
    }

    /** Counts what two sets share. */
    public static int common(int[] a, int[] b) {
        int count = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            int x = a[i];
            int y = b[j];
            count += x == y ? 1 : 0;
            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }
        return count;
    }

    /**
     * The upper halves of hashes: half the memory, and so few meet by chance that they tell two sets of some hundreds
     * apart as well as whole ones.
     *
     * @param hashes ascending
     * @return ascending and distinct
     */
    public static int[] halves(long[] hashes) {
        int[] halves = new int[hashes.length];
        int count = 0;
        for (long hash : hashes) {
            int half = (int) (hash >> HIGH);
            if (count == 0 || halves[count - 1] != half) {
                halves[count++] = half;
            }
        }
        return Arrays.copyOf(halves, count);
    }
}
