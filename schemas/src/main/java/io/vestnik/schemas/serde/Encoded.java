/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import java.nio.ByteBuffer;
import java.util.Objects;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.CanonicalAvro;

/**
 * A record with its body at hand, so that what is kept in several places is encoded once, and what was kept is decoded
 * only when somebody asks for it. Nobody changes the record any more.
 */
public final class Encoded<V extends SpecificRecord> {
    private final @Nullable Class<V> type;
    private final @Nullable ByteBuffer body;
    private @Nullable V value;

    private Encoded(@Nullable Class<V> type, @Nullable V value, @Nullable ByteBuffer body) {
        this.type = type;
        this.value = value;
        this.body = body;
    }

    /**
     * A record and its body.
     *
     * @param body its canonical Avro body; null when it is to be encoded by whoever writes it
     */
    public Encoded(V value, @Nullable ByteBuffer body) {
        this(null, value, body);
    }

    /** A record that is encoded here and now. */
    public static <V extends SpecificRecord> Encoded<V> of(V value) {
        return new Encoded<>(value, encode(value));
    }

    /** A record that is encoded when it is written. */
    public static <V extends SpecificRecord> Encoded<V> later(V value) {
        return new Encoded<>(value, null);
    }

    /** The record of a canonical body, decoded when it is asked for. */
    static <V extends SpecificRecord> Encoded<V> read(Class<V> type, ByteBuffer body) {
        return new Encoded<>(type, null, body);
    }

    /**
     * The record.
     *
     * @throws BadRecordException with BAD_RECORD when it is decoded now and its body is none
     */
    public V value() {
        V decoded = value;
        if (decoded == null) {
            decoded = CanonicalAvro.record(Objects.requireNonNull(type), Objects.requireNonNull(body));
            value = decoded;
        }
        return decoded;
    }

    /** Its canonical Avro body; null when it is to be encoded by whoever writes it. */
    public @Nullable ByteBuffer body() {
        return body;
    }

    /** Its canonical Avro body. */
    public ByteBuffer bytes() {
        return body == null ? encode(value()) : body;
    }

    /** Size of its body in bytes. */
    public int size() {
        return bytes().remaining();
    }

    /** The schema of the body. */
    Schema schema() {
        V decoded = value;
        return decoded == null ? AvroBody.model(Objects.requireNonNull(type)).getSchema(type) : decoded.getSchema();
    }

    private static ByteBuffer encode(SpecificRecord value) {
        return ByteBuffer.wrap(CanonicalAvro.body(value));
    }

    /** Whether the records are equal, which their bodies tell where both are at hand. */
    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Encoded<?> encoded)) {
            return false;
        }
        return (body != null && encoded.body != null) ? body.equals(encoded.body) : value().equals(encoded.value());
    }

    @Override
    public int hashCode() {
        return value().hashCode();
    }
}
