/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Avro binary bodies without a frame, by the schema of the generated class. */
public final class AvroBody {
    private static final Map<Schema, DatumWriter<SpecificRecord>> WRITERS = new ConcurrentHashMap<>();
    private static final Map<Class<?>, DatumReader<?>> READERS = new ConcurrentHashMap<>();
    private static final ThreadLocal<BodyEncoder> ENCODERS = ThreadLocal.withInitial(BodyEncoder::new);

    private AvroBody() {}

    /**
     * The body of a record, each array in one block.
     *
     * @throws RuntimeException of Avro's when a field holds what its schema does not allow
     */
    public static byte[] write(SpecificRecord record) {
        return write(record, ENCODERS.get().clear());
    }

    /** The framed body of a record. */
    static byte[] write(SpecificRecord record, int schemaId) {
        return write(record, ENCODERS.get().frame(schemaId));
    }

    private static byte[] write(SpecificRecord record, BodyEncoder encoder) {
        try {
            WRITERS.computeIfAbsent(
                            record.getSchema(), schema -> new SpecificDatumWriter<>(schema, model(record.getClass())))
                    .write(record, encoder);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        } catch (RuntimeException e) {
            explain(record);
            throw e;
        }
        return encoder.bytes();
    }

    /**
     * Writes a record by its schema alone. A record that writes itself does not tell which field is wrong.
     *
     * @throws RuntimeException of Avro's, with the path of the field, when one does not agree with the schema
     */
    private static void explain(SpecificRecord record) {
        SpecificData model = new SpecificData(record.getClass().getClassLoader());
        SpecificData.getForClass(record.getClass()).getConversions().forEach(model::addLogicalTypeConversion);
        try {
            new SpecificDatumWriter<SpecificRecord>(record.getSchema(), model).write(record, new BodyEncoder());
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
    }

    /** Records whose fields need no conversion write and read themselves, several times as fast as by their schema. */
    static SpecificData model(Class<?> type) {
        SpecificData model = SpecificData.getForClass(type);
        model.setCustomCoders(true);
        return model;
    }

    /**
     * The record of a body.
     *
     * @throws BadRecordException with BAD_RECORD when the body is none
     */
    public static <T extends SpecificRecord> T read(Class<T> type, byte[] body) {
        return read(type, ByteBuffer.wrap(body));
    }

    /** The same of a body in memory of the caller's, which stays as it is. */
    @SuppressWarnings("unchecked") // each class is put in with its own reader
    public static <T extends SpecificRecord> T read(Class<T> type, ByteBuffer body) {
        DatumReader<T> reader = (DatumReader<T>) READERS.computeIfAbsent(type, AvroBody::reader);
        return read(
                reader,
                body.array(),
                body.arrayOffset() + body.position(),
                body.remaining(),
                () -> "A body cannot be read as " + type.getSimpleName());
    }

    private static DatumReader<?> reader(Class<?> type) {
        SpecificData model = model(type);
        Schema schema = model.getSchema(type);
        return new SpecificDatumReader<>(schema, schema, model);
    }

    /** The record in so many bytes from an offset; {@code failure} says what could not be done. */
    static <T> T read(DatumReader<T> reader, byte[] bytes, int offset, int length, Supplier<String> failure) {
        BoundedDecoder decoder = new BoundedDecoder(bytes, offset, length);
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
