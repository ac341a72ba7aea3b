/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.errors;

import java.util.List;
import java.util.Map;

import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.vestnik.consumer.topology.BadRowException;

/**
 * A row that can be decoded but whose key is not of its table's form becomes a dead letter and the rest goes on. Any
 * other fault ends the process.
 */
public final class BadRowHandler implements ProcessingExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(BadRowHandler.class);
    private static final String REASON = "BAD_KEY";

    private DeadLetterRecords deadLetters;

    /** Made by Kafka Streams, which then calls {@link #configure}. */
    @SuppressWarnings("NullAway.Init") // set by configure()
    public BadRowHandler() {}

    @Override
    public void configure(Map<String, ?> configs) {
        deadLetters = new DeadLetterRecords(configs);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        if (!(exception instanceof BadRowException bad)) {
            return Response.fail();
        }
        String message = DeadLetterRecords.message(bad);
        LOG.warn("To the dead letters: {}-{}@{}: {}", context.topic(), context.partition(), context.offset(), message);
        return Response.resume(
                List.of(deadLetters.of(context, context.sourceRawKey(), context.sourceRawValue(), REASON, message)));
    }
}
