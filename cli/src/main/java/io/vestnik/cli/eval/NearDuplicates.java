/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.ArrayList;
import java.util.List;

import io.vestnik.text.sketch.Sketcher;

/** Finds texts that tell the answers for each other, so that they are not parted into training and judging. */
public final class NearDuplicates {
    /** Two texts are near-duplicates when they share more than one in so many of the smaller one's shingles. */
    private static final int NEAR = 5;

    private NearDuplicates() {}

    /**
     * For each text the number of its group, counted without gaps. Near-duplicates are in one group, and so are two
     * texts that are near-duplicates of a third.
     */
    public static int[] groups(List<String> texts) {
        Sketcher sketcher = new Sketcher();
        List<long[]> shingles = new ArrayList<>();
        for (String text : texts) {
            shingles.add(sketcher.sketch(text).shingles());
        }
        // Each text points to the first one of its group.
        int[] firsts = new int[texts.size()];
        for (int i = 0; i < firsts.length; i++) {
            firsts[i] = i;
            for (int k = 0; k < i; k++) {
                if (firsts[k] != firsts[i] && areNear(shingles.get(i), shingles.get(k))) {
                    join(firsts, i, firsts[i], firsts[k]);
                }
            }
        }
        int[] groups = new int[firsts.length];
        int next = 0;
        for (int i = 0; i < groups.length; i++) {
            groups[i] = firsts[i] == i ? next++ : groups[firsts[i]];
        }
        return groups;
    }

    private static void join(int[] firsts, int last, int one, int other) {
        for (int i = 0; i <= last; i++) {
            if (firsts[i] == one || firsts[i] == other) {
                firsts[i] = Math.min(one, other);
            }
        }
    }

    private static boolean areNear(long[] one, long[] other) {
        int shared = 0;
        int i = 0;
        int k = 0;
        while (i < one.length && k < other.length) {
            if (one[i] == other[k]) {
                shared++;
                i++;
                k++;
            } else if (one[i] < other[k]) {
                i++;
            } else {
                k++;
            }
        }
        return shared * NEAR > Math.min(one.length, other.length);
    }
}
