/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.admission;

import java.time.Duration;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecords;

import io.vestnik.schemas.RejoiningClientSupplier;

/**
 * The clients of an application that writes the tables. Whenever one of its consumers has become a member of the group, it
 * asks whether it may write before it gives the first record away. An upgrade first says that nobody may and then looks
 * whether the group is empty; so either it sees the consumer, or the consumer sees what it has said. One that was taken for
 * dead and comes back is a new member and asks again.
 *
 * <p>With {@code group.protocol=streams} Kafka Streams makes its main consumer itself; then it is asked at the start only.
 */
public final class AdmittedClients extends RejoiningClientSupplier {
    private final Runnable check;

    /**
     * Clients that ask.
     *
     * @param check throws when the application may not write
     */
    public AdmittedClients(Runnable check) {
        this.check = check;
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return new RejoiningConsumer(config) {
            private String admitted = "";

            @Override
            public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
                ConsumerRecords<byte[], byte[]> records = super.poll(timeout);
                ConsumerGroupMetadata group = groupMetadata();
                if (group.generationId() >= 0 && !group.memberId().equals(admitted)) {
                    check.run();
                    admitted = group.memberId();
                }
                return records;
            }
        };
    }
}
