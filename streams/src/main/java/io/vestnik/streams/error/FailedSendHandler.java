package io.vestnik.streams.error;

import java.util.Map;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A result that cannot be sent is a fault: to go on without it would lose it. Says which one it was before the process
 * ends; what is only late is sent again.
 */
public final class FailedSendHandler implements ProductionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(FailedSendHandler.class);

    /** Made by Kafka Streams, by name. */
    public FailedSendHandler() {}

    @Override
    public void configure(Map<String, ?> configs) {
        // nothing to configure
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        if (exception instanceof RetriableException) {
            return Response.retry();
        }
        byte[] value = record.value();
        LOG.error(
                "A record of {} bytes for {} could not be sent by {}",
                value == null ? 0 : value.length,
                record.topic(),
                context.processorNodeId(),
                exception);
        return Response.fail();
    }

    // The raw type is that of Kafka's interface.
    @SuppressWarnings("rawtypes")
    @Override
    public Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception exception,
            SerializationExceptionOrigin origin) {
        LOG.error("The {} of a record for {} could not be written", origin, record.topic(), exception);
        return Response.fail();
    }
}
