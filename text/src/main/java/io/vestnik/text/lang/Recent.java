/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

/**
 * Keeps what was found out of the words that came up lately, as a few thousand make up most of any text. Bounded and
 * thread-safe. It only saves work: threads that meet in it may lose an entry, never mix two up.
 *
 * @param <V> what is kept; immutable, or of use to one thread only
 */
public final class Recent<V> {
    /** Neighbouring slots in which a word may stand. A look-up writes nothing: with most collectors that costs more. */
    private static final int WAYS = 8;

    private static final int FRACTION = 0x9E3779B1;

    private record Entry<V>(String word, V value) {}

    private final AtomicReferenceArray<@Nullable Entry<V>> entries;
    /** Hash codes of the words, side by side: of the slots that a word may stand in hardly another one is looked at. */
    private final AtomicIntegerArray hashes;

    private final int shift;

    /**
     * Makes an empty table.
     *
     * @param bits logarithm of how many words it holds, more than three
     */
    public Recent(int bits) {
        this.entries = new AtomicReferenceArray<>(1 << bits);
        this.hashes = new AtomicIntegerArray(1 << bits);
        this.shift = Integer.SIZE - bits + Integer.numberOfTrailingZeros(WAYS);
    }

    /** What was put for the word; null when it is not or no longer there. */
    public @Nullable V get(String word) {
        int hash = word.hashCode();
        int first = first(hash);
        for (int slot = first; slot < first + WAYS; slot++) {
            Entry<V> entry = hashes.getPlain(slot) == hash ? entries.getAcquire(slot) : null;
            if (entry != null && entry.word.equals(word)) {
                return entry.value;
            }
        }
        return null;
    }

    /** Puts what belongs to a word; what was put longest ago makes place. */
    public void put(String word, V value) {
        int hash = word.hashCode();
        int first = first(hash);
        for (int slot = first + WAYS - 1; slot > first; slot--) {
            hashes.setPlain(slot, hashes.getPlain(slot - 1));
            entries.setRelease(slot, entries.getAcquire(slot - 1));
        }
        hashes.setPlain(first, hash);
        entries.setRelease(first, new Entry<>(word, value));
    }

    private int first(int hash) {
        return ((hash * FRACTION) >>> shift) * WAYS;
    }
}
