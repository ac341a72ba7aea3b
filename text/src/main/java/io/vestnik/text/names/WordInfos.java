/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.concurrent.atomic.AtomicReferenceArray;

import io.vestnik.text.lang.Morphology;

/** Keeps what was found out of words, as the commonest make up most of any text. Thread-safe; only saves work. */
final class WordInfos {
    /** A power of two. A collision overwrites. */
    private static final int SLOTS = 1 << 15;

    private record Entry(String word, WordInfo info) {}

    private static final AtomicReferenceArray<Entry> RECENT = new AtomicReferenceArray<>(SLOTS);

    private WordInfos() {}

    static WordInfo of(String folded, Morphology morphology) {
        int hash = folded.hashCode();
        int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        Entry entry = RECENT.getAcquire(slot);
        if (entry == null || !entry.word.equals(folded)) {
            entry = new Entry(folded, WordInfo.of(folded, Lexicon.get(), morphology));
            RECENT.setRelease(slot, entry);
        }
        return entry.info;
    }
}
