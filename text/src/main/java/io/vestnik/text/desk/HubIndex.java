/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;

import com.dynatrace.hash4j.hashing.Hashing;

/**
 * Finds the items that share keys, at a bounded cost even where thousands share one. A list holds the items of one key
 * and one stretch of time in their natural order; its first items are its hubs. Two items are candidates for each other
 * through a list when one of them is a hub of its own list. So which pairs are candidates is a function of the set of
 * items, not of the order in which they came; when a new item pushes another one out of a list's hubs, or a removal
 * lets one in, the caller is told to look at that one again.
 *
 * @param <T> the items
 */
final class HubIndex<T extends Comparable<? super T>> {
    private final int hubs;
    private final long stretch;
    private final int reach;
    private final Map<Long, List<T>> lists = new LinkedHashMap<>();

    /**
     * Makes an empty index.
     *
     * @param hubs hubs of a list
     * @param window farthest two candidates may be apart, milliseconds
     * @param parts lists into which the window is cut: more of them make shorter lists and more look-ups
     */
    HubIndex(int hubs, long window, int parts) {
        this.hubs = hubs;
        this.stretch = Math.max(1, window / parts);
        this.reach = (int) ((window + stretch - 1) / stretch);
    }

    /** Adds an item; tells of each that is no hub any more. The keys must differ from each other. */
    void add(T item, long time, long[] keys, Consumer<T> moved) {
        for (long key : keys) {
            List<T> list = lists.computeIfAbsent(list(key, bucket(time)), k -> new ArrayList<>(1));
            int at = Collections.binarySearch(list, item);
            if (at >= 0) {
                throw new IllegalStateException(item + " is in the index already");
            }
            list.add(-at - 1, item);
            if (-at - 1 < hubs && list.size() > hubs) {
                moved.accept(list.get(hubs));
            }
        }
    }

    /** Removes an item with the time and keys that it was added with; tells of each that has become a hub. */
    void remove(T item, long time, long[] keys, Consumer<T> moved) {
        for (long key : keys) {
            long name = list(key, bucket(time));
            List<T> list = lists.get(name);
            int at = list == null ? -1 : Collections.binarySearch(list, item);
            if (list == null || at < 0) {
                throw new IllegalStateException(item + " is not in the index");
            }
            if (at < hubs && list.size() > hubs) {
                moved.accept(list.get(hubs));
            }
            list.remove(at);
            if (list.isEmpty()) {
                lists.remove(name);
            }
        }
    }

    /** Finds the candidates that share at least so many lists with an item of the index, in their natural order. */
    Iterable<T> candidates(T item, long time, long[] keys, int least) {
        // The order of this map shows nowhere: what it holds is sorted before it is given away.
        IdentityHashMap<T, int[]> counts = new IdentityHashMap<>();
        long bucket = bucket(time);
        for (long key : keys) {
            List<T> own = lists.get(list(key, bucket));
            boolean isHub = own != null && Collections.binarySearch(own, item) < hubs;
            for (long other = bucket - reach; other <= bucket + reach; other++) {
                List<T> list = other == bucket ? own : lists.get(list(key, other));
                if (list != null) {
                    int end = isHub ? list.size() : Math.min(hubs, list.size());
                    for (int i = 0; i < end; i++) {
                        counts.computeIfAbsent(list.get(i), found -> new int[1])[0]++;
                    }
                }
            }
        }
        TreeSet<T> found = new TreeSet<>();
        counts.forEach((candidate, count) -> {
            if (candidate != item && count[0] >= least) {
                found.add(candidate);
            }
        });
        return found;
    }

    private long bucket(long time) {
        return Math.floorDiv(time, stretch);
    }

    private static long list(long key, long bucket) {
        return Hashing.komihash5_0().hashLongLongToLong(key, bucket);
    }
}
