/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

import io.vestnik.schemas.serde.AvroBody;

/**
 * The canonical bytes of a record: its Avro binary body by its own schema, each array in one block, without a frame.
 * Equal records have equal bytes, as no record holds a map.
 */
public final class CanonicalAvro {
    /** Working one out writes the whole schema down; every change of a row asks for that of its table. */
    private static final Map<Schema, Long> FINGERPRINTS = new ConcurrentHashMap<>();

    private CanonicalAvro() {}

    /**
     * The body of a record.
     *
     * @throws RuntimeException of Avro's when a field holds what its schema does not allow
     */
    public static byte[] body(SpecificRecord record) {
        return AvroBody.write(record);
    }

    /**
     * The record of a body that was written by the schema of the same class.
     *
     * @throws io.vestnik.schemas.serde.BadRecordException when the body is no such record
     */
    public static <T extends SpecificRecord> T record(Class<T> type, byte[] body) {
        return AvroBody.read(type, body);
    }

    /** The same of a body that stays as it is. */
    public static <T extends SpecificRecord> T record(Class<T> type, ByteBuffer body) {
        return AvroBody.read(type, body);
    }

    /** Fingerprint of the schema of a generated class. */
    public static long fingerprint(Class<? extends SpecificRecord> type) {
        return fingerprint(SpecificData.get().getSchema(type));
    }

    /** Avro's CRC-64 fingerprint of the schema's parsing canonical form. */
    public static long fingerprint(Schema schema) {
        return FINGERPRINTS.computeIfAbsent(schema, SchemaNormalization::parsingFingerprint64);
    }
}
