/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.coverage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The first of many items in an order, kept up to date as items come and go. The items themselves are somebody else's:
 * when so many have left the head that it no longer tells which are first, it has to be refilled from all of them.
 *
 * @param <T> an item; what the order looks at does not change while it is in the head
 */
final class Head<T> {
    private final Comparator<T> order;
    private final int capacity;
    private final List<T> items = new ArrayList<>();

    /**
     * The head of no items.
     *
     * @param order tells any two items apart
     * @param capacity how many it holds at most: the more, the more may leave before it has to be refilled
     */
    Head(Comparator<T> order, int capacity) {
        this.order = order;
        this.capacity = capacity;
    }

    /** An item comes. */
    void enter(T item, int others) {
        int place = -Collections.binarySearch(items, item, order) - 1;
        // Behind the last one it may or may not be the next, unless the head holds all.
        if (place == items.size() && items.size() < others) {
            return;
        }
        items.add(place, item);
        if (items.size() > capacity) {
            items.remove(capacity);
        }
    }

    /** An item goes, or is about to change and will come again. */
    void leave(T item) {
        int place = Collections.binarySearch(items, item, order);
        if (place >= 0) {
            items.remove(place);
        }
    }

    /** Whether it still tells so many first items. */
    boolean tells(int count) {
        return items.size() >= count;
    }

    /** So many first items; it has to tell them. */
    List<T> first(int count) {
        return Collections.unmodifiableList(items.subList(0, count));
    }

    /** Looks through all items. */
    void refill(Iterable<T> all) {
        PriorityQueue<T> first = new PriorityQueue<>(order.reversed());
        for (T item : all) {
            if (first.size() < capacity) {
                first.add(item);
            } else if (order.compare(item, first.element()) < 0) {
                first.remove();
                first.add(item);
            }
        }
        items.clear();
        items.addAll(first);
        items.sort(order);
    }
}
