/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.table;

import java.nio.ByteBuffer;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.CanonicalAvro;

/**
 * A record with its body at hand, so that what is kept in several places is encoded once.
 *
 * @param value the record; nobody changes it any more
 * @param body its canonical Avro body; null when it is to be encoded by whoever writes it
 */
public record Encoded<V extends SpecificRecord>(
        V value, @Nullable ByteBuffer body) {
    /** A record that is encoded here and now. */
    public static <V extends SpecificRecord> Encoded<V> of(V value) {
        return new Encoded<>(value, encode(value));
    }

    /** A record that is encoded when it is written. */
    public static <V extends SpecificRecord> Encoded<V> later(V value) {
        return new Encoded<>(value, null);
    }

    /** Its canonical Avro body. */
    ByteBuffer bytes() {
        return body == null ? encode(value) : body;
    }

    /** Size of its body in bytes. */
    public int size() {
        return bytes().remaining();
    }

    private static ByteBuffer encode(SpecificRecord value) {
        return ByteBuffer.wrap(CanonicalAvro.body(value));
    }
}
