/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.erase;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.Topic;

/**
 * Writes what a partition holds behind its end once more, in the same order and with the same times, without what is to
 * go. Each copy tells in the header {@value #COPY_OF} which offset it was copied from: so a rewriting that was broken off
 * is known by its copies, whose originals are still there, and a reader can tell copies from what is new.
 */
final class LogRewriter implements AutoCloseable {
    /** Header of a copy: the offset that it had before, eight bytes, big-endian. */
    static final String COPY_OF = "vestnik.copy-of";

    private static final int TRANSACTION_MS = 30_000;
    private static final int RECORDS = 1000;
    private static final int BYTES = 8 * 1024 * 1024;

    private final PartitionReader reader;
    private final KafkaProducer<byte[], byte @Nullable []> producer;
    private int records;
    private long bytes;
    private @Nullable Future<RecordMetadata> last;

    /** What is to become of a record. */
    interface Filter {
        /**
         * Judges a record.
         *
         * @return the record itself, one with another value, or null when it is to go
         */
        @Nullable ConsumerRecord<byte[], byte @Nullable []> apply(ConsumerRecord<byte[], byte @Nullable []> record);
    }

    /**
     * Takes over the transactional id.
     *
     * @param settings of clients
     */
    LogRewriter(Map<String, ?> settings, String transactionalId, PartitionReader reader) {
        Map<String, Object> config = new HashMap<>();
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_MESSAGE_BYTES);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        config.putAll(settings);
        // Readers of committed records wait for one that was killed as long as this.
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MS);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, transactionalId);
        this.reader = reader;
        this.producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    /** Whether a filter would change anything of a partition before an offset. */
    boolean concerns(TopicPartition partition, long end, Filter filter) {
        boolean[] found = new boolean[1];
        reader.read(partition, 0, end, record -> found[0] |= filter.apply(record) != record);
        return found[0];
    }

    /**
     * Copies what a partition holds before an offset. Whoever calls it deletes the originals then.
     *
     * @return whether nobody else has written to the partition meanwhile, so that the order is what it was
     */
    boolean copy(TopicPartition partition, long end, Filter filter) {
        long begin = reader.begin(partition);
        producer.beginTransaction();
        reader.read(partition, begin, end, record -> {
            // A copy of what is still there is left over from a rewriting that did not come to its end.
            ConsumerRecord<byte[], byte @Nullable []> kept =
                    copyOf(record.headers()) >= begin ? null : filter.apply(record);
            if (kept != null) {
                send(partition, record.offset(), kept);
            }
        });
        commit();
        boolean[] alone = {true};
        reader.read(partition, end, reader.end(partition), record -> alone[0] &= copyOf(record.headers()) >= 0);
        return alone[0];
    }

    private void send(TopicPartition partition, long offset, ConsumerRecord<byte[], byte @Nullable []> record) {
        Headers headers = new RecordHeaders(record.headers().toArray()).remove(COPY_OF);
        headers.add(COPY_OF, ByteBuffer.allocate(Long.BYTES).putLong(offset).array());
        byte[] value = record.value();
        last = producer.send(new ProducerRecord<>(
                partition.topic(), partition.partition(), record.timestamp(), record.key(), value, headers));
        records++;
        bytes += value == null ? 0 : value.length;
        if (records >= RECORDS || bytes >= BYTES) {
            commit();
            producer.beginTransaction();
        }
    }

    /** The commit fails when a record of the transaction has failed, and says why. */
    private void commit() {
        producer.commitTransaction();
        records = 0;
        bytes = 0;
        if (last != null) {
            try {
                last.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
    }

    /** The offset that a copy was made of; negative for a record that is none. */
    private static long copyOf(Headers headers) {
        Header header = headers.lastHeader(COPY_OF);
        return header == null ? -1 : ByteBuffer.wrap(header.value()).getLong();
    }

    @Override
    public void close() {
        producer.close();
    }
}
