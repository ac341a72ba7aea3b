/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes a record with a schema that is not its own, by Avro's rules of resolution. Writing it field by field at the same
 * positions would garble it where the two schemas do not have the same fields in the same order.
 */
final class Projection {
    private Projection() {}

    /**
     * The body by the other schema.
     *
     * @throws SchemaRefusedException when that schema cannot read the record's own
     */
    static byte[] body(SpecificRecord record, Schema target, String subject) {
        SchemaCompatibility.SchemaPairCompatibility pair =
                SchemaCompatibility.checkReaderWriterCompatibility(target, record.getSchema());
        if (pair.getType() != SchemaCompatibilityType.COMPATIBLE) {
            throw new SchemaRefusedException(
                    "The latest schema under subject " + subject + " cannot read what is written"
                            + " with the schema of " + record.getSchema().getFullName() + ": "
                            + pair.getResult().getIncompatibilities()
                            + ". Register the newer schema first, or unset " + SerdeSettings.USE_LATEST + ".");
        }
        try {
            Object resolved = new GenericDatumReader<>(record.getSchema(), target)
                    .read(null, DecoderFactory.get().binaryDecoder(AvroBody.write(record), null));
            ByteArrayOutputStream out = new ByteArrayOutputStream(256);
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            new GenericDatumWriter<>(target).write(resolved, encoder);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
    }
}
