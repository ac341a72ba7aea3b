/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.errors;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.VestnikConsumerConfig;
import io.vestnik.schemas.DeadLetters;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.DeadLetter;

/**
 * Makes the records for {@code news.dead-letters.v1}. Kafka Streams sends them in the transaction that moves past the
 * bad record, so that there is one dead letter for each, whatever crashes.
 */
final class DeadLetterRecords {
    private static final String STAGE = "consumer";

    private final Topic<DeadLetter> topic;
    private final Serializer<DeadLetter> serializer;

    DeadLetterRecords(Map<String, ?> configs) {
        Object namespace = configs.get(VestnikConsumerConfig.TOPIC_NAMESPACE_CONFIG);
        topic = new Topics(namespace == null ? "" : namespace.toString()).deadLetters;
        serializer = topic.serde(configs).serializer();
    }

    /** The dead letter of the record that is being handled. */
    ProducerRecord<byte[], byte[]> of(
            ErrorHandlerContext context,
            byte @Nullable [] key,
            byte @Nullable [] value,
            String reason,
            String message) {
        return of(context.topic() + "-" + context.partition() + "@" + context.offset(), key, value, reason, message);
    }

    /**
     * The dead letter of a record.
     *
     * @param origin its topic, partition and offset, as topic-partition@offset
     */
    ProducerRecord<byte[], byte[]> of(
            String origin, byte @Nullable [] key, byte @Nullable [] value, String reason, String message) {
        String id = key == null ? null : new String(key, StandardCharsets.UTF_8);
        DeadLetter letter = DeadLetters.of(STAGE, origin, id, reason, message, value == null ? new byte[0] : value);
        byte[] letterKey = (id == null ? origin : id).getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(topic.name(), letterKey, serializer.serialize(topic.name(), letter));
    }

    /** Says in a message what a fault says of itself. */
    static String message(Exception fault) {
        String message = fault.getMessage();
        return message == null ? fault.getClass().getSimpleName() : message;
    }
}
