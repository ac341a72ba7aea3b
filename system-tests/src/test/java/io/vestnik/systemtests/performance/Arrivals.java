/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.performance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells when an article has come through. Each article goes under an outlet that only few others have, and the row of an
 * outlet says how many of its articles are counted: when it says n, the outlet's first n have come.
 */
final class Arrivals {
    /**
     * An article that has come.
     *
     * @param dueNanos when it was to be sent, whether it was or the sender was held up
     * @param seenNanos when a reader of committed records had the row that counts it
     */
    record Arrival(long dueNanos, long seenNanos) {
        long latencyNanos() {
            return seenNanos - dueNanos;
        }
    }

    private static final class Outlet {
        private final List<Long> due = new ArrayList<>();
        private int seen;
    }

    private final Map<String, Outlet> outlets = new TreeMap<>();
    private final List<Arrival> arrivals = new ArrayList<>();
    private int missing;

    /** Expects an article. */
    synchronized void expect(String topic, long dueNanos) {
        outlets.computeIfAbsent(topic, key -> new Outlet()).due.add(dueNanos);
        missing++;
    }

    /** Notes that so many articles of an outlet are counted. */
    synchronized void counted(String topic, int articles, long nowNanos) {
        Outlet outlet = outlets.get(topic);
        while (outlet != null && outlet.seen < articles) {
            arrivals.add(new Arrival(outlet.due.get(outlet.seen++), nowNanos));
            missing--;
        }
    }

    /** Articles that have not come yet. */
    synchronized int missing() {
        return missing;
    }

    /** Articles that have come, in the order in which they did. */
    synchronized int count() {
        return arrivals.size();
    }

    /** Those that have come since there were so many. */
    synchronized List<Arrival> since(int count) {
        return List.copyOf(arrivals.subList(count, arrivals.size()));
    }
}
