/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import java.util.Arrays;
import java.util.Objects;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A record with its bytes, as they came or are to go. They are what stores and topics are given, so that a record is
 * encoded once however often it is written, and what is kept is decoded only when somebody asks for it. Equal bytes are
 * equal records; a record may have other bytes when it was written by another version of its schema.
 */
public final class Encoded<V extends SpecificRecord> {
    private final String topic;
    private final byte[] bytes;
    private final Deserializer<V> reader;
    private @Nullable V value;

    private Encoded(String topic, byte[] bytes, Deserializer<V> reader, @Nullable V value) {
        this.topic = topic;
        this.bytes = bytes;
        this.reader = reader;
        this.value = value;
    }

    /** Encodes a record for a topic. */
    public static <V extends SpecificRecord> Encoded<V> of(String topic, V value, Serde<V> values) {
        return new Encoded<>(topic, values.serializer().serialize(topic, value), values.deserializer(), value);
    }

    /** Serde of a source: what cannot be decoded is refused at once, so that it goes to the dead letters. */
    public static <V extends SpecificRecord> Serde<Encoded<V>> ofSource(Serde<V> values) {
        Deserializer<V> reader = values.deserializer();
        return serde((topic, bytes) -> new Encoded<>(topic, bytes, reader, reader.deserialize(topic, bytes)));
    }

    /** Serde of stores and of topics that are written to. */
    public static <V extends SpecificRecord> Serde<Encoded<V>> serde(Serde<V> values) {
        Deserializer<V> reader = values.deserializer();
        return serde((topic, bytes) -> new Encoded<>(topic, bytes, reader, null));
    }

    // Kafka's interface knows no nullness; a tombstone is null on both sides.
    @SuppressWarnings("NullAway")
    private static <V extends SpecificRecord> Serde<Encoded<V>> serde(Deserializer<Encoded<V>> present) {
        Serializer<Encoded<V>> writer = (topic, encoded) -> encoded == null ? null : encoded.bytes;
        Deserializer<Encoded<V>> reader = (topic, bytes) -> bytes == null ? null : present.deserialize(topic, bytes);
        return Serdes.serdeFrom(writer, reader);
    }

    /** The record. */
    public V value() {
        V decoded = value;
        if (decoded == null) {
            decoded = reader.deserialize(topic, bytes);
            value = decoded;
        }
        return decoded;
    }

    /** Number of bytes. */
    public int size() {
        return bytes.length;
    }

    /** Whether both are the same record: where the bytes differ, the records are compared. */
    public static <V extends SpecificRecord> boolean same(@Nullable Encoded<V> one, @Nullable Encoded<V> other) {
        return Objects.equals(one, other)
                || (one != null && other != null && one.value().equals(other.value()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Encoded<?> encoded && Arrays.equals(bytes, encoded.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
