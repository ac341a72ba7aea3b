/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.errors;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.vestnik.schemas.serde.BadRecordException;

/**
 * Sends dead letters of records that an instance reads beside Kafka Streams. Each instance reads these whole, so each that
 * meets a bad record tells of it; the letters have the same key and name the same place.
 */
public final class DeadLetterSender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterSender.class);
    private static final Duration END = Duration.ofSeconds(5);

    private final Map<String, Object> settings;
    private final DeadLetterRecords records;
    private @Nullable Producer<byte[], byte[]> producer;

    /** With settings of clients and serdes. */
    public DeadLetterSender(Map<String, Object> settings) {
        this.settings = new HashMap<>(settings);
        this.settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        this.records = new DeadLetterRecords(settings);
    }

    /**
     * Sends a dead letter and waits until the brokers have it.
     *
     * @throws KafkaException when they do not take it
     */
    public void send(ConsumerRecord<byte[], byte[]> record, BadRecordException why) {
        String message = DeadLetterRecords.message(why);
        String origin = record.topic() + "-" + record.partition() + "@" + record.offset();
        LOG.warn("To the dead letters: {}: {}", origin, message);
        try {
            producer()
                    .send(records.of(
                            origin, record.key(), record.value(), why.reason().name(), message))
                    .get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("The dead letter of " + origin + " could not be sent: " + e.getCause(), e);
        }
    }

    private synchronized Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> current = producer;
        if (current == null) {
            current = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
            producer = current;
        }
        return current;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(END);
        }
    }
}
