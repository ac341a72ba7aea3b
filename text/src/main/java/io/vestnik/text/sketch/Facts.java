/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

/**
 * The numbers and names of a text, each with the words around it. Two texts that say another number or name between the
 * same words tell of other facts.
 *
 * <p>A fact is one hash. From the highest bit: 24 bits of what is said, 16 bits that tell which letters a name has, 22
 * bits of its frame and the two bits of its kind. The frame is the nearest word of the sentence on each side that is no fact,
 * and how far off the left one is.
 */
public final class Facts {
    private static final int VALUE_BITS = 24;
    private static final int LETTER_BITS = 16;
    private static final int VALUE_SHIFT = Long.SIZE - VALUE_BITS;
    private static final int LETTER_SHIFT = VALUE_SHIFT - LETTER_BITS;
    private static final int LETTER_MASK = (1 << LETTER_BITS) - 1;
    private static final int LETTER_INDEX_BITS = 4;
    private static final int KIND_BITS = 2;
    private static final long FRAME_MASK = (1L << LETTER_SHIFT) - 1;

    /** Spreads letters over the bits of a name: the golden ratio's fraction. */
    private static final int SPREAD = 0x9E3779B9;

    private Facts() {}

    /** What a fact says. Facts ascend by this. */
    public static int value(long fact) {
        return (int) (fact >> VALUE_SHIFT);
    }

    /** The letters of a name, one bit for each of a few letters; 0 of a number. */
    public static int letters(long fact) {
        return (int) (fact >>> LETTER_SHIFT) & LETTER_MASK;
    }

    /** The frame that a fact stands in, with its kind. */
    public static long frame(long fact) {
        return fact & FRAME_MASK;
    }

    /** Makes a fact of the hash of its word, of its letters and of the hash of its frame. */
    static long of(Features kind, long hash, long letters, long frame) {
        long value = hash >>> VALUE_SHIFT << VALUE_SHIFT;
        return kind.mark(value | (letters << LETTER_SHIFT) | ((frame << KIND_BITS) & FRAME_MASK));
    }

    /** The letters of a name as {@link #letters(long)} gives them. */
    static long letters(String word) {
        long letters = 0;
        for (int i = 0; i < word.length(); i++) {
            letters |= 1L << ((word.charAt(i) * SPREAD) >>> (Integer.SIZE - LETTER_INDEX_BITS));
        }
        return letters;
    }
}
