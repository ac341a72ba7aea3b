/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.events.OffsetVector;

/**
 * What a reader of all live updates was told, against what their topic holds: of each partition every update once and in
 * the order of the offsets, and each id says exactly what was had until then. That is what a reader relies on which keeps
 * an id and goes on there. An order between partitions is not promised.
 *
 * <pre>
 * valid     0@0 1@0 0@1, ids 0:1,1:0  0:1,1:1  0:2,1:1
 * lost      0@0 0@2
 * doubled   0@0 0@0
 * swapped   0@1 0@0
 * wrong id  0@0 with 0:1,1:1 where 1@0 was not told
 * </pre>
 */
final class HeardUpdates {
    /** More than these need nobody to be told. */
    private static final int MOST_FAULTS = 20;

    private final SortedMap<Integer, List<Told>> log = new TreeMap<>();
    private final Map<String, Integer> partitions = new TreeMap<>();

    /**
     * A record of the topic of updates.
     *
     * @param topic of the news, the record's key
     * @param update as JSON
     */
    record Told(int partition, long offset, String topic, String update) {}

    /**
     * An update that was heard.
     *
     * @param id where to go on behind it
     */
    record Heard(OffsetVector id, String topic, String update) {}

    /** Against what the topic holds, in the order of each partition. */
    HeardUpdates(List<Told> told) {
        for (Told each : told) {
            log.computeIfAbsent(each.partition, partition -> new ArrayList<>()).add(each);
            partitions.put(each.topic, each.partition);
        }
    }

    /** How many updates the topic holds. */
    int size() {
        return log.values().stream().mapToInt(List::size).sum();
    }

    /** Where what was heard, in its order, is not what was told; empty when it is. */
    List<String> faults(List<Heard> heard) {
        List<String> faults = new ArrayList<>();
        Map<Integer, Integer> had = new TreeMap<>();
        for (Heard each : heard) {
            Integer partition = partitions.get(each.topic);
            if (partition == null) {
                faults.add("heard, and in no partition: " + each);
                continue;
            }
            int place = had.merge(partition, 1, Integer::sum) - 1;
            Told expected = at(partition, place);
            if (expected == null) {
                faults.add("heard after the last of partition " + partition + ": " + each);
            } else if (!expected.update.equals(each.update)) {
                faults.add("heard " + each + " where the partition has " + expected);
            }
            checkId(each, had, faults);
            if (faults.size() >= MOST_FAULTS) {
                return faults;
            }
        }
        log.forEach((partition, updates) -> {
            int count = had.getOrDefault(partition, 0);
            if (count < updates.size()) {
                faults.add("lost of partition " + partition + ": " + (updates.size() - count) + ", in the end after "
                        + count + " of " + updates.size());
            }
        });
        return faults;
    }

    private @Nullable Told at(int partition, int place) {
        List<Told> updates = log.getOrDefault(partition, List.of());
        return place < updates.size() ? updates.get(place) : null;
    }

    private void checkId(Heard each, Map<Integer, Integer> had, List<String> faults) {
        log.forEach((partition, updates) -> {
            long before = updates.stream()
                    .filter(told -> told.offset < each.id.next(partition))
                    .count();
            int count = had.getOrDefault(partition, 0);
            if (before != count) {
                faults.add("the id of " + each + " says that " + before + " of partition " + partition
                        + " were had, and " + count + " were");
            }
        });
    }
}
