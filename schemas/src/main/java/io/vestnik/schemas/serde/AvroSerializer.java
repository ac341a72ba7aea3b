/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;

import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes specific records in Confluent's framing, byte for byte as Confluent's serializer does. The schema goes to the
 * registry under subject {@code <topic>-value} (or {@code -key}). Properties: {@link SerdeSettings}. Safe for use by
 * several threads once configured.
 */
public final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {
    private @Nullable SchemaRegistry registry;
    private boolean autoRegister = true;
    private boolean useLatest;
    private boolean isKey;

    /** To be configured. */
    public AvroSerializer() {}

    /** Configured, with a registry of the caller's. */
    public AvroSerializer(SchemaRegistry registry) {
        this.registry = new CachedRegistry(registry);
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        SerdeSettings settings = new SerdeSettings(configs);
        configure(settings, settings.registry(), isKey);
    }

    /** A registry of the caller's stays. */
    void configure(SerdeSettings settings, SchemaRegistry configured, boolean isKey) {
        this.isKey = isKey;
        autoRegister = settings.getBoolean(SerdeSettings.AUTO_REGISTER);
        useLatest = settings.getBoolean(SerdeSettings.USE_LATEST);
        if (registry == null) {
            registry = configured;
        }
    }

    /**
     * The framed record; null for null, which is a tombstone.
     *
     * @throws SchemaRefusedException when the registry does not take the record's schema
     * @throws RegistryUnavailableException when the registry does not answer
     * @throws SerializationException when the record does not agree with its schema
     */
    @Override
    // Kafka's interface knows no nullness; a tombstone is null on both sides.
    @SuppressWarnings("NullAway")
    public byte @Nullable [] serialize(String topic, @Nullable T record) {
        if (record == null) {
            return null;
        }
        SchemaRegistry known = Objects.requireNonNull(registry, "The serializer was not configured");
        String subject = Subjects.of(topic, isKey);
        Schema schema = record.getSchema();
        if (autoRegister) {
            return frame(topic, known.register(subject, schema), record);
        }
        if (useLatest) {
            SchemaRegistry.Registered latest = known.latest(subject);
            return latest.schema().equals(schema)
                    ? frame(topic, latest.id(), record)
                    : Frame.of(latest.id(), Projection.body(record, latest.schema(), subject));
        }
        return frame(topic, known.idOf(subject, schema), record);
    }

    /**
     * The framed record whose body is at hand, as {@link AvroBody} has written it; no record for no body, which is a
     * tombstone.
     */
    // As above.
    @SuppressWarnings("NullAway")
    public byte @Nullable [] serialize(String topic, @Nullable T record, @Nullable ByteBuffer body) {
        if (record == null || body == null || (useLatest && !autoRegister)) {
            return serialize(topic, record);
        }
        return frame(topic, record.getSchema(), body);
    }

    /** The framed record, which is not encoded again when its body is at hand. */
    // The record is there, so its bytes are.
    @SuppressWarnings("NullAway")
    byte[] serialize(String topic, Encoded<T> record) {
        ByteBuffer body = record.body();
        if (body == null || (useLatest && !autoRegister)) {
            return serialize(topic, record.value());
        }
        return frame(topic, record.schema(), body);
    }

    private byte[] frame(String topic, Schema schema, ByteBuffer body) {
        SchemaRegistry known = Objects.requireNonNull(registry, "The serializer was not configured");
        String subject = Subjects.of(topic, isKey);
        return Frame.of(autoRegister ? known.register(subject, schema) : known.idOf(subject, schema), body);
    }

    private byte[] frame(String topic, int id, T record) {
        try {
            return AvroBody.write(record, id);
        } catch (AvroRuntimeException | ClassCastException | NullPointerException e) {
            // Avro reports a missing value as a NullPointerException with the path of the field in its message.
            throw new SerializationException(
                    "A " + record.getSchema().getName() + " for topic " + topic + " does not agree with its schema: "
                            + e.getMessage(),
                    e);
        }
    }
}
