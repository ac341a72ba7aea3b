/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * What a compacted topic holds, in memory. Reads committed records only: what a killed producer left half written was
 * never there.
 */
final class TopicTable<V> implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration STALL = Duration.ofSeconds(30);

    private final Consumer<String, V> consumer;
    private final String topic;
    private final String what;
    private final Map<String, V> rows = new HashMap<>();
    private @Nullable List<TopicPartition> partitions;

    /**
     * A table that is read at the first {@link #refresh}.
     *
     * @param consumer reads committed records; closed with this
     * @param what the rows are, for messages
     */
    TopicTable(Consumer<String, V> consumer, String topic, String what) {
        this.consumer = consumer;
        this.topic = topic;
        this.what = what;
    }

    /** The rows by their keys. */
    Map<String, V> rows() {
        return rows;
    }

    /** Takes note of what was written since. */
    void refresh() {
        try {
            readToEnd(assigned());
        } catch (KafkaException e) {
            throw new PublishException("The " + what + " in topic " + topic + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private List<TopicPartition> assigned() {
        if (partitions == null) {
            List<PartitionInfo> infos = consumer.partitionsFor(topic);
            if (infos == null || infos.isEmpty()) {
                throw new PublishException(
                        "There is no topic " + topic + ". Create the topics with 'vestnik topics apply'.", null);
            }
            partitions = infos.stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }
        return partitions;
    }

    private void readToEnd(List<TopicPartition> assigned) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(assigned);
        long still = 0;
        while (assigned.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            int read = 0;
            for (ConsumerRecord<String, V> record : consumer.poll(POLL)) {
                read++;
                if (record.value() == null) {
                    rows.remove(record.key());
                } else {
                    rows.put(record.key(), record.value());
                }
            }
            still = read > 0 ? 0 : still + POLL.toMillis();
            if (still > STALL.toMillis()) {
                throw new PublishException(
                        "Nothing more can be read of topic " + topic
                                + ", though it is not at its end. Are its brokers up?",
                        null);
            }
        }
    }
}
