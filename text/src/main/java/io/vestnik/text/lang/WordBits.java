/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What word lists say of a word, as a set of bits by folded form: one look-up answers for all lists. Filled by one thread,
 * then read by any.
 */
public final class WordBits {
    private static final int FEW = 1_000;

    private final Map<String, Integer> bits;

    /** Creates a table for a few hundred words. */
    public WordBits() {
        this(FEW);
    }

    /** Creates a table for about so many words. */
    public WordBits(int words) {
        this.bits = new LinkedHashMap<>(words);
    }

    /** The bits of a folded word; 0 when no list has it. */
    public int of(String folded) {
        return bits.getOrDefault(folded, 0);
    }

    /** Adds bits to those of a folded word. */
    public void add(String folded, int more) {
        bits.merge(folded, more, (a, b) -> a | b);
    }

    /**
     * Adds bits to those of each word of a section.
     *
     * @throws IllegalArgumentException when there is no such section
     */
    public void add(Map<String, Set<String>> sections, String section, int more) {
        for (String word : WordLists.section(sections, section)) {
            add(word, more);
        }
    }
}
