/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

/** Where tokens stand within short stretches in quotation marks, which are often names. */
final class MarkedStretches {
    /** The token is an opening mark. */
    static final int OPENS = 100;

    /** The token is a closing mark. */
    static final int CLOSES = 101;

    /** Bits of a place in a stretch that say whether it is the first and the last token. */
    static final int EDGES = 3;

    /** Bits of the length of the stretch come after those of the edges. */
    static final int LENGTH_SHIFT = 2;

    private static final int LONGEST = 12;
    private static final int LONGEST_TOLD = 6;

    private final int[] places;
    private final int[] opens;

    /** Reads a text in time linear in its length. */
    MarkedStretches(Scan scan) {
        this.places = new int[scan.size()];
        this.opens = new int[scan.size()];
        for (int i = 0; i < scan.size(); i++) {
            if (places[i] == 0 && scan.mayOpen(i)) {
                int close = close(scan, i);
                if (close > i + 1) {
                    mark(i, close);
                }
            }
        }
    }

    /** Place of a token: zero outside of marks, {@link #OPENS}, {@link #CLOSES}, or edges and length of the stretch. */
    int place(int i) {
        return places[i];
    }

    /** Whether the token stands inside of marks and is not a mark itself. */
    boolean isInside(int i) {
        return places[i] != 0 && places[i] < OPENS;
    }

    /** The token before the opening mark of the stretch in which a token stands; -1 at the beginning of the text. */
    int before(int i) {
        return opens[i] - 1;
    }

    private static int close(Scan scan, int open) {
        int limit = Math.min(scan.size(), open + LONGEST + 2);
        for (int i = open + 1; i < limit && scan.follows(i); i++) {
            if (scan.mayClose(i)) {
                return i;
            }
        }
        return -1;
    }

    private void mark(int open, int close) {
        int length = Math.min(close - open - 1, LONGEST_TOLD);
        for (int i = open + 1; i < close; i++) {
            int edges = (i == open + 1 ? 1 : 0) + (i == close - 1 ? 2 : 0);
            places[i] = (length << LENGTH_SHIFT) + edges + 1;
            opens[i] = open;
        }
        places[open] = OPENS;
        places[close] = CLOSES;
    }
}
