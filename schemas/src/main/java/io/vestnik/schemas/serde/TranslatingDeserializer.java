/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import java.io.EOFException;
import java.util.Map;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Tells an error of the data from a fault where another deserializer stands in for Vestnik's: Confluent's throws one
 * {@link SerializationException} for both. What is not plainly an error of the data counts as a fault, as a fault that
 * is taken for bad data would send a whole topic to the dead letters.
 */
final class TranslatingDeserializer<T> implements Deserializer<T> {
    /** Confluent's exception; not on the compile path. */
    private static final String REST_EXCEPTION = "RestClientException";

    private static final String NOT_FOUND = "error code: 40403";
    private static final String DECODING = "Error deserializing";
    private static final String AVRO = "org.apache.avro.";

    private final Deserializer<T> deserializer;

    TranslatingDeserializer(Deserializer<T> deserializer) {
        this.deserializer = deserializer;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        deserializer.configure(configs, isKey);
    }

    @Override
    public T deserialize(String topic, byte[] data) {
        return deserialize(topic, null, data);
    }

    @Override
    // Kafka's interface knows no nullness; a tombstone is null on both sides.
    @SuppressWarnings("NullAway")
    public T deserialize(String topic, @Nullable Headers headers, byte @Nullable [] data) {
        if (data != null) {
            Frame.schemaId(data);
        }
        try {
            return headers == null
                    ? deserializer.deserialize(topic, data)
                    : deserializer.deserialize(topic, headers, data);
        } catch (BadRecordException | RegistryUnavailableException | SchemaRefusedException e) {
            throw e;
        } catch (SerializationException e) {
            throw translated(topic, e);
        }
    }

    @Override
    public void close() {
        deserializer.close();
    }

    private static SerializationException translated(String topic, SerializationException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            String where = "A record of topic " + topic + " cannot be read: ";
            if (cause.getClass().getSimpleName().equals(REST_EXCEPTION)) {
                return String.valueOf(cause.getMessage()).contains(NOT_FOUND)
                        ? new BadRecordException(
                                BadRecordException.Reason.UNKNOWN_SCHEMA, where + cause.getMessage(), e)
                        : new RegistryUnavailableException("The schema registry failed: " + cause.getMessage(), e);
            }
            if (isOfTheData(e, cause)) {
                return new BadRecordException(
                        BadRecordException.Reason.BAD_RECORD, where + e.getMessage() + ": " + cause.getMessage(), e);
            }
        }
        return new RegistryUnavailableException("The deserializer failed: " + e.getMessage(), e);
    }

    /** What decoding throws; any other IOException comes from the connection to the registry. */
    private static boolean isOfTheData(SerializationException e, Throwable cause) {
        boolean decoding = String.valueOf(e.getMessage()).startsWith(DECODING);
        return cause instanceof EOFException
                || cause.getClass().getName().startsWith(AVRO)
                || (decoding && cause instanceof RuntimeException);
    }
}
