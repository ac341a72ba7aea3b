/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TransactionalWriterTest {
    private static final List<ProducerRecord<String, byte[]>> RECORDS =
            List.of(new ProducerRecord<>("t", "a", new byte[] {1}), new ProducerRecord<>("t", "b", new byte[] {2}));

    @Test
    void shouldWriteAnAbortedTransactionAgainWithoutLossOrRepeat() {
        FaultyProducer producer = new FaultyProducer(new NotEnoughReplicasException("one broker is down"));
        try (TransactionalWriter writer = started(producer)) {
            writer.write(RECORDS);
        }

        assertThat(producer.history()).isEqualTo(RECORDS);
        assertThat(producer.aborts).isEqualTo(1);
    }

    @Test
    void shouldCommitAgainAfterATimeoutAndNeverAbort() {
        FaultyProducer producer = new FaultyProducer(new TimeoutException("slow"), new TimeoutException("slow"));
        try (TransactionalWriter writer = started(producer)) {
            writer.write(RECORDS);
        }

        assertThat(producer.history()).isEqualTo(RECORDS);
        assertThat(producer.aborts).isZero();
    }

    @Test
    void shouldGiveUpAfterSomeAttempts() {
        KafkaException[] faults = new KafkaException[TransactionalWriter.ATTEMPTS];
        Arrays.fill(faults, new NotEnoughReplicasException("brokers are down"));
        FaultyProducer producer = new FaultyProducer(faults);
        try (TransactionalWriter writer = started(producer)) {
            assertThatThrownBy(() -> writer.write(RECORDS))
                    .isInstanceOf(PublishException.class)
                    .hasMessageContaining("brokers are down");
        }

        assertThat(producer.history()).isEmpty();
        assertThat(producer.aborts).isEqualTo(TransactionalWriter.ATTEMPTS);
    }

    @Test
    void shouldNotTryAgainWhenAnotherHasTakenOver() {
        FaultyProducer producer =
                new FaultyProducer(new KafkaException("error state", new ProducerFencedException("fenced")));
        try (TransactionalWriter writer = started(producer)) {
            assertThatThrownBy(() -> writer.write(RECORDS))
                    .isInstanceOf(PublishException.class)
                    .hasMessageContaining("has taken over");
        }

        assertThat(producer.aborts).isZero();
    }

    private static TransactionalWriter started(FaultyProducer producer) {
        TransactionalWriter writer = new TransactionalWriter(producer);
        writer.start();
        return writer;
    }

    /** Fails one commit for each fault, then works. */
    private static final class FaultyProducer extends MockProducer<String, byte[]> {
        private final Deque<KafkaException> faults;
        private int aborts;

        FaultyProducer(KafkaException... faults) {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
            this.faults = new ArrayDeque<>(Arrays.asList(faults));
        }

        @Override
        public void commitTransaction() {
            KafkaException fault = faults.poll();
            if (fault != null) {
                throw fault;
            }
            super.commitTransaction();
        }

        @Override
        public void abortTransaction() {
            aborts++;
            super.abortTransaction();
        }
    }
}
