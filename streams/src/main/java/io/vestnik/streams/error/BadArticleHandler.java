/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.error;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends an article event or a correction that analysis does not take to the dead letters and goes on. Anything else that a step throws
 * is a fault and ends the process: its transaction is aborted, so nothing of it is seen.
 */
public final class BadArticleHandler implements ProcessingExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(BadArticleHandler.class);

    private @Nullable DeadLetterRecords letters;

    /** Made by Kafka Streams, by name. */
    public BadArticleHandler() {}

    @Override
    public void configure(Map<String, ?> configs) {
        letters = new DeadLetterRecords(configs);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        Optional<DataError> error = DataError.in(exception);
        if (error.isEmpty() || letters == null || !letters.isLogOfRecord(context.topic())) {
            LOG.error(
                    "Step {} failed on {}-{}@{}",
                    context.processorNodeId(),
                    context.topic(),
                    context.partition(),
                    context.offset(),
                    exception);
            return Response.fail();
        }
        LOG.warn(
                "{} ({}-{}@{}) goes to the dead letters: {} {}",
                record.key(),
                context.topic(),
                context.partition(),
                context.offset(),
                error.get().reason(),
                error.get().message());
        return Response.resume(List.of(
                letters.of("analysis", context, error.get(), context.sourceRawKey(), context.sourceRawValue())));
    }
}
