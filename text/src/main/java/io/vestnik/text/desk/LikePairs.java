/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.Arrays;
import java.util.function.Consumer;

/** Finds the articles of like terms: candidates share several of their heaviest terms and are near in time. */
final class LikePairs {
    private static final int HEAVIEST = 24;
    private static final int LEAST_SHARED = 3;

    private final DeskConfig config;
    private final HubIndex<Held> index;

    LikePairs(DeskConfig config) {
        this.config = config;
        this.index = new HubIndex<>(config.hubs(), config.windowMillis(), 7);
    }

    void add(Held held, Consumer<Held> moved) {
        index.add(held, held.time(), keys(held), moved);
    }

    void remove(Held held, Consumer<Held> moved) {
        index.remove(held, held.time(), keys(held), moved);
    }

    /** Compares an article with its candidates, puts the relations on both sides, and tells whose have changed. */
    void relate(Held held, Consumer<Held> changed) {
        Relations<Integer> relations = new Relations<>(held, of -> of.likes, changed);
        for (Held other : index.candidates(held, held.time(), keys(held), LEAST_SHARED)) {
            if (Math.abs(held.time() - other.time()) <= config.windowMillis()) {
                int similarity = held.terms.similarity(other.terms);
                if (similarity >= config.storySimilarity()) {
                    relations.put(other, similarity);
                }
            }
        }
        relations.replace();
    }

    private static long[] keys(Held held) {
        return Arrays.copyOf(held.terms.keys, Math.min(HEAVIEST, held.terms.keys.length));
    }
}
