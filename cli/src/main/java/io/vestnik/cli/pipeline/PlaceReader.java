/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.function.Function;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads single records at many places, committed ones only, without a group: by one consumer, partition after partition,
 * and forward in each. What lies between two places is read over when it is little, and else left out.
 */
public final class PlaceReader {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** So many records come with one fetch at least, if they are not large: to seek over fewer gains nothing. */
    private static final long NEAR = 500;

    private final Map<String, Object> settings;
    private final Function<Map<String, Object>, Consumer<byte[], byte[]>> consumers;

    /**
     * Prepares to read.
     *
     * @param settings of clients, the addresses of the brokers among them
     */
    public PlaceReader(Map<String, ?> settings) {
        this(settings, config -> new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
    }

    /** The same with consumers of the caller's. */
    public PlaceReader(Map<String, ?> settings, Function<Map<String, Object>, Consumer<byte[], byte[]>> consumers) {
        this.consumers = consumers;
        this.settings = new TreeMap<>(settings);
        this.settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        this.settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        this.settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Offsets.FETCH_WAIT_MS);
    }

    /**
     * Reads what stands at places. A place that holds no record, as it is of an aborted transaction or was compacted, is
     * passed over.
     *
     * @param places offsets by partition, each within what the partition holds
     * @param records is given each record, in the order of the partitions and of their offsets
     * @throws TimeoutException when the brokers give nothing for half a minute
     * @throws org.apache.kafka.clients.consumer.OffsetOutOfRangeException when a record has expired
     */
    public void read(
            Map<TopicPartition, NavigableSet<Long>> places,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> records) {
        if (places.values().stream().allMatch(NavigableSet::isEmpty)) {
            return;
        }
        try (Consumer<byte[], byte[]> consumer = consumers.apply(settings)) {
            places.forEach((partition, offsets) -> read(consumer, partition, offsets, records));
        }
    }

    private static void read(
            Consumer<byte[], byte[]> consumer,
            TopicPartition partition,
            NavigableSet<Long> offsets,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> records) {
        if (offsets.isEmpty()) {
            return;
        }
        consumer.assign(List.of(partition));
        Long next = offsets.first();
        consumer.seek(partition, next);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (next != null) {
            long before = consumer.position(partition);
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (offsets.contains(record.offset())) {
                    records.accept(record);
                }
            }
            long position = consumer.position(partition);
            if (position != before) {
                deadline = System.nanoTime() + PATIENCE.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new TimeoutException(
                        "For " + PATIENCE.toSeconds() + " s nothing came from " + partition + " at " + position + ".");
            }
            next = goOn(consumer, partition, offsets.ceiling(position), position);
        }
    }

    private static @Nullable Long goOn(
            Consumer<byte[], byte[]> consumer, TopicPartition partition, @Nullable Long next, long position) {
        if (next != null && next - position > NEAR) {
            consumer.seek(partition, next);
        }
        return next;
    }
}
