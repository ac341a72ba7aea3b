/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Collects one article's relations anew and puts them in place of the old ones, on both sides.
 *
 * @param <R> what is known of a pair
 */
final class Relations<R> {
    private final Held held;
    private final Function<Held, NavigableMap<Held, R>> side;
    private final Consumer<Held> changed;
    private final TreeMap<Held, R> found = new TreeMap<>();

    Relations(Held held, Function<Held, NavigableMap<Held, R>> side, Consumer<Held> changed) {
        this.held = held;
        this.side = side;
        this.changed = changed;
    }

    boolean has(Held other) {
        return found.containsKey(other);
    }

    void put(Held other, R relation) {
        found.put(other, relation);
    }

    void replace() {
        NavigableMap<Held, R> old = side.apply(held);
        boolean differs = false;
        for (Held other : new TreeMap<>(old).keySet()) {
            if (!found.containsKey(other)) {
                old.remove(other);
                side.apply(other).remove(held);
                changed.accept(other);
                differs = true;
            }
        }
        for (Map.Entry<Held, R> entry : found.entrySet()) {
            if (!entry.getValue().equals(old.put(entry.getKey(), entry.getValue()))) {
                side.apply(entry.getKey()).put(held, entry.getValue());
                changed.accept(entry.getKey());
                differs = true;
            }
        }
        if (differs) {
            changed.accept(held);
        }
    }

    /** Takes an article out of the relations of all others. */
    static <R> void detach(Held held, Function<Held, NavigableMap<Held, R>> side, Consumer<Held> changed) {
        for (Held other : side.apply(held).keySet()) {
            side.apply(other).remove(held);
            changed.accept(other);
        }
        side.apply(held).clear();
    }
}
