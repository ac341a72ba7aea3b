/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.coverage;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Counted items by key, and the first of them in an order. A hot topic has tens of thousands of items and shows twenty,
 * with every commit.
 *
 * @param <T> an item; what the order looks at changes within {@link #update} alone
 */
final class Ranking<T> {
    private final Predicate<T> gone;
    private final Map<String, T> items = new LinkedHashMap<>();
    private final Head<T> head;

    /**
     * Nothing counted yet.
     *
     * @param order tells any two items apart
     * @param gone whether nothing is left of an item
     * @param shown how many items are asked for at most
     */
    Ranking(Comparator<T> order, Predicate<T> gone, int shown) {
        this.gone = gone;
        this.head = new Head<>(order, 2 * shown);
    }

    /** Changes an item, which is made if there is none and removed when nothing is left of it. */
    void update(String key, Function<String, T> make, Consumer<T> change) {
        T item = items.computeIfAbsent(key, make);
        head.leave(item);
        change.accept(item);
        if (gone.test(item)) {
            items.remove(key);
        } else {
            head.enter(item, items.size() - 1);
        }
    }

    /**
     * The first items in the order.
     *
     * @param limit at most as many as the number shown
     */
    List<T> first(int limit) {
        int count = Math.min(limit, items.size());
        if (!head.tells(count)) {
            head.refill(items.values());
        }
        return head.first(count);
    }

    /** The item of a key. */
    @Nullable T get(String key) {
        return items.get(key);
    }

    /** How many items there are. */
    int size() {
        return items.size();
    }
}
