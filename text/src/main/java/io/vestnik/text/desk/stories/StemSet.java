/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.stories;

import java.util.Arrays;

/** A few stems, by their hashes, in the order in which they came: so few that they are looked through. */
final class StemSet {
    private static final int FEW = 16;

    private final int most;
    private int[] stems = new int[FEW];
    private int size;

    /**
     * Starts empty.
     *
     * @param most how many it holds; what comes after these is left out
     */
    StemSet(int most) {
        this.most = most;
    }

    void add(int stem) {
        if (size < most && !contains(stem)) {
            if (size == stems.length) {
                stems = Arrays.copyOf(stems, 2 * size);
            }
            stems[size++] = stem;
        }
    }

    boolean contains(int stem) {
        for (int i = 0; i < size; i++) {
            if (stems[i] == stem) {
                return true;
            }
        }
        return false;
    }

    int size() {
        return size;
    }

    /** The stem at a place, from 0. */
    int get(int i) {
        return stems[i];
    }
}
