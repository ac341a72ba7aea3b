/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.upgrade;

import java.util.List;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.ProducerFencedException;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.avro.Application;
import io.vestnik.streams.admission.ApplicationWriter;
import io.vestnik.streams.config.VestnikStreamsConfig;

/**
 * Writes what an upgrade writes, in transactions. There is one upgrade of a namespace at a time, as there is one
 * {@link ApplicationWriter}.
 */
final class UpgradeWriter implements AutoCloseable {
    private final ApplicationWriter writer;

    /** Opens the writer of a namespace. */
    UpgradeWriter(VestnikStreamsConfig config) {
        writer = new ApplicationWriter(config);
    }

    /** Partitions of a topic. */
    int partitions(Topic<?> topic) {
        return writer.partitions(topic);
    }

    /** The record of who writes the tables, to be written. */
    ProducerRecord<byte[], byte[]> record(Application application) {
        return writer.record(application);
    }

    /**
     * Writes records in one transaction.
     *
     * @throws CommandFailure when another upgrade has begun
     */
    void write(List<ProducerRecord<byte[], byte[]>> records) {
        try {
            writer.write(records);
        } catch (ProducerFencedException e) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "Another 'vestnik upgrade', or a first instance of 'vestnik streams', has been started on these topics"
                            + " meanwhile; this one ends. Where no other upgrade goes on with it, run it again.",
                    e);
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
