/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Remembers a number for each of many words. A word is given whole, as two numbers that no other word has, so that an
 * answer is never that of another word. A slot is a quarter of a cache line, and one line is what a look-up costs; a table of objects
 * would cost a line for each object on the way.
 *
 * <p>Bounded: a table that is nearly full is left to the collector and another begun. Thread-safe: a slot is claimed
 * before it is written, published by its second number, and never written again.
 */
final class WordMemory {
    /** Given for a word that is not remembered. */
    static final int UNKNOWN = -1;

    /** Bits of the second number that stands for a word. */
    static final int TAIL_BITS = 41;

    /** The greatest number that can be remembered. */
    static final int MOST = (1 << (Long.SIZE - TAIL_BITS - 1)) - 1;

    private static final int SLOTS = 1 << 16;
    private static final int MOST_WORDS = SLOTS / 4 * 3;
    private static final int PROBES = 16;
    private static final long FRACTION = 0x9E3779B97F4A7C15L;
    private static final int SLOT_BITS = Integer.numberOfTrailingZeros(SLOTS);

    /** Bits of what is remembered, at the low end of a slot's second number; above them a mark and the word's tail. */
    private static final int VALUE_BITS = Long.SIZE - TAIL_BITS - 1;

    private static final long FREE = 0;
    private static final long CLAIMED = 1;
    /** Set in the second number of a slot that is there to be read. */
    private static final long PUBLISHED = 1L << VALUE_BITS;

    private static final class Table {
        private final AtomicLongArray numbers = new AtomicLongArray(2 * SLOTS);
        private final AtomicInteger words = new AtomicInteger();
    }

    private volatile Table table = new Table();

    /**
     * Looks a word up.
     *
     * @param head any number
     * @param tail a number of at most {@value #TAIL_BITS} bits
     * @return what was put for the word; {@link #UNKNOWN} when nothing is remembered
     */
    int get(long head, long tail) {
        AtomicLongArray numbers = table.numbers;
        long wanted = second(tail, 0) >>> VALUE_BITS;
        int slot = slot(head, tail);
        for (int probe = 0; probe < PROBES; probe++) {
            int at = 2 * ((slot + probe) & (SLOTS - 1));
            long second = numbers.getAcquire(at + 1);
            if (second == FREE) {
                return UNKNOWN;
            }
            if (second >>> VALUE_BITS == wanted && numbers.getPlain(at) == head) {
                return (int) (second & (PUBLISHED - 1));
            }
        }
        return UNKNOWN;
    }

    /**
     * Remembers a number for a word.
     *
     * @param head any number
     * @param tail a number of at most {@value #TAIL_BITS} bits
     * @param value what to remember, from zero to {@link #MOST}
     */
    void put(long head, long tail, int value) {
        Table current = table;
        int slot = slot(head, tail);
        for (int probe = 0; probe < PROBES; probe++) {
            int at = 2 * ((slot + probe) & (SLOTS - 1));
            if (current.numbers.getPlain(at + 1) == FREE && current.numbers.compareAndSet(at + 1, FREE, CLAIMED)) {
                current.numbers.setPlain(at, head);
                current.numbers.setRelease(at + 1, second(tail, value));
                if (current.words.incrementAndGet() == MOST_WORDS) {
                    table = new Table();
                }
                return;
            }
        }
    }

    private static long second(long tail, int value) {
        return (tail << (VALUE_BITS + 1)) | PUBLISHED | value;
    }

    private static int slot(long head, long tail) {
        return (int) (((head ^ (tail * FRACTION)) * FRACTION) >>> (Long.SIZE - SLOT_BITS));
    }
}
