/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Finds the items that share keys, at a bounded cost even where thousands share one. A list holds the items of one key
 * in their natural order; the first ones of each stretch of time are its hubs. Two items are candidates for each other
 * through a list when one of them is a hub of its own stretch. So which pairs are candidates is a function of the set of
 * items, not of the order in which they came; when a new item pushes another one out of the hubs, or a removal lets one
 * in, the caller is told to look at that one again.
 *
 * @param <T> the items
 */
public final class HubIndex<T extends Node> {
    private static final int QUESTION_BITS = 24;

    /** In a list of so many items one is looked for by its place, without a look at the times of all. */
    private static final int SHORT = 16;

    private final int hubs;
    private final long window;
    private final KeyLists lists = new KeyLists();
    private final Places<T> places = new Places<>();

    /** For each place the last question that met its item, and in the lowest bits how often. */
    private long[] marks = {};

    private long question;
    private int[] met = new int[64];
    private int metCount;

    /**
     * Makes an empty index.
     *
     * @param hubs hubs of a list and stretch
     * @param window length of a stretch, and farthest two candidates may be apart, milliseconds
     */
    public HubIndex(int hubs, long window) {
        this.hubs = hubs;
        this.window = window;
    }

    /** Adds an item; tells of each that is no hub any more. The keys must differ from each other. */
    public void add(T item, long[] keys, Consumer<T> moved) {
        int place = places.add(item);
        if (place >= marks.length) {
            marks = Arrays.copyOf(marks, places.room());
        }
        lists.touch(keys);
        for (long key : keys) {
            int size = lists.open(key);
            int at = size == 0 || isAfter(item, lists.get(size - 1)) ? size : -find(item, size) - 1;
            if (at < 0) {
                throw new IllegalStateException(item + " is in the index already");
            }
            lists.insert(at, place);
            if (size >= hubs) {
                keepOut(item, at, size + 1, moved);
            }
        }
    }

    /** Tells of the item that a new one keeps out, and marks the hubs of a stretch that has more items since now. */
    private void keepOut(T item, int at, int size, Consumer<T> moved) {
        long stretch = Math.floorDiv(item.time(), window);
        int begin = from(stretch * window, size);
        int next = begin + hubs;
        if (next >= size || stretch(lists.get(next)) != stretch) {
            return;
        }
        if (at < next) {
            item.mayKeepOut = true;
            moved.accept(places.get(lists.get(next)));
        }
        if (next + 1 == size || stretch(lists.get(next + 1)) != stretch) {
            for (int i = begin; i < next; i++) {
                places.get(lists.get(i)).mayKeepOut = true;
            }
        }
    }

    /** Removes an item with the keys that it was added with; tells of each that has become a hub. */
    public void remove(T item, long[] keys, Consumer<T> moved) {
        lists.touch(keys);
        for (long key : keys) {
            int size = lists.open(key);
            int at = size <= SHORT ? lists.indexOf(item.slot) : find(item, size);
            if (at < 0) {
                throw new IllegalStateException(item + " is not in the index");
            }
            if (size > hubs) {
                int in = hubAfter(at, size);
                if (in >= 0) {
                    T risen = places.get(lists.get(in));
                    risen.mayKeepOut = true;
                    moved.accept(risen);
                }
            }
            lists.delete(at);
        }
        places.remove(item);
    }

    /**
     * Finds the candidates of an item of the index.
     *
     * @param item the item
     * @param keys its keys
     * @param strong of the first so many keys one is enough
     * @param least of the other keys a candidate must share so many with it
     * @return the candidates within the window, each once, in the order in which the lists give them
     */
    public List<T> candidates(T item, long[] keys, int strong, int least) {
        question++;
        metCount = 0;
        for (int i = 0; i < keys.length; i++) {
            int size = lists.open(keys[i]);
            int weight = i < strong ? least : 1;
            if (size <= hubs) {
                meet(0, size, weight);
            } else {
                meetHubs(item, size, weight);
            }
        }
        List<T> found = new ArrayList<>(metCount);
        for (int i = 0; i < metCount; i++) {
            int place = met[i];
            long hits = marks[place] - (question << QUESTION_BITS);
            if (hits >= least && place != item.slot && Math.abs(places.time(place) - item.time()) <= window) {
                found.add(places.get(place));
            }
        }
        return found;
    }

    /**
     * Whether an item is a hub of a list that has more items than hubs: without it another one would be a hub.
     *
     * @param keys its keys; few items ever keep others out, and those of the rest are not asked for
     */
    public boolean keepsOthersOut(T item, Supplier<long[]> keys) {
        if (!item.mayKeepOut) {
            return false;
        }
        for (long key : keys.get()) {
            int size = lists.open(key);
            if (size > hubs && hubAfter(find(item, size), size) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Of an item that is a hub the first one of its stretch that is none; below 0 when it is no hub, or all are. */
    private int hubAfter(int at, int size) {
        long stretch = stretch(lists.get(at));
        int begin = from(stretch * window, size);
        int next = begin + hubs;
        boolean keepsOut = at < next && next < size && stretch(lists.get(next)) == stretch;
        return keepsOut ? next : -1;
    }

    /** Goes through a long list stretch by stretch, as far as the window reaches. */
    private void meetHubs(T item, int size, int weight) {
        int own = find(item, size);
        long stretchOf = Math.floorDiv(item.time(), window);
        boolean isHub = own < from(stretchOf * window, size) + hubs;
        int end = from(item.time() + window + 1, size);
        int at = from(item.time() - window, size);
        while (at < end) {
            long stretch = stretch(lists.get(at));
            int stop = Math.min(end, from((stretch + 1) * window, size));
            int last = isHub ? stop : Math.min(stop, from(stretch * window, size) + hubs);
            meet(at, last, weight);
            at = stop;
        }
    }

    private void meet(int from, int to, int weight) {
        for (int i = from; i < to; i++) {
            int place = lists.get(i);
            long mark = marks[place];
            if (mark >>> QUESTION_BITS != question) {
                mark = question << QUESTION_BITS;
                if (metCount == met.length) {
                    met = Arrays.copyOf(met, 2 * metCount);
                }
                met[metCount++] = place;
            }
            marks[place] = mark + weight;
        }
    }

    private long stretch(int place) {
        return Math.floorDiv(places.time(place), window);
    }

    /** The first item of the list that is not before a time. */
    private int from(long time, int size) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (places.time(lists.get(middle)) < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether an item comes after the one at a place by its time alone, as most do that are added. */
    private boolean isAfter(T item, int place) {
        return places.time(place) < item.time();
    }

    /** Where an item stands in the list; {@code -(place where it belongs) - 1} when it is not there. */
    private int find(T item, int size) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int place = lists.get(middle);
            long time = places.time(place);
            int order = time == item.time() ? places.get(place).compareTo(item) : time < item.time() ? -1 : 1;
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }
}
