/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.index;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Gives each item of an index a place, a small number that the lists hold in its stead, and keeps its time there: to tell
 * which items lie within a window the items themselves, which are spread over the memory, are not looked at.
 *
 * @param <T> the items
 */
final class Places<T extends Node> {
    private @Nullable Node[] items = new Node[64];
    private long[] times = new long[64];

    /** Places that were left, to be given again; the last one first. */
    private int[] left = new int[64];

    private int leftCount;
    private int fresh;

    /** How many places there are room for: an array of this length has one for each. */
    int room() {
        return items.length;
    }

    /** Gives an item a place. */
    int add(T item) {
        if (leftCount == 0 && fresh == items.length) {
            int room = fresh + fresh / 2;
            items = Arrays.copyOf(items, room);
            times = Arrays.copyOf(times, room);
        }
        int place = leftCount > 0 ? left[--leftCount] : fresh++;
        items[place] = item;
        times[place] = item.time();
        item.slot = place;
        return place;
    }

    /** Takes the place of an item away. */
    void remove(T item) {
        if (leftCount == left.length) {
            left = Arrays.copyOf(left, 2 * leftCount);
        }
        left[leftCount++] = item.slot;
        items[item.slot] = null;
        item.slot = Node.NOWHERE;
    }

    /** When the item at a place was first observed, milliseconds since the epoch. */
    long time(int place) {
        return times[place];
    }

    /** The item at a place. */
    // Only items are put there, and the lists hold only places that have one.
    @SuppressWarnings({"unchecked", "NullAway"})
    T get(int place) {
        return (T) items[place];
    }
}
