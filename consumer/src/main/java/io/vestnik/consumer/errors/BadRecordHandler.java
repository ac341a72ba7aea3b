/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.errors;

import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.vestnik.schemas.serde.BadRecordException;

/**
 * A record that cannot be decoded becomes a dead letter and the rest goes on. Any other fault, an unreachable registry
 * above all, ends the process: to go on would lose records that are good.
 */
public final class BadRecordHandler implements DeserializationExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(BadRecordHandler.class);

    private DeadLetterRecords deadLetters;

    /** Made by Kafka Streams, which then calls {@link #configure}. */
    @SuppressWarnings("NullAway.Init") // set by configure()
    public BadRecordHandler() {}

    @Override
    public void configure(Map<String, ?> configs) {
        deadLetters = new DeadLetterRecords(configs);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        if (!(exception instanceof BadRecordException bad)) {
            return Response.fail();
        }
        LOG.warn(
                "To the dead letters: {}-{}@{}: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                DeadLetterRecords.message(bad));
        return Response.resume(List.of(deadLetters.of(
                context, record.key(), record.value(), bad.reason().name(), DeadLetterRecords.message(bad))));
    }
}
