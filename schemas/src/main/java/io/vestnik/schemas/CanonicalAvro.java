/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.specific.SpecificRecord;

import io.vestnik.schemas.serde.AvroBody;

/**
 * The canonical bytes of a record: its Avro binary body by its own schema, each array in one block, without a frame.
 * Equal records have equal bytes, as no record holds a map.
 */
public final class CanonicalAvro {
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

    /** Avro's CRC-64 fingerprint of the schema's parsing canonical form. */
    public static long fingerprint(Schema schema) {
        return SchemaNormalization.parsingFingerprint64(schema);
    }
}
