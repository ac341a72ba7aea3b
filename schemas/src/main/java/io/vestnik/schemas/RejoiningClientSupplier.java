/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.errors.TaskMigratedException;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;

/**
 * The clients of an application on Kafka Streams. They differ from its own in two cases, in which a thread gives all its
 * tasks up and joins its group anew: when it finds a task corrupted, and when it commits a transaction that the broker has
 * aborted meanwhile.
 *
 * <p>Of a corrupted task: Kafka Streams 4.3.1 revives the task alone, notes that its inputs are to be read again from what is committed, and
 * asks for a rebalance. When that comes before the revived task is initialized, the task is replaced by another one, which
 * does not know of the note: it goes on after what the corrupted task had fetched, and what that had fetched and not
 * committed is lost. A thread that joins anew asks for the committed offset of every partition. It also restores every
 * task, which is slower and seldom: a task is corrupted when a changelog was truncated under it or when a broker does not
 * answer in time.
 *
 * <p>Of an aborted transaction: who stands still for longer than the transaction may take is fenced by the broker and is
 * to go on as one that was given up. But brokers of 4.3.1 answer a commit that comes at that moment with INVALID_TXN_STATE
 * (KAFKA-20785), as if the client had lost count, and Kafka Streams ends the thread for it. Nothing of the transaction is
 * seen by anybody, so it is the same as to be fenced.
 *
 * <p>With {@code group.protocol=streams} Kafka Streams makes its main consumer itself, and asks for no rebalance.
 */
public class RejoiningClientSupplier extends DefaultKafkaClientSupplier {
    /** The reason that Kafka Streams gives when it asks for a rebalance after it has revived a task. */
    private static final String CORRUPTED = "Active tasks corrupted";

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return new RejoiningConsumer(config);
    }

    /** The main consumer of a thread. */
    public static class RejoiningConsumer extends KafkaConsumer<byte[], byte[]> {
        /** With the configuration that Kafka Streams gives it. */
        protected RejoiningConsumer(Map<String, Object> config) {
            super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        }

        @Override
        public void enforceRebalance(String reason) {
            if (reason.equals(CORRUPTED)) {
                throw new TaskMigratedException("A task was corrupted: all tasks of the thread are read in again");
            }
            super.enforceRebalance(reason);
        }
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new RejoiningProducer(config);
    }

    private static final class RejoiningProducer extends KafkaProducer<byte[], byte[]> {
        RejoiningProducer(Map<String, Object> config) {
            super(config, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public void commitTransaction() {
            asFenced(super::commitTransaction);
        }
    }

    /** Lets a commit that comes too late end as it does for one that another producer has taken the place of. */
    static void asFenced(Runnable commit) {
        try {
            commit.run();
        } catch (InvalidTxnStateException e) {
            ProducerFencedException fenced =
                    new ProducerFencedException("The broker has aborted the transaction before its commit came");
            fenced.initCause(e);
            throw fenced;
        }
    }
}
