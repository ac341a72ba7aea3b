/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.stories;

/**
 * Where the stems of an article stand: for comparing it with many others. Most stems of another article are not among
 * them, which one bit tells; a walk over both would go through all stems of both, step by step.
 */
final class StemTable {
    static final int NONE = -1;

    private static final int WORD_BITS = 6;
    private static final int WORDS = 64;
    private static final int CELLS = 256;

    final TermVector terms;
    private final long[] bits = new long[WORDS];

    /** Open hashing: one more than the place of a stem, or 0. */
    private final short[] cells;

    private final int mask;

    StemTable(TermVector terms) {
        this.terms = terms;
        int room = Math.max(CELLS, 4 * Integer.highestOneBit(terms.size()));
        this.cells = new short[room];
        this.mask = room - 1;
        for (int i = 0; i < terms.size(); i++) {
            int stem = terms.stems[i];
            bits[word(stem)] |= 1L << stem;
            int cell = stem & mask;
            while (cells[cell] != 0) {
                cell = (cell + 1) & mask;
            }
            cells[cell] = (short) (i + 1);
        }
    }

    private static int word(int stem) {
        return (stem >>> WORD_BITS) & (WORDS - 1);
    }

    /** Whether a stem may be among them: where this says no it is not. */
    boolean mayHave(int stem) {
        return ((bits[word(stem)] >>> stem) & 1) != 0;
    }

    /** The place of a stem, from 0; {@link #NONE} when it is not among them. */
    int find(int stem) {
        int cell = stem & mask;
        while (cells[cell] != 0) {
            if (terms.stems[cells[cell] - 1] == stem) {
                return cells[cell] - 1;
            }
            cell = (cell + 1) & mask;
        }
        return NONE;
    }
}
