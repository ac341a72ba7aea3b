/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Remembers a number for each word of up to {@value #LONGEST} letters, whole, so that an answer is never that of another
 * word. A slot is half a cache line, which is what a look-up costs; a table of objects would cost a line for each object.
 *
 * <p>Bounded: a table that is half full is left to the collector and another begun. Thread-safe: a slot is claimed before
 * it is written, published by its last number, and never written again.
 */
final class WordMemory {
    /** Letters of the longest word that is remembered, at a byte each. */
    static final int LONGEST = 3 * Long.BYTES;

    /** Given for a word that is not remembered. */
    static final int UNKNOWN = -1;

    private static final int SLOTS = 1 << 17;
    private static final int SLOT_NUMBERS = 4;
    private static final int PROBES = 4;
    private static final long FRACTION = 0x9E3779B97F4A7C15L;

    private static final long FREE = 0;
    private static final long CLAIMED = 1;
    /** Set in the last number of a slot that is there to be read. */
    private static final long PUBLISHED = 1L << 32;

    private static final class Table {
        private final AtomicLongArray numbers = new AtomicLongArray(SLOTS * SLOT_NUMBERS);
        private final AtomicInteger words = new AtomicInteger();
    }

    private volatile Table table = new Table();

    /** What was put for a word, which is given as three packed numbers; {@link #UNKNOWN} when nothing is remembered. */
    int get(long first, long second, long third) {
        AtomicLongArray numbers = table.numbers;
        int slot = slot(first, second, third);
        for (int probe = 0; probe < PROBES; probe++) {
            int at = ((slot + probe) & (SLOTS - 1)) * SLOT_NUMBERS;
            long last = numbers.getAcquire(at + 3);
            if (last == FREE) {
                return UNKNOWN;
            }
            if (last >= PUBLISHED
                    && numbers.getPlain(at) == first
                    && numbers.getPlain(at + 1) == second
                    && numbers.getPlain(at + 2) == third) {
                return (int) last;
            }
        }
        return UNKNOWN;
    }

    /** Remembers a number, which must not be negative, for a word. */
    void put(long first, long second, long third, int value) {
        Table current = table;
        int slot = slot(first, second, third);
        for (int probe = 0; probe < PROBES; probe++) {
            int at = ((slot + probe) & (SLOTS - 1)) * SLOT_NUMBERS;
            if (current.numbers.getPlain(at + 3) == FREE && current.numbers.compareAndSet(at + 3, FREE, CLAIMED)) {
                current.numbers.setPlain(at, first);
                current.numbers.setPlain(at + 1, second);
                current.numbers.setPlain(at + 2, third);
                current.numbers.setRelease(at + 3, PUBLISHED | value);
                if (current.words.incrementAndGet() == SLOTS / 2) {
                    table = new Table();
                }
                return;
            }
        }
    }

    private static int slot(long first, long second, long third) {
        long mixed = (first * FRACTION ^ second) * FRACTION ^ third;
        mixed *= FRACTION;
        return (int) (mixed >>> 32) & (SLOTS - 1);
    }
}
