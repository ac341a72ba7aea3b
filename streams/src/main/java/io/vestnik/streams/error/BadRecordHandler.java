package io.vestnik.streams.error;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a record of the log of record that cannot be read to the dead letters and goes on. A registry that does not
 * answer, and an unreadable record on a topic that only this application writes, are faults.
 */
public final class BadRecordHandler implements DeserializationExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(BadRecordHandler.class);

    private @Nullable DeadLetterRecords letters;

    /** Made by Kafka Streams, by name. */
    public BadRecordHandler() {}

    @Override
    public void configure(Map<String, ?> configs) {
        letters = new DeadLetterRecords(configs);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        Optional<DataError> error = DataError.in(exception);
        if (error.isEmpty() || letters == null || !letters.isLogOfRecord(record.topic())) {
            LOG.error("Cannot read {}-{}@{}", record.topic(), record.partition(), record.offset(), exception);
            return Response.fail();
        }
        LOG.warn(
                "{}-{}@{} goes to the dead letters: {} {}",
                record.topic(),
                record.partition(),
                record.offset(),
                error.get().reason(),
                error.get().message());
        return Response.resume(
                List.of(letters.of("analysis", context, error.get(), record.key(), record.value())));
    }
}
