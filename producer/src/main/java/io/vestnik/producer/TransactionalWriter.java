/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApplicationRecoverableException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes records in transactions, all or none. A transaction that was aborted for a passing reason is written again:
 * the same records, so nothing is lost, and the aborted ones are never read, so nothing is repeated.
 */
final class TransactionalWriter implements AutoCloseable {
    /** Attempts at one transaction, and at one commit whose outcome is not known. */
    static final int ATTEMPTS = 5;

    private static final Logger LOG = LoggerFactory.getLogger(TransactionalWriter.class);

    private final Producer<String, byte[]> producer;

    /**
     * @param producer with a transactional id; closed with this
     */
    TransactionalWriter(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /** Takes over the transactional id: aborts what a former holder left open, and fences that holder. */
    void start() {
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            throw fault("The brokers do not let transactions begin", e);
        }
    }

    /**
     * Writes the records in one transaction and returns when it is committed.
     *
     * @throws PublishException when it cannot be committed; nothing of it is visible then, unless the brokers were lost
     *     in the middle of the commit, which the source state tells at the next start
     */
    void write(List<ProducerRecord<String, byte[]>> records) {
        for (int attempt = 1; ; attempt++) {
            try {
                producer.beginTransaction();
                send(records);
                commit();
                return;
            } catch (KafkaException e) {
                if (isFatal(e)) {
                    throw fault("Publishing was stopped", e);
                }
                abort(e);
                if (attempt == ATTEMPTS) {
                    throw fault("Publishing was aborted " + ATTEMPTS + " times", e);
                }
                LOG.warn(
                        "A transaction of {} records was aborted and is written again: {}",
                        records.size(),
                        e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private void send(List<ProducerRecord<String, byte[]>> records) {
        List<Future<RecordMetadata>> sent = new ArrayList<>(records.size());
        for (ProducerRecord<String, byte[]> record : records) {
            sent.add(producer.send(record));
        }
        producer.flush();
        // The commit would fail too, but only this says which record failed and why.
        for (Future<RecordMetadata> future : sent) {
            try {
                future.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
    }

    /** After a timeout the outcome is not known; the protocol then allows nothing but to commit again. */
    private void commit() {
        for (int attempt = 1; ; attempt++) {
            try {
                producer.commitTransaction();
                return;
            } catch (TimeoutException e) {
                if (attempt == ATTEMPTS) {
                    throw fault("The brokers do not say whether the last transaction was committed", e);
                }
                LOG.warn("A commit timed out and is tried again: {}", e.getMessage());
            }
        }
    }

    private void abort(KafkaException cause) {
        try {
            producer.abortTransaction();
        } catch (KafkaException e) {
            e.addSuppressed(cause);
            throw fault("A transaction could be neither committed nor aborted", e);
        }
    }

    /** Kafka wraps what put a producer into its error state, so the causes are looked at too. */
    private static boolean isFatal(Throwable e) {
        return e instanceof ApplicationRecoverableException
                || e instanceof InvalidProducerEpochException
                || e instanceof OutOfOrderSequenceException
                || e instanceof AuthorizationException
                || e instanceof AuthenticationException
                || e instanceof UnsupportedVersionException
                || e instanceof RecordTooLargeException
                || e instanceof InterruptException
                || isFenced(e)
                || (e.getCause() != null && isFatal(e.getCause()));
    }

    private static boolean isFenced(Throwable e) {
        return e instanceof ProducerFencedException
                || e instanceof InvalidProducerEpochException
                || (e.getCause() != null && isFenced(e.getCause()));
    }

    private static PublishException fault(String what, KafkaException e) {
        if (isFenced(e)) {
            return new PublishException(
                    "Another producer with the same transactional id has taken over. Run one at a time, or give each "
                            + "its own --transactional-id.",
                    e);
        }
        if (e instanceof TimeoutException) {
            return new PublishException(what + ": the brokers do not answer (" + e.getMessage() + ").", e);
        }
        return new PublishException(what + ": " + e.getMessage(), e);
    }
}
