/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import java.util.Map;

/**
 * A frozen table from terms to numbers. All terms stand in one array of chars, each behind its number and its length, so
 * that a look-up costs two cache lines; in a table of objects each object on the way would cost one.
 */
final class TermCounts {
    /** Chars before a term: two for its number, one for its length. */
    private static final int HEAD = 3;

    private static final int FREE = 0;

    /** The hash of a term above, the place of its chars below; zero for a free slot. */
    private final long[] slots;

    private final char[] terms;

    TermCounts(Map<String, Integer> counts) {
        int size = Integer.highestOneBit(Math.max(1, counts.size())) * 4;
        this.slots = new long[size];
        this.terms = new char
                [1
                        + counts.keySet().stream()
                                .mapToInt(term -> term.length() + HEAD)
                                .sum()];
        int at = 1;
        for (Map.Entry<String, Integer> entry : counts.entrySet()) {
            String term = entry.getKey();
            if (term.length() > Character.MAX_VALUE) {
                throw new IllegalArgumentException("a term must have at most 65535 chars, not " + term.length());
            }
            int slot = slot(term.hashCode());
            while (slots[slot] != FREE) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = ((long) term.hashCode() << Integer.SIZE) | at;
            terms[at++] = (char) (entry.getValue() >>> Character.SIZE);
            terms[at++] = (char) entry.getValue().intValue();
            terms[at++] = (char) term.length();
            term.getChars(0, term.length(), terms, at);
            at += term.length();
        }
    }

    /** The number of a term; the other number for a term that is not there. */
    int get(String term, int other) {
        int hash = term.hashCode();
        int slot = slot(hash);
        while (slots[slot] != FREE) {
            int at = (int) slots[slot];
            if ((int) (slots[slot] >>> Integer.SIZE) == hash && isAt(term, at)) {
                return (terms[at] << Character.SIZE) | terms[at + 1];
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return other;
    }

    private boolean isAt(String term, int at) {
        int length = terms[at + 2];
        if (length != term.length()) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (term.charAt(i) != terms[at + HEAD + i]) {
                return false;
            }
        }
        return true;
    }

    private int slot(int hash) {
        return (hash ^ (hash >>> 15)) & (slots.length - 1);
    }
}
