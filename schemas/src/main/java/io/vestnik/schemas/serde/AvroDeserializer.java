/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Reads records in Confluent's framing as specific records; what was written with another version of the schema is
 * resolved by Avro's rules. Properties: {@link SerdeSettings}. Safe for use by several threads once configured.
 */
public final class AvroDeserializer<T extends SpecificRecord> implements Deserializer<T> {
    private final @Nullable Class<T> type;
    private final Map<Integer, DatumReader<T>> readers = new ConcurrentHashMap<>();
    /** Whether a schema id is that of the generated class. */
    private final Map<Integer, Boolean> current = new ConcurrentHashMap<>();

    private @Nullable SchemaRegistry registry;

    /** To be configured; reads each record as the generated class that its schema names. */
    public AvroDeserializer() {
        this.type = null;
    }

    /** To be configured; reads each record as the given generated class. */
    public AvroDeserializer(Class<T> type) {
        this.type = type;
    }

    /** Configured, with a registry of the caller's. */
    public AvroDeserializer(Class<T> type, SchemaRegistry registry) {
        this.type = type;
        this.registry = new CachedRegistry(registry);
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        use(new SerdeSettings(configs).registry());
    }

    /** A registry of the caller's stays. */
    void use(SchemaRegistry configured) {
        if (registry == null) {
            registry = configured;
        }
    }

    /**
     * The record; null for null, which is a tombstone.
     *
     * @throws BadRecordException when the bytes cannot be read
     * @throws RegistryUnavailableException when the registry does not answer
     */
    @Override
    // Kafka's interface knows no nullness; a tombstone is null on both sides.
    @SuppressWarnings("NullAway")
    public @Nullable T deserialize(String topic, byte @Nullable [] data) {
        if (data == null) {
            return null;
        }
        int id = Frame.schemaId(data);
        DatumReader<T> reader = readers.computeIfAbsent(id, this::reader);
        return AvroBody.read(
                reader,
                data,
                Frame.LENGTH,
                data.length - Frame.LENGTH,
                () -> "A record of topic " + topic + " with schema id " + id + " cannot be read as "
                        + (type == null ? "record" : type.getSimpleName()));
    }

    /**
     * The body of a record that has been read, as it was written; null when it was written with another version of the
     * schema. It shares its bytes with the record.
     */
    public @Nullable ByteBuffer body(byte[] data) {
        Class<T> target = type;
        if (target == null) {
            return null;
        }
        boolean own = current.computeIfAbsent(
                Frame.schemaId(data), id -> Objects.requireNonNull(registry, "The deserializer was not configured")
                        .byId(id)
                        .equals(SpecificData.get().getSchema(target)));
        return own
                ? ByteBuffer.wrap(data, Frame.LENGTH, data.length - Frame.LENGTH)
                        .slice()
                : null;
    }

    private DatumReader<T> reader(int id) {
        SchemaRegistry known = Objects.requireNonNull(registry, "The deserializer was not configured");
        Schema writer = known.byId(id);
        Class<T> target = type == null ? named(id, writer) : type;
        SpecificData model = AvroBody.model(target);
        return new SpecificDatumReader<>(writer, model.getSchema(target), model);
    }

    /** The generated class of a schema; nothing is loaded but classes of records. */
    @SuppressWarnings("unchecked")
    private static <R> Class<R> named(int id, Schema writer) {
        Class<?> found = writer.getType() == Schema.Type.RECORD
                ? new SpecificData(Utils.getContextOrKafkaClassLoader()).getClass(writer)
                : null;
        if (found == null || !SpecificRecord.class.isAssignableFrom(found)) {
            throw new BadRecordException(
                    BadRecordException.Reason.BAD_RECORD,
                    "The schema with id " + id + " is of " + writer.getFullName()
                            + ", for which there is no generated class here.");
        }
        return (Class<R>) found;
    }
}
