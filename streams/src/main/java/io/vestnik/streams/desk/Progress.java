/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.desk;

import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.streams.state.KeyValueStore;

import io.vestnik.schemas.Keys;
import io.vestnik.schemas.avro.internal.DeskCommand;

/**
 * How far the desks of a task have come: for each language and each partition of the articles the latest event seen. The
 * partitions are read at their own pace, so whoever catches up may see weeks of one before the first article of another.
 */
final class Progress {
    private final KeyValueStore<String, Long> marks;
    private final int partitions;
    /** What is in the store, by language and partition; 0 where a partition has brought nothing. */
    private final Map<String, long[]> latest = new TreeMap<>();

    Progress(KeyValueStore<String, Long> marks, int partitions) {
        this.marks = marks;
        this.partitions = partitions;
    }

    /** Notes the event of a command. */
    void see(String language, DeskCommand command) {
        int partition = command.getPartition();
        if (partition >= partitions) {
            throw new IllegalStateException("a command from partition " + partition + " of the articles, which have "
                    + partitions + "; start the application anew");
        }
        long time = command.getKnownAt().toEpochMilli();
        long[] seen = of(language);
        if (time > seen[partition]) {
            seen[partition] = time;
            marks.put(key(language, partition), time);
        }
    }

    /** The latest event of all, milliseconds since the epoch. It never falls. */
    long newest(String language) {
        long newest = 0;
        for (long time : of(language)) {
            newest = Math.max(newest, time);
        }
        return newest;
    }

    /**
     * The time that every partition has come to: the earliest of their latest events, milliseconds since the epoch; 0
     * while one of them has brought no article of the language. It never falls.
     */
    long common(String language) {
        long common = Long.MAX_VALUE;
        for (long time : of(language)) {
            common = Math.min(common, time);
        }
        return common;
    }

    private long[] of(String language) {
        return latest.computeIfAbsent(language, this::read);
    }

    private long[] read(String language) {
        long[] times = new long[partitions];
        for (int partition = 0; partition < partitions; partition++) {
            Long time = marks.get(key(language, partition));
            times[partition] = time == null ? 0 : time;
        }
        return times;
    }

    private static String key(String language, int partition) {
        return Keys.of(language, Integer.toString(partition));
    }
}
