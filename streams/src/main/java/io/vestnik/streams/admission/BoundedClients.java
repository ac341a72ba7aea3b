/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.admission;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

import io.vestnik.schemas.RejoiningClientSupplier;

/**
 * The clients of an application that reads some partitions up to given offsets and no further, whatever is written to them
 * meanwhile. When all that follows from these records is done, its tables are those of a fixed set of events, and its
 * committed offsets say which.
 *
 * <p>It has to be on the classic group protocol: with {@code group.protocol=streams} Kafka Streams makes its main consumer
 * itself.
 */
public final class BoundedClients extends RejoiningClientSupplier {
    private final Map<TopicPartition, Long> until;

    /**
     * Clients that stop there.
     *
     * @param until the first offset that is not read, by partition; other partitions are read on
     */
    public BoundedClients(Map<TopicPartition, Long> until) {
        this.until = until;
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return new BoundedConsumer(config, until);
    }

    private static final class BoundedConsumer extends RejoiningConsumer {
        private static final Comparator<TopicPartition> ORDER =
                Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

        private final Map<TopicPartition, Long> until;

        BoundedConsumer(Map<String, Object> config, Map<TopicPartition, Long> until) {
            super(config);
            this.until = until;
        }

        @Override
        public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
            ConsumerRecords<byte[], byte[]> records = super.poll(timeout);
            Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> kept = new TreeMap<>(ORDER);
            Map<TopicPartition, OffsetAndMetadata> next = new TreeMap<>(ORDER);
            next.putAll(records.nextOffsets());
            for (TopicPartition partition : records.partitions()) {
                List<ConsumerRecord<byte[], byte[]>> all = records.records(partition);
                List<ConsumerRecord<byte[], byte[]>> before = before(partition, all);
                if (before.size() < all.size()) {
                    // Not back before what is committed, should that be further.
                    long place = Math.max(end(partition), all.get(0).offset());
                    seek(partition, place);
                    pause(List.of(partition));
                    next.put(partition, new OffsetAndMetadata(place));
                }
                if (!before.isEmpty()) {
                    kept.put(partition, before);
                } else {
                    next.remove(partition);
                }
            }
            return new ConsumerRecords<>(kept, next);
        }

        /** Kafka Streams resumes what it has room for; of what has come to its end nothing more is fetched. */
        @Override
        public void resume(Collection<TopicPartition> partitions) {
            super.resume(partitions.stream()
                    .filter(partition -> position(partition) < end(partition))
                    .toList());
        }

        private List<ConsumerRecord<byte[], byte[]>> before(
                TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records) {
            long end = end(partition);
            return records.stream().filter(record -> record.offset() < end).toList();
        }

        private long end(TopicPartition partition) {
            return until.getOrDefault(partition, Long.MAX_VALUE);
        }
    }
}
