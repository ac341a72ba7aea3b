/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import java.nio.ByteBuffer;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes records with their bodies. Vestnik's own serde only puts a frame around a body or takes it off; another
 * one is given the records.
 */
public final class EncodedSerde {
    private EncodedSerde() {}

    /** The serde over that of the records. What it reads is decoded at once, so that a bad record shows where it is read. */
    public static <V extends SpecificRecord> Serde<Encoded<V>> over(Serde<V> values) {
        Deserializer<V> reader = values.deserializer();
        return serde(values, (topic, data) -> {
            V value = reader.deserialize(topic, data);
            return new Encoded<>(value, body(reader, data));
        });
    }

    /** The same for stores: what has a body is decoded when it is asked for. */
    public static <V extends SpecificRecord> Serde<Encoded<V>> kept(Class<V> type, Serde<V> values) {
        Deserializer<V> reader = values.deserializer();
        return serde(values, (topic, data) -> {
            ByteBuffer body = body(reader, data);
            return body == null ? Encoded.later(reader.deserialize(topic, data)) : Encoded.read(type, body);
        });
    }

    private static <V extends SpecificRecord> @Nullable ByteBuffer body(Deserializer<V> reader, byte[] data) {
        return reader instanceof AvroDeserializer<V> own ? own.body(data) : null;
    }

    // Kafka's interface knows no nullness; a removed row is null on both sides.
    @SuppressWarnings("NullAway")
    private static <V extends SpecificRecord> Serde<Encoded<V>> serde(
            Serde<V> values, Deserializer<Encoded<V>> present) {
        Serializer<V> writer = values.serializer();
        return Serdes.serdeFrom(
                (topic, encoded) -> encoded == null ? null : write(writer, topic, encoded),
                (topic, data) -> data == null ? null : present.deserialize(topic, data));
    }

    private static <V extends SpecificRecord> byte[] write(Serializer<V> writer, String topic, Encoded<V> encoded) {
        return writer instanceof AvroSerializer<V> own
                ? own.serialize(topic, encoded)
                : writer.serialize(topic, encoded.value());
    }
}
