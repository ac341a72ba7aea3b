/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

/**
 * A short written form as three numbers that no other form has, so that it is told from others without looking at its
 * string. Forms that are longer, or have characters beyond the common alphabets, have none.
 */
final class LexemeKey {
    /** Characters of the longest form that has a key. */
    static final int LONGEST = 15;

    /** Bits of a character, and how many of these fit into a number. */
    private static final int CHAR_BITS = 11;

    private static final int CHARS = 5;
    private static final int LENGTH_BITS = 4;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private LexemeKey() {}

    /** Kind, length and the first characters; negative when a character does not fit. */
    @SuppressWarnings("EnumOrdinal") // within one run only
    static long first(int[] codePoints, int begin, int end, TokenKind kind) {
        long head = ((long) kind.ordinal() << LENGTH_BITS) | (end - begin);
        return pack(codePoints, begin, Math.min(end, begin + CHARS), head);
    }

    /** The characters after those; negative when one does not fit. */
    static long second(int[] codePoints, int begin, int end) {
        return pack(codePoints, begin + CHARS, Math.min(end, begin + 2 * CHARS), 0);
    }

    /** The last characters; negative when one does not fit. */
    static long third(int[] codePoints, int begin, int end) {
        return pack(codePoints, begin + 2 * CHARS, end, 0);
    }

    /** A hash of the three numbers. */
    static int hash(long first, long second, long third) {
        long mixed = ((first * MIX) ^ second) * MIX;
        return (int) (((mixed ^ third) * MIX) >>> Integer.SIZE);
    }

    private static long pack(int[] codePoints, int begin, int end, long head) {
        long packed = head;
        int seen = 0;
        for (int i = begin; i < end; i++) {
            packed = (packed << CHAR_BITS) | codePoints[i];
            seen |= codePoints[i];
        }
        return seen >>> CHAR_BITS == 0 ? packed : -1;
    }
}
