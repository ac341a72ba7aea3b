/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.error;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.DeadLetters;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.DeadLetter;
import io.vestnik.schemas.serde.ValueSerdes;

/** Makes the records that Kafka Streams sends to the dead letters in the transaction of the failed record. */
public final class DeadLetterRecords {
    /** Name of the setting of the namespace. */
    public static final String NAMESPACE_PROPERTY = "vestnik.namespace";
    /** Name of the property with the namespace of results that are built beside those that readers read. */
    public static final String STAGING_PROPERTY = "vestnik.staging";

    private final Topics topics;
    private final Serializer<DeadLetter> serializer;

    /**
     * Reads the namespace and the registry from the application's configuration.
     *
     * @param config what Kafka Streams configures its handlers with
     */
    DeadLetterRecords(Map<String, ?> config) {
        String namespace = String.valueOf(config.get(NAMESPACE_PROPERTY));
        Object staging = config.get(STAGING_PROPERTY);
        topics = staging == null ? new Topics(namespace) : Topics.staged(namespace, staging.toString());
        serializer = ValueSerdes.create(DeadLetter.class, config).serializer();
    }

    /** Whether a topic is of the log of record: only these others write, so only these have errors of the data. */
    boolean isLogOfRecord(String topic) {
        return topics.logsOfRecord().stream().anyMatch(log -> log.name().equals(topic));
    }

    /** The dead letter of a record. */
    ProducerRecord<byte[], byte[]> of(
            String stage,
            ErrorHandlerContext context,
            DataError error,
            byte @Nullable [] key,
            byte @Nullable [] value) {
        String origin = context.topic() + "-" + context.partition() + "@" + context.offset();
        String keyText = key == null ? null : text(key);
        DeadLetter letter = DeadLetters.of(
                stage, origin, keyText, error.reason(), error.message(), value == null ? new byte[0] : value);
        String topic = topics.deadLetters.name();
        byte[] letterKey = (keyText == null ? origin : keyText).getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topic, letterKey, serializer.serialize(topic, letter));
    }

    /** The key as text; null when it is not UTF-8. */
    private static @Nullable String text(byte[] key) {
        try {
            CharBuffer decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(key));
            return decoded.toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
