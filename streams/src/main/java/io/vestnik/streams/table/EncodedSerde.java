/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.table;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.serde.AvroDeserializer;
import io.vestnik.schemas.serde.AvroSerializer;

/**
 * Reads and writes records with their bodies. Vestnik's own serde only puts a frame around a body or takes it off; another
 * one is given the records.
 */
final class EncodedSerde {
    private EncodedSerde() {}

    /** The serde over that of the records. */
    static <V extends SpecificRecord> Serde<Encoded<V>> over(Serde<V> values) {
        return Serdes.serdeFrom(serializer(values.serializer()), deserializer(values.deserializer()));
    }

    // Kafka's interface knows no nullness; a removed row is null on both sides.
    @SuppressWarnings("NullAway")
    private static <V extends SpecificRecord> Serializer<Encoded<V>> serializer(Serializer<V> values) {
        return (topic, encoded) -> {
            if (encoded == null) {
                return null;
            }
            return values instanceof AvroSerializer<V> own && encoded.body() != null
                    ? own.serialize(topic, encoded.value(), encoded.body())
                    : values.serialize(topic, encoded.value());
        };
    }

    // As above.
    @SuppressWarnings("NullAway")
    private static <V extends SpecificRecord> Deserializer<Encoded<V>> deserializer(Deserializer<V> values) {
        return (topic, data) -> {
            @Nullable V value = values.deserialize(topic, data);
            if (value == null) {
                return null;
            }
            return new Encoded<>(value, values instanceof AvroDeserializer<V> own ? own.body(data) : null);
        };
    }
}
