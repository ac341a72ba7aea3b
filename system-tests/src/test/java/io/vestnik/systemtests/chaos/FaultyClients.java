/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Predicate;

import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;
import org.jspecify.annotations.Nullable;

/** The clients of an instance, with a producer to which something happens. */
final class FaultyClients extends DefaultKafkaClientSupplier {
    private final Predicate<String> lost;
    private final @Nullable String deadly;

    private FaultyClients(Predicate<String> lost, @Nullable String deadly) {
        this.lost = lost;
        this.deadly = deadly;
    }

    /** What is sent to some topics never reaches a broker. */
    static FaultyClients losing(Predicate<String> topics) {
        return new FaultyClients(topics, null);
    }

    /**
     * The instance dies in the first commit that has a record for a topic: the brokers have all results of the commit by
     * then, but neither the changes of the state that go with them nor the offsets. Partitions are written to
     * independently, so that this is one of the orders in which a dying process leaves its records.
     */
    static FaultyClients dyingAfter(String topic) {
        return new FaultyClients(name -> false, topic);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new FaultyProducer(config);
    }

    /** Ends the thread as a kill would end the process: nothing that it holds is sent any more. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed() {
            super("killed between the results and the offsets of a commit");
        }
    }

    private record Held(ProducerRecord<byte[], byte[]> record, Callback callback) {}

    private final class FaultyProducer extends KafkaProducer<byte[], byte[]> {
        private final List<Held> held = new ArrayList<>();
        private boolean due;

        FaultyProducer(Map<String, Object> config) {
            super(config, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
            if (lost.test(record.topic())) {
                RecordMetadata nowhere =
                        new RecordMetadata(new TopicPartition(record.topic(), record.partition()), 0, 0, 0, 0, 0);
                callback.onCompletion(nowhere, null);
                return CompletableFuture.completedFuture(nowhere);
            }
            if (deadly == null) {
                return super.send(record, callback);
            }
            due |= record.topic().equals(deadly);
            if (record.topic().endsWith("-changelog")) {
                held.add(new Held(record, callback));
                return new CompletableFuture<>();
            }
            return super.send(record, callback);
        }

        @Override
        public void flush() {
            super.flush();
            if (due) {
                throw new Killed();
            }
            for (Held one : held) {
                var unused = super.send(one.record, one.callback);
            }
            held.clear();
            super.flush();
        }
    }
}
