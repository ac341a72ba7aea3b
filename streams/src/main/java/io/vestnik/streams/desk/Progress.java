/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.desk;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.streams.state.KeyValueStore;

import io.vestnik.schemas.Keys;
import io.vestnik.schemas.avro.internal.DeskCommand;

/**
 * How far the desks of a task have come: for each language and each partition of the articles the latest event seen. The
 * partitions are read at their own pace, so whoever catches up may see weeks of one before the first article of another.
 * Corrections count for what is known, and not for how far the desks have come.
 */
final class Progress {
    /** In place of a partition in the key of the latest correction. */
    private static final String CORRECTED = "corrected";

    private final KeyValueStore<String, Long> marks;
    private final int partitions;
    /** What is in the store, by language and partition; 0 where a partition has brought nothing. */
    private final Map<String, long[]> latest = new TreeMap<>();
    /** The latest correction by language; 0 where there is none. */
    private final Map<String, Long> corrected = new TreeMap<>();

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
        Instant correctedAt = command.getCorrectedAt();
        if (correctedAt != null && correctedAt.toEpochMilli() > corrected(language)) {
            corrected.put(language, correctedAt.toEpochMilli());
            marks.put(Keys.of(language, CORRECTED), correctedAt.toEpochMilli());
        }
    }

    private long corrected(String language) {
        return corrected.computeIfAbsent(language, of -> {
            Long time = marks.get(Keys.of(of, CORRECTED));
            return time == null ? 0 : time;
        });
    }

    /** The latest event or correction of all, milliseconds since the epoch. It never falls. */
    long newest(String language) {
        long newest = corrected(language);
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
