/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.copies;

import java.util.Arrays;

import io.vestnik.text.sketch.Facts;

/** Counts in how many values and frames the numbers and names of two texts agree. */
final class FactCounter {
    private static final int FRAME_BITS = 24;
    private static final int LETTER_BITS = 16;

    /** Two names that differ in no more letters and in no more than a third of them are one, inflected or misspelt. */
    private static final int LIKE_LETTERS = 2;

    private static final int LIKE_PART = 3;

    private FactCounter() {}

    static FactPair count(TextNode a, TextNode b) {
        int[] numbers = values(a.numbers, b.numbers);
        int[] names = values(a.names, b.names);
        int[] frames = frames(byFrame(a), byFrame(b));
        return new FactPair(numbers[0], numbers[1], names[0], names[1], frames[0], frames[1], frames[2], frames[3]);
    }

    /** The fewer distinct values of two sides, and how many both have. */
    private static int[] values(long[] a, long[] b) {
        int both = 0;
        int left = 0;
        int right = 0;
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            boolean fromA = j == b.length || (i < a.length && Facts.value(a[i]) <= Facts.value(b[j]));
            boolean fromB = i == a.length || (j < b.length && Facts.value(b[j]) <= Facts.value(a[i]));
            i = fromA ? nextValue(a, i) : i;
            j = fromB ? nextValue(b, j) : j;
            left += fromA ? 1 : 0;
            right += fromB ? 1 : 0;
            both += fromA && fromB ? 1 : 0;
        }
        return new int[] {Math.min(left, right), both};
    }

    private static int nextValue(long[] facts, int from) {
        int next = from + 1;
        while (next < facts.length && Facts.value(facts[next]) == Facts.value(facts[from])) {
            next++;
        }
        return next;
    }

    /** The facts of a text with the bits of the frame first, ascending. */
    private static long[] byFrame(TextNode node) {
        long[] facts = Arrays.copyOf(node.numbers, node.numbers.length + node.names.length);
        System.arraycopy(node.names, 0, facts, node.numbers.length, node.names.length);
        for (int i = 0; i < facts.length; i++) {
            facts[i] = Long.rotateRight(facts[i], FRAME_BITS);
        }
        Arrays.sort(facts);
        return facts;
    }

    /** Frames alike and unlike of numbers, then of names. */
    private static int[] frames(long[] a, long[] b) {
        int[] found = new int[4];
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            int order = Long.compare(frame(a[i]), frame(b[j]));
            int endA = order <= 0 ? endOfFrame(a, i) : i;
            int endB = order >= 0 ? endOfFrame(b, j) : j;
            if (order == 0) {
                int kind = letters(a[i]) == 0 ? 0 : 2;
                found[kind + (sayTheSame(a, i, endA, b, j, endB) ? 0 : 1)]++;
            }
            i = endA;
            j = endB;
        }
        return found;
    }

    private static boolean sayTheSame(long[] a, int beginA, int endA, long[] b, int beginB, int endB) {
        for (int i = beginA; i < endA; i++) {
            for (int j = beginB; j < endB; j++) {
                if (value(a[i]) == value(b[j]) || likeLetters(a[i], b[j])) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean likeLetters(long a, long b) {
        long left = letters(a);
        long right = letters(b);
        int unlike = Long.bitCount(left ^ right);
        return left != 0 && right != 0 && unlike <= LIKE_LETTERS && unlike * LIKE_PART <= Long.bitCount(left | right);
    }

    private static long frame(long fact) {
        return fact >> (Long.SIZE - FRAME_BITS);
    }

    private static long letters(long fact) {
        return fact & (1L << LETTER_BITS) - 1;
    }

    private static long value(long fact) {
        return fact << FRAME_BITS >>> FRAME_BITS >>> LETTER_BITS;
    }

    private static int endOfFrame(long[] facts, int from) {
        int end = from + 1;
        while (end < facts.length && frame(facts[end]) == frame(facts[from])) {
            end++;
        }
        return end;
    }
}
