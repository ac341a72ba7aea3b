/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.admission;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsConfig;

import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.Application;
import io.vestnik.streams.config.StreamsProperties;
import io.vestnik.streams.config.VestnikStreamsConfig;

/**
 * Writes which application writes the tables of a namespace, in transactions. There is one writer of a namespace at a time:
 * who opens one ends what an earlier one has begun, and the earlier one finds out when it next writes. So what is read
 * after a writer was opened is what stands there when it writes.
 */
public final class ApplicationWriter implements AutoCloseable {
    /** How long readers wait at most for the transaction of one that was killed. */
    private static final int TRANSACTION_TIMEOUT_MS = 60_000;

    private final Topic<Application> applications;
    private final Map<String, Object> serde;
    private final KafkaProducer<byte[], byte[]> producer;

    /**
     * Opens the writer of a namespace.
     *
     * @throws ProducerFencedException when another one is opened at the same time
     */
    public ApplicationWriter(VestnikStreamsConfig config) {
        applications = new Topics(config.namespace()).applications;
        serde = StreamsProperties.serde(config);
        Map<String, Object> settings =
                new StreamsConfig(StreamsProperties.of(config)).getProducerConfigs("vestnik-upgrade");
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, config.namespace() + "vestnik-upgrade");
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
        } catch (RuntimeException e) {
            producer.close();
            throw isFenced(e) ? fenced(e) : e;
        }
    }

    /** Partitions of a topic. */
    public int partitions(Topic<?> topic) {
        return producer.partitionsFor(topic.name()).size();
    }

    /** The record of who writes the tables, to be written. */
    public ProducerRecord<byte[], byte[]> record(Application application) {
        try (Serde<Application> values = applications.serde(serde)) {
            return new ProducerRecord<>(
                    applications.name(),
                    null,
                    application.getSince().toEpochMilli(),
                    ApplicationLog.KEY.getBytes(StandardCharsets.UTF_8),
                    values.serializer().serialize(applications.name(), application));
        }
    }

    /**
     * Writes records in one transaction.
     *
     * @throws ProducerFencedException when another writer was opened; nothing was written
     */
    public void write(List<ProducerRecord<byte[], byte[]>> records) {
        if (records.isEmpty()) {
            return;
        }
        try {
            producer.beginTransaction();
            for (ProducerRecord<byte[], byte[]> record : records) {
                // What cannot be sent is told by the commit.
                var unused = producer.send(record);
            }
            producer.commitTransaction();
        } catch (KafkaException e) {
            if (isFenced(e)) {
                throw fenced(e);
            }
            producer.abortTransaction();
            throw e;
        }
    }

    private static ProducerFencedException fenced(RuntimeException thrown) {
        ProducerFencedException fenced = new ProducerFencedException("Another writer was opened");
        fenced.initCause(thrown);
        return fenced;
    }

    /** Brokers tell it in several ways, as it hits a transaction that was just begun, written in or ended. */
    private static boolean isFenced(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProducerFencedException
                    || cause instanceof InvalidProducerEpochException
                    || cause instanceof InvalidTxnStateException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        producer.close();
    }
}
