/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.erase;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads partitions as they are, byte by byte: committed records, or all. Used by one thread. */
final class PartitionReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration STALL = Duration.ofSeconds(30);

    private final KafkaConsumer<byte[], byte @Nullable []> consumer;

    private PartitionReader(Map<String, ?> settings, String isolation) {
        Map<String, Object> config = new TreeMap<>(settings);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, isolation);
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Reads committed records. */
    static PartitionReader committed(Map<String, ?> settings) {
        return new PartitionReader(settings, "read_committed");
    }

    /** Reads records of aborted transactions too. */
    static PartitionReader uncommitted(Map<String, ?> settings) {
        return new PartitionReader(settings, "read_uncommitted");
    }

    /** A record's key as a string; empty when it has none. */
    static String key(ConsumerRecord<byte[], byte @Nullable []> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    /** The partitions of topics. */
    List<TopicPartition> partitions(Collection<String> topics) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            consumer.partitionsFor(topic).forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        }
        return partitions;
    }

    /** Where a partition begins. */
    long begin(TopicPartition partition) {
        return consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    /** Where it ends. */
    long end(TopicPartition partition) {
        return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    /** Gives every record of a topic, partition by partition. */
    void read(String topic, Consumer<ConsumerRecord<byte[], byte @Nullable []>> records) {
        for (TopicPartition partition : partitions(List.of(topic))) {
            read(partition, 0, end(partition), records);
        }
    }

    /**
     * Gives the records of a stretch of a partition.
     *
     * @param from first offset; what was deleted is passed over
     * @param to offset behind the last
     */
    void read(
            TopicPartition partition, long from, long to, Consumer<ConsumerRecord<byte[], byte @Nullable []>> records) {
        long start = Math.max(from, begin(partition));
        if (start >= to) {
            return;
        }
        consumer.assign(List.of(partition));
        consumer.seek(partition, start);
        long still = 0;
        while (consumer.position(partition) < to) {
            long before = consumer.position(partition);
            for (ConsumerRecord<byte[], byte @Nullable []> record : consumer.poll(POLL)) {
                if (record.offset() < to) {
                    records.accept(record);
                }
            }
            still = consumer.position(partition) > before ? 0 : still + POLL.toMillis();
            if (still > STALL.toMillis()) {
                throw new TimeoutException("Nothing more can be read of " + partition + ", though it is not at its"
                        + " end: a transaction may be open there.");
            }
        }
    }

    /** Which of these records are still there. */
    List<TopicPartition> present(Map<TopicPartition, Long> places) {
        List<TopicPartition> present = new ArrayList<>();
        Map<TopicPartition, Long> open = new HashMap<>(places);
        long still = 0;
        while (!open.isEmpty()) {
            consumer.assign(open.keySet());
            open.forEach(consumer::seek);
            ConsumerRecords<byte[], byte @Nullable []> found = consumer.poll(POLL);
            for (TopicPartition partition : List.copyOf(open.keySet())) {
                List<ConsumerRecord<byte[], byte @Nullable []>> records = found.records(partition);
                long place = open.getOrDefault(partition, 0L);
                if (!records.isEmpty() && records.get(0).offset() == place) {
                    present.add(partition);
                    open.remove(partition);
                } else if (!records.isEmpty() || consumer.position(partition) > place) {
                    open.remove(partition);
                }
            }
            still = found.isEmpty() ? still + POLL.toMillis() : 0;
            if (still > STALL.toMillis()) {
                throw new TimeoutException("Nothing can be read of " + open.keySet() + ".");
            }
        }
        return present;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
