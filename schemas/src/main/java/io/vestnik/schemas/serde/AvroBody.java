/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

import org.apache.avro.AvroRuntimeException;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Avro binary bodies without a frame, by the schema of the generated class. */
public final class AvroBody {
    private AvroBody() {}

    /**
     * The body of a record, each array in one block.
     *
     * @throws RuntimeException of Avro's when a field holds what its schema does not allow
     */
    public static byte[] write(SpecificRecord record) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        try {
            new SpecificDatumWriter<SpecificRecord>(record.getSchema(), SpecificData.getForClass(record.getClass()))
                    .write(record, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return out.toByteArray();
    }

    /**
     * The record of a body.
     *
     * @throws BadRecordException with BAD_RECORD when the body is none
     */
    public static <T extends SpecificRecord> T read(Class<T> type, byte[] body) {
        return read(new SpecificDatumReader<>(type), body, 0, () -> "A body cannot be read as " + type.getSimpleName());
    }

    /** The record from an offset to the end of the bytes; {@code failure} says what could not be done. */
    static <T> T read(DatumReader<T> reader, byte[] bytes, int offset, Supplier<String> failure) {
        BoundedDecoder decoder = new BoundedDecoder(bytes, offset, bytes.length - offset);
        try {
            T record = reader.read(null, decoder);
            if (decoder.isEnd()) {
                return record;
            }
        } catch (EOFException e) {
            throw bad(failure, "it is truncated", e);
        } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException | ClassCastException e) {
            throw bad(failure, String.valueOf(e.getMessage()), e);
        }
        throw bad(failure, "bytes are left over behind its end", null);
    }

    private static BadRecordException bad(Supplier<String> failure, String why, @Nullable Exception cause) {
        return new BadRecordException(BadRecordException.Reason.BAD_RECORD, failure.get() + ": " + why + ".", cause);
    }
}
