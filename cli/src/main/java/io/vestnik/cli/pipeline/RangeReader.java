/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what stands between two offsets of each partition, committed records only, without a group. */
public final class RangeReader {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, Object> settings;

    /**
     * Prepares to read.
     *
     * @param settings of clients, the addresses of the brokers among them
     */
    public RangeReader(Map<String, ?> settings) {
        this.settings = new TreeMap<>(settings);
        this.settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        this.settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        this.settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, Offsets.FETCH_WAIT_MS);
    }

    /**
     * Reads to the end of every range.
     *
     * @param records is given each record, in the order of its partition
     * @param goOn asked at every turn; false ends the reading
     * @throws TimeoutException when the brokers give nothing for half a minute
     * @throws org.apache.kafka.clients.consumer.OffsetOutOfRangeException when records of a range have expired
     */
    public void read(
            Map<TopicPartition, OffsetRange> ranges,
            Consumer<ConsumerRecord<byte[], byte[]>> records,
            BooleanSupplier goOn) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> open = new ArrayList<>(ranges.keySet());
            open.removeIf(partition ->
                    isRead(ranges, partition, range(ranges, partition).from()));
            consumer.assign(open);
            open.forEach(partition ->
                    consumer.seek(partition, range(ranges, partition).from()));
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!open.isEmpty() && goOn.getAsBoolean()) {
                long before = positions(consumer, open);
                for (ConsumerRecord<byte[], byte[]> next : consumer.poll(POLL)) {
                    if (next.offset()
                            < range(ranges, new TopicPartition(next.topic(), next.partition()))
                                    .to()) {
                        records.accept(next);
                    }
                }
                if (positions(consumer, open) != before) {
                    deadline = System.nanoTime() + PATIENCE.toNanos();
                } else if (System.nanoTime() > deadline) {
                    throw new TimeoutException("For " + PATIENCE.toSeconds() + " s nothing came from " + open + ".");
                }
                open.removeIf(partition -> isRead(ranges, partition, consumer.position(partition)));
            }
        }
    }

    private static long positions(KafkaConsumer<?, ?> consumer, List<TopicPartition> open) {
        return open.stream().mapToLong(consumer::position).sum();
    }

    private static boolean isRead(Map<TopicPartition, OffsetRange> ranges, TopicPartition partition, long position) {
        return position >= range(ranges, partition).to();
    }

    private static OffsetRange range(Map<TopicPartition, OffsetRange> ranges, TopicPartition partition) {
        return ranges.getOrDefault(partition, new OffsetRange(0, 0));
    }
}
