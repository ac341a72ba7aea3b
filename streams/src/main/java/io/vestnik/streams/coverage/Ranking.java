/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.coverage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Counted items and the first of them in an order. A hot topic has tens of thousands of items and shows twenty, with
 * every commit: so the head is kept up to date as items change, and all of them are looked through only when so many
 * have left the head that it no longer tells which are first.
 *
 * @param <T> an item; what the order looks at changes within {@link #update} alone
 */
final class Ranking<T> {
    private final Comparator<T> order;
    private final Predicate<T> gone;
    private final int capacity;
    private final Map<String, T> items = new LinkedHashMap<>();

    // The first items in the order, as many as it has, once it is known.
    private final List<T> head = new ArrayList<>();
    private boolean known;

    /**
     * Nothing counted yet.
     *
     * @param order tells any two items apart
     * @param gone whether nothing is left of an item
     * @param shown how many items are asked for at most
     */
    Ranking(Comparator<T> order, Predicate<T> gone, int shown) {
        this.order = order;
        this.gone = gone;
        this.capacity = 2 * shown;
    }

    /** Changes an item, which is made if there is none and removed when nothing is left of it. */
    void update(String key, Function<String, T> make, Consumer<T> change) {
        T item = items.computeIfAbsent(key, make);
        int place = Collections.binarySearch(head, item, order);
        if (place >= 0) {
            head.remove(place);
        }
        change.accept(item);
        if (gone.test(item)) {
            items.remove(key);
        } else if (known) {
            place(item);
        }
    }

    private void place(T item) {
        int place = -Collections.binarySearch(head, item, order) - 1;
        // Behind the head it may or may not be the next one, unless there are no others.
        boolean last = place == head.size();
        if (last && head.size() < items.size() - 1) {
            return;
        }
        head.add(place, item);
        if (head.size() > capacity) {
            head.remove(capacity);
        }
    }

    /**
     * The first items in the order.
     *
     * @param limit at most as many as the number shown
     */
    List<T> first(int limit) {
        int count = Math.min(limit, items.size());
        if (!known || head.size() < count) {
            lookThrough();
        }
        return Collections.unmodifiableList(head.subList(0, count));
    }

    private void lookThrough() {
        PriorityQueue<T> first = new PriorityQueue<>(order.reversed());
        for (T item : items.values()) {
            if (first.size() < capacity) {
                first.add(item);
            } else if (order.compare(item, first.element()) < 0) {
                first.remove();
                first.add(item);
            }
        }
        head.clear();
        head.addAll(first);
        head.sort(order);
        known = true;
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
