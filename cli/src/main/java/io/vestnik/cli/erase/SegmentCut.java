/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.erase;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Closes the segments that partitions are being written to: brokers neither clean nor delete the one that is open.
 *
 * <p>A segment is closed by what is written next, when its settings ask for it and the record is later than the first of
 * the segment. So a partition gets two records, later than any event that the pipeline lets in, in a transaction that is
 * aborted: nobody who reads committed records sees them. The first opens a segment that holds nothing else, the second
 * the next one. The cleaner removes the first when it has been through everything before it, which is how that is known.
 */
final class SegmentCut implements AutoCloseable {
    /** Events may be ten minutes ahead of the clock. */
    private static final Duration AHEAD = Duration.ofMinutes(20);

    private static final byte[] KEY = {'v', 'e', 's', 't', 'n', 'i', 'k', '-', 'e', 'r', 'a', 's', 'e'};
    private static final long APART_MILLIS = 10;
    private static final int TRANSACTION_MS = 10_000;

    static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    private final KafkaProducer<byte[], byte @Nullable []> producer;
    private final Clock clock;

    /**
     * Takes over the transactional id.
     *
     * @param settings of clients
     */
    SegmentCut(Map<String, ?> settings, String transactionalId, Clock clock) {
        Map<String, Object> config = new HashMap<>(settings);
        // Readers of committed records wait for one that was killed as long as this.
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MS);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, transactionalId);
        this.producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        this.clock = clock;
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    /**
     * Closes the open segments.
     *
     * @return where each partition's next segment begins: everything before is in closed ones
     */
    Map<TopicPartition, Long> cut(Collection<TopicPartition> partitions) {
        long at = clock.millis() + AHEAD.toMillis();
        producer.beginTransaction();
        Map<TopicPartition, Long> begins = send(partitions, at);
        pause();
        send(partitions, at + APART_MILLIS);
        producer.abortTransaction();
        return begins;
    }

    private Map<TopicPartition, Long> send(Collection<TopicPartition> partitions, long at) {
        Map<TopicPartition, Future<RecordMetadata>> sent = new LinkedHashMap<>();
        for (TopicPartition partition : partitions) {
            ProducerRecord<byte[], byte @Nullable []> record =
                    new ProducerRecord<>(partition.topic(), partition.partition(), at, KEY, (byte @Nullable []) null);
            sent.put(partition, producer.send(record));
        }
        producer.flush();
        Map<TopicPartition, Long> offsets = new TreeMap<>(ORDER);
        sent.forEach((partition, answer) -> {
            try {
                offsets.put(partition, answer.get().offset());
            } catch (ExecutionException e) {
                throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        });
        return offsets;
    }

    /** Where the broker's clock stamps the records they must not get the same time. */
    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(APART_MILLIS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
