/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

import java.util.TreeSet;
import java.util.function.Consumer;

import io.vestnik.text.desk.index.HubIndex;
import io.vestnik.text.desk.index.Sorted;

/** Links the wordings that render the same words. They are found by words; that the speakers fit is asked of the pair. */
final class QuoteLinks {
    private final HubIndex<Wording> index;
    private final QuotePairs pairs;
    private final long reach;

    /**
     * Starts without wordings.
     *
     * @param config how the index is bounded
     * @param reach farthest the first quotes of two linked wordings may be apart, milliseconds
     */
    QuoteLinks(UtteranceConfig config, long reach, QuotePairs pairs) {
        this.index = new HubIndex<>(config.hubs(), config.windowMillis());
        this.pairs = pairs;
        this.reach = reach;
    }

    void add(Wording wording, Consumer<Wording> moved) {
        index.add(wording, wording.keys(), moved);
    }

    void remove(Wording wording, Consumer<Wording> moved) {
        index.remove(wording, wording.keys(), moved);
    }

    boolean keepsOthersOut(Wording wording) {
        return index.keepsOthersOut(wording, wording::keys);
    }

    /** Takes a wording out of the links of all others. */
    void detach(Wording wording, Consumer<Wording> changed) {
        for (Wording other : wording.links.keySet()) {
            other.links.remove(wording);
            changed.accept(other);
        }
        wording.links.clear();
    }

    /** Aligns a wording with its candidates, puts the links on both sides, and tells whose have changed. */
    void relate(Wording wording, Consumer<Wording> changed) {
        TreeSet<Wording> stale = new TreeSet<>(wording.links.keySet());
        for (Wording other : index.candidates(wording, wording.keys(), 0, 1)) {
            if (Math.abs(wording.time() - other.time()) > reach || !isLike(wording, other)) {
                continue;
            }
            Alignment alignment = wording.links.get(other);
            if (alignment == null) {
                alignment = wording.compareTo(other) < 0 ? pairs.relate(wording, other) : pairs.relate(other, wording);
                if (alignment != null) {
                    wording.links.put(other, alignment);
                    other.links.put(wording, alignment);
                    changed.accept(wording);
                    changed.accept(other);
                }
            }
            if (alignment != null) {
                stale.remove(other);
            }
        }
        for (Wording other : stale) {
            wording.links.remove(other);
            other.links.remove(wording);
            changed.accept(wording);
            changed.accept(other);
        }
    }

    /** A single pair of words in common is no reason to look closer, but for a quote that has hardly more. */
    private static boolean isLike(Wording a, Wording b) {
        boolean isShort = Math.min(a.head().content, b.head().content) < QuoteKeys.SHORT;
        return isShort || Sorted.common(a.keys(), b.keys()) > 1;
    }
}
