/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names.tagging;

/** Finds the sequence of tags with the greatest sum of weights; of equal ones always the same. Thread-safe. */
public final class Viterbi {
    private static final int NEVER = Integer.MIN_VALUE / 2;

    /** After so many tokens the sums begin anew, so that those of endless sentences stay within an int. */
    private static final int RESTART = 4096;

    /** For each tag the tags that may stand before it. */
    private final int[][] before = new int[Tags.COUNT][];

    private final int[][] weights = new int[Tags.COUNT][];

    /** Makes a decoder over the model's transitions. */
    public Viterbi(TagModel model) {
        for (int tag = 0; tag < Tags.COUNT; tag++) {
            int[] tags = new int[Tags.COUNT];
            int[] sums = new int[Tags.COUNT];
            int count = 0;
            for (int previous = 0; previous < Tags.COUNT; previous++) {
                if (Tags.mayFollow(previous, tag)) {
                    tags[count] = previous;
                    sums[count++] = model.transition(previous, tag);
                }
            }
            before[tag] = java.util.Arrays.copyOf(tags, count);
            weights[tag] = java.util.Arrays.copyOf(sums, count);
        }
    }

    /**
     * Decodes tokens between two that are outside of any name.
     *
     * @param scores {@link Tags#STRIDE} numbers for each token
     * @param count how many tokens
     * @param tags filled with the best tags
     * @param at place of the first of them
     */
    public void decode(int[] scores, int count, byte[] tags, int at) {
        if (count == 0) {
            return;
        }
        byte[] back = new byte[count * Tags.STRIDE];
        int[] sums = new int[Tags.STRIDE];
        int[] next = new int[Tags.STRIDE];
        for (int tag = 0; tag < Tags.COUNT; tag++) {
            sums[tag] = Tags.mayFollow(Tags.OUTSIDE, tag) ? scores[tag] : NEVER;
        }
        for (int i = 1; i < count; i++) {
            int row = i * Tags.STRIDE;
            for (int tag = 0; tag < Tags.COUNT; tag++) {
                int[] candidates = before[tag];
                int[] steps = weights[tag];
                int best = Integer.MIN_VALUE;
                int from = Tags.OUTSIDE;
                for (int k = 0; k < candidates.length; k++) {
                    int sum = sums[candidates[k]] + steps[k];
                    if (sum > best) {
                        best = sum;
                        from = candidates[k];
                    }
                }
                next[tag] = Math.max(best + scores[row + tag], NEVER);
                back[row + tag] = (byte) from;
            }
            int[] swap = sums;
            sums = next;
            next = swap;
            if (i % RESTART == 0) {
                lower(sums);
            }
        }
        int last = Tags.OUTSIDE;
        int best = Integer.MIN_VALUE;
        for (int tag = 0; tag < Tags.COUNT; tag++) {
            if (Tags.mayFollow(tag, Tags.OUTSIDE) && sums[tag] > best) {
                best = sums[tag];
                last = tag;
            }
        }
        for (int i = count - 1; i >= 0; i--) {
            tags[at + i] = (byte) last;
            last = back[i * Tags.STRIDE + last];
        }
    }

    /** Takes the greatest sum from all. */
    private static void lower(int[] sums) {
        int most = sums[0];
        for (int tag = 1; tag < Tags.COUNT; tag++) {
            most = Math.max(most, sums[tag]);
        }
        for (int tag = 0; tag < Tags.COUNT; tag++) {
            sums[tag] = (int) Math.max((long) sums[tag] - most, NEVER);
        }
    }
}
