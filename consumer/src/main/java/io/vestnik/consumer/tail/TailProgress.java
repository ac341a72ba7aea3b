/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.tail;

import java.util.Map;

import org.apache.kafka.common.TopicPartition;

/**
 * How far a {@link Tail} has come.
 *
 * @param positions offset of the next record of each partition; empty before the first read
 * @param ends offsets that the partitions had when the tail began; it is caught up when it has come there
 * @param caughtUp whether everything was read that was there when the tail began
 */
public record TailProgress(Map<TopicPartition, Long> positions, Map<TopicPartition, Long> ends, boolean caughtUp) {
    /** Nothing is known yet. */
    static final TailProgress NONE = new TailProgress(Map.of(), Map.of(), false);

    /** Records that were there when the tail began and are not read yet. */
    public long left() {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - positions.getOrDefault(end.getKey(), 0L)))
                .sum();
    }
}
