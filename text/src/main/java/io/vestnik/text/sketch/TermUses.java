/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import java.util.ArrayList;
import java.util.List;

/**
 * How one text uses its terms, in the order of their first use. Terms are told by hashes that stand in one array, so that
 * nearly every look-up finds its term at once, where a table of objects takes a line of cache for each step. Of one
 * thread.
 */
final class TermUses {
    private static final int FREE = 0;

    /** How a text uses a term. */
    static final class Use {
        final String term;
        final int frequency;
        int count;
        boolean name;
        boolean number;

        private Use(String term, int frequency) {
            this.term = term;
            this.frequency = frequency;
        }
    }

    private final List<Use> uses;

    /** The hash of a term above, its place among the uses, counted from one, below; zero for a free slot. */
    private final long[] slots;

    /** Makes an empty table for so many terms at most. */
    TermUses(int most) {
        this.uses = new ArrayList<>(most);
        this.slots = new long[Integer.highestOneBit(Math.max(1, most)) * 4];
    }

    /** The use of a term, made where there is none so far. */
    Use of(String term, int hash, int frequency) {
        int slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
        while (slots[slot] != FREE) {
            if ((int) (slots[slot] >>> Integer.SIZE) == hash) {
                Use use = uses.get((int) slots[slot] - 1);
                if (use.term.equals(term)) {
                    return use;
                }
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        Use use = new Use(term, frequency);
        uses.add(use);
        slots[slot] = ((long) hash << Integer.SIZE) | uses.size();
        return use;
    }

    /** All uses in the order in which they were made. */
    List<Use> all() {
        return uses;
    }
}
