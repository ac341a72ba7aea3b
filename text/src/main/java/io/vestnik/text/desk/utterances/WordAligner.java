/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Local alignment of words with affine gaps (Gotoh's form of Smith and Waterman's algorithm), in integers. A long gap
 * costs little more than a short one, so that a quote with a sentence left out is still found whole in a transcript; a
 * few common words on the far side of a gap are not enough to cross it.
 */
final class WordAligner {
    /** Most cells of the matrix: a second's work is far away. */
    private static final int MOST_CELLS = 2_000_000;

    private static final int SAME_CONTENT = 20;
    private static final int SAME_OTHER = 6;
    private static final int LIKE_CONTENT = 12;
    private static final int OTHER = -10;
    private static final int GAP_OPEN = 30;
    private static final int GAP_NEXT = 1;
    private static final int LIKE_PREFIX = 4;

    private static final byte STOP = 0;
    private static final byte PAIR = 1;
    private static final byte UP = 2;
    private static final byte LEFT = 3;
    private static final byte UP_GOES_ON = 4;
    private static final byte LEFT_GOES_ON = 8;
    private static final byte STATE = 3;

    /**
     * What an alignment found.
     *
     * @param aBegin first aligned word of the first sequence
     * @param aEnd one past its last aligned word
     * @param bBegin first aligned word of the second sequence
     * @param bEnd one past its last aligned word
     * @param same words that are the same
     * @param alike words that are the same or forms of one word
     * @param content those of them that say something of their own
     * @param weight how much these tell
     * @param letters letters of these
     */
    record Found(
            int aBegin, int aEnd, int bBegin, int bEnd, int same, int alike, int content, int weight, int letters) {}

    private final QuoteWords a;
    private final QuoteWords b;
    private final int bFrom;
    private final int columns;
    private final byte[] trace;
    private int bestRow;
    private int bestColumn;

    private WordAligner(QuoteWords a, QuoteWords b, int bFrom, int bTo) {
        this.a = a;
        this.b = b;
        this.bFrom = bFrom;
        this.columns = bTo - bFrom + 1;
        this.trace = new byte[(a.size() + 1) * columns];
    }

    /**
     * Aligns two sequences.
     *
     * @param a the shorter one
     * @param b the longer one
     * @return the best alignment, the first of equal ones; null when no word agrees
     */
    static @Nullable Found align(QuoteWords a, QuoteWords b) {
        int reach = Math.max(1, MOST_CELLS / (a.size() + 1));
        int from = 0;
        int to = b.size();
        if (to > reach) {
            from = Math.max(0, Math.min(anchor(a, b) - reach / 2, b.size() - reach));
            to = from + reach;
        }
        WordAligner aligner = new WordAligner(a, b, from, to);
        aligner.fill();
        return aligner.bestRow == 0 ? null : aligner.read();
    }

    /** The place in the longer sequence where most content words of the shorter one meet. */
    private static int anchor(QuoteWords a, QuoteWords b) {
        Set<String> wanted = new LinkedHashSet<>();
        a.all().forEach(word -> wanted.add(word.sense()));
        int width = a.size();
        int count = 0;
        int most = -1;
        int best = 0;
        for (int i = 0; i < b.size(); i++) {
            count += isWanted(b.get(i), wanted) ? 1 : 0;
            if (i >= width && isWanted(b.get(i - width), wanted)) {
                count--;
            }
            if (count > most) {
                most = count;
                best = i - width / 2;
            }
        }
        return best;
    }

    private static boolean isWanted(QuoteWord word, Set<String> wanted) {
        return word.tells() && wanted.contains(word.sense());
    }

    private void fill() {
        int[] above = new int[columns];
        int[] current = new int[columns];
        int[] up = new int[columns];
        Arrays.fill(up, -GAP_OPEN);
        int best = 0;
        for (int row = 1; row <= a.size(); row++) {
            int left = -GAP_OPEN;
            current[0] = 0;
            for (int column = 1; column < columns; column++) {
                byte step = 0;
                int pair = above[column - 1] + score(row - 1, bFrom + column - 1);
                int open = above[column] - GAP_OPEN;
                if (up[column] - GAP_NEXT > open) {
                    up[column] -= GAP_NEXT;
                    step |= UP_GOES_ON;
                } else {
                    up[column] = open;
                }
                open = current[column - 1] - GAP_OPEN;
                if (left - GAP_NEXT > open) {
                    left -= GAP_NEXT;
                    step |= LEFT_GOES_ON;
                } else {
                    left = open;
                }
                int value = 0;
                byte state = STOP;
                if (pair > value) {
                    value = pair;
                    state = PAIR;
                }
                if (up[column] > value) {
                    value = up[column];
                    state = UP;
                }
                if (left > value) {
                    value = left;
                    state = LEFT;
                }
                current[column] = value;
                trace[row * columns + column] = (byte) (step | state);
                if (value > best) {
                    best = value;
                    bestRow = row;
                    bestColumn = column;
                }
            }
            int[] swap = above;
            above = current;
            current = swap;
        }
    }

    private Found read() {
        int row = bestRow;
        int column = bestColumn;
        int same = 0;
        int alike = 0;
        int content = 0;
        int weight = 0;
        int letters = 0;
        byte state = (byte) (trace[row * columns + column] & STATE);
        while (state != STOP) {
            byte step = trace[row * columns + column];
            if (state == PAIR) {
                row--;
                column--;
                int gain = score(row, bFrom + column);
                same += gain == SAME_CONTENT || gain == SAME_OTHER ? 1 : 0;
                if (gain > 0) {
                    alike++;
                }
                if (gain >= LIKE_CONTENT) {
                    content++;
                    weight +=
                            Math.min(a.get(row).weight(), b.get(bFrom + column).weight());
                    letters += a.get(row).folded().length();
                }
                state = (byte) (trace[row * columns + column] & STATE);
            } else if (state == UP) {
                row--;
                state = (step & UP_GOES_ON) != 0 ? UP : (byte) (trace[row * columns + column] & STATE);
            } else {
                column--;
                state = (step & LEFT_GOES_ON) != 0 ? LEFT : (byte) (trace[row * columns + column] & STATE);
            }
        }
        return new Found(row, bestRow, bFrom + column, bFrom + bestColumn, same, alike, content, weight, letters);
    }

    private int score(int i, int j) {
        QuoteWord x = a.get(i);
        QuoteWord y = b.get(j);
        if (x.sameAs(y)) {
            return x.tells() ? SAME_CONTENT : SAME_OTHER;
        }
        return x.tells() && y.tells() && isForm(x, y) ? LIKE_CONTENT : OTHER;
    }

    /** Whether two words are forms of one. */
    static boolean isForm(QuoteWord x, QuoteWord y) {
        return !x.number() && !y.number() && (x.lemma().equals(y.lemma()) || alike(x.folded(), y.folded()));
    }

    /** Forms of one word: a common beginning that leaves only an ending. */
    private static boolean alike(String x, String y) {
        int shorter = Math.min(x.length(), y.length());
        int prefix = 0;
        while (prefix < shorter && x.charAt(prefix) == y.charAt(prefix)) {
            prefix++;
        }
        return prefix >= LIKE_PREFIX && prefix * 10 >= Math.max(x.length(), y.length()) * 6;
    }
}
