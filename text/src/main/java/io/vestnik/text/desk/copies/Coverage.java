/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.copies;

import io.vestnik.text.sketch.Sketcher;
import io.vestnik.text.sketch.WordPlaces;

/**
 * How much of a text stands in another one when single words that differ do not count. Each of them costs a text three
 * shingles, so that a misspelt copy shares no more shingles than a text half of which is new; but its gaps are short.
 */
final class Coverage {
    /** Longest stretch of words that may differ between two that are shared. */
    private static final int SHORT_GAP = 2;

    private static final int THOUSANDTHS = 1000;

    private Coverage() {}

    /** The part of a text's words that the other shares, short gaps included, in thousandths. */
    static int of(TextNode node, TextNode other) {
        WordPlaces places = node.places();
        if (places.words() == 0) {
            return 0;
        }
        int[] ranks = places.ranks();
        boolean[] shared = shared(node.shingles, other.shingles);
        int covered = 0;
        int end = 0;
        boolean some = false;
        for (int i = 0; i < ranks.length; i++) {
            if (shared[ranks[i]]) {
                int begin = some && i - end <= SHORT_GAP ? end : Math.max(i, end);
                int next = Math.min(places.words(), i + Sketcher.GRAM);
                covered += next - begin;
                end = next;
                some = true;
            }
        }
        return (int) ((long) covered * THOUSANDTHS / places.words());
    }

    /** For each shingle of a set whether it is in the other. */
    static boolean[] shared(int[] shingles, int[] others) {
        boolean[] shared = new boolean[shingles.length];
        int j = 0;
        for (int i = 0; i < shingles.length; i++) {
            while (j < others.length && others[j] < shingles[i]) {
                j++;
            }
            shared[i] = j < others.length && others[j] == shingles[i];
        }
        return shared;
    }
}
