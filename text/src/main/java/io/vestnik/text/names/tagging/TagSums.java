/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names.tagging;

/**
 * Sums of weights for all tags of one token, four tags in a machine word, so that a feature is added in a few steps
 * instead of one for each tag. Of all tags the same number may be taken away without changing which is the best, so the
 * sums are kept without a sign.
 */
public final class TagSums {
    /** Features that may be added to empty sums without running over. */
    public static final int MOST_FEATURES = 90;

    /** Machine words of packed sums. */
    public static final int WORDS = 4;

    private static final long LANES = 0x00FF00FF00FF00FFL;
    private static final int LANE = 16;
    private static final int LANE_MASK = 0xFFFF;

    /** What sums of forms are cut at: five of them and {@link #MOST_FEATURES} features fit into a lane. */
    private static final int MOST = 8191;

    /** Tags 0, 2, 4, 6; then 1, 3, 5, 7; then 8, 10, 12, 14; then 9, 11, 13. */
    private long first;

    private long second;
    private long third;
    private long fourth;

    /** Sets all sums to zero. */
    public void clear() {
        first = 0;
        second = 0;
        third = 0;
        fourth = 0;
    }

    /** Adds a row of weights, one in each byte, the first tag in the lowest, each 128 greater than it is. */
    void add(long low, long high) {
        add(even(low), odd(low), even(high), odd(high));
    }

    /** The weights in the even bytes of a word, each in a lane. */
    static long even(long weights) {
        return weights & LANES;
    }

    /** The weights in the odd bytes of a word, each in a lane. */
    static long odd(long weights) {
        return (weights >>> Byte.SIZE) & LANES;
    }

    /** Adds to the sums of all tags, which are in the four words in the order of these. */
    void add(long toFirst, long toSecond, long toThird, long toFourth) {
        first += toFirst;
        second += toSecond;
        third += toThird;
        fourth += toFourth;
    }

    /**
     * Adds sums that {@link #pack} made; no more than five such.
     *
     * @param packed {@link #WORDS} words, among others
     * @param at place of the first of them
     */
    public void add(long[] packed, int at) {
        add(packed[at], packed[at + 1], packed[at + 2], packed[at + 3]);
    }

    /**
     * Takes what all tags have in common away from sums of many features, so that others can be added.
     *
     * @param scores one number for each tag
     * @param packed where {@link #WORDS} words are written to, which were zero
     * @param at place of the first of them
     */
    public static void pack(int[] scores, long[] packed, int at) {
        int least = Integer.MAX_VALUE;
        for (int tag = 0; tag < Tags.COUNT; tag++) {
            least = Math.min(least, scores[tag]);
        }
        for (int lane = 0; lane < 4; lane++) {
            int shift = lane * LANE;
            packed[at] |= cut(scores, 2 * lane, least) << shift;
            packed[at + 1] |= cut(scores, 2 * lane + 1, least) << shift;
            packed[at + 2] |= cut(scores, 8 + 2 * lane, least) << shift;
            packed[at + 3] |= cut(scores, 9 + 2 * lane, least) << shift;
        }
    }

    private static long cut(int[] scores, int tag, int least) {
        return tag < Tags.COUNT ? Math.min(scores[tag] - least, MOST) : 0;
    }

    /**
     * Writes the sums out, one number for each tag.
     *
     * @param at place of the first
     */
    public void unpack(int[] scores, int at) {
        for (int lane = 0; lane < 4; lane++) {
            int shift = lane * LANE;
            scores[at + 2 * lane] = (int) (first >>> shift) & LANE_MASK;
            scores[at + 2 * lane + 1] = (int) (second >>> shift) & LANE_MASK;
            scores[at + 8 + 2 * lane] = (int) (third >>> shift) & LANE_MASK;
            scores[at + 9 + 2 * lane] = (int) (fourth >>> shift) & LANE_MASK;
        }
    }
}
