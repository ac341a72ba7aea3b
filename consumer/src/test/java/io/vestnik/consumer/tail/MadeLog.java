/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.tail;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A log without an end whose every record can be told by its place, so that whoever knows how far somebody has read knows
 * what he has to hold. Each partition has keys of its own that are written again and again; every fifth record takes one
 * away.
 */
public abstract class MadeLog {
    /** Has no divisor in common with the others, or the same keys would always be taken away. */
    private static final int KEYS = 299;

    private static final int STEP = 7919;
    private static final int REMOVES = 5;

    private final List<TopicPartition> partitions;

    protected MadeLog(List<TopicPartition> partitions) {
        this.partitions = List.copyOf(partitions);
    }

    public List<TopicPartition> partitions() {
        return partitions;
    }

    /** Value of the record that sets a key, or takes it away. */
    protected abstract byte @Nullable [] value(TopicPartition partition, long offset, String key, boolean removes);

    /** Key of a record. */
    public static String key(TopicPartition partition, long offset) {
        return "p" + partition.partition() + "k" + offset * STEP % KEYS;
    }

    /** Whether a record takes its key away. */
    public static boolean removes(long offset) {
        return offset % REMOVES == REMOVES - 1;
    }

    ConsumerRecord<byte[], byte[]> record(TopicPartition partition, long offset) {
        String key = key(partition, offset);
        return new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                key.getBytes(StandardCharsets.UTF_8),
                value(partition, offset, key, removes(offset)));
    }

    /**
     * What there is before some places in the partitions.
     *
     * @return by key, the offset of the record that has set it
     */
    public Map<String, Long> before(Map<TopicPartition, Long> positions) {
        Map<String, Long> rows = new TreeMap<>();
        positions.forEach((partition, end) -> {
            for (long offset = 0; offset < end; offset++) {
                if (removes(offset)) {
                    rows.remove(key(partition, offset));
                } else {
                    rows.put(key(partition, offset), offset);
                }
            }
        });
        return rows;
    }
}
