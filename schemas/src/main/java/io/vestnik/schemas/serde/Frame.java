/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Confluent's framing: magic byte 0, the schema id in four bytes, big-endian, and the Avro binary body. */
public final class Frame {
    /** Bytes in front of the body. */
    public static final int LENGTH = 1 + Integer.BYTES;

    private static final byte MAGIC = 0;

    private Frame() {}

    /** The framed body. */
    public static byte[] of(int schemaId, byte[] body) {
        return of(schemaId, ByteBuffer.wrap(body));
    }

    /** The same of a body that stays as it is. */
    static byte[] of(int schemaId, ByteBuffer body) {
        return ByteBuffer.allocate(LENGTH + body.remaining())
                .put(MAGIC)
                .putInt(schemaId)
                .put(body.duplicate())
                .array();
    }

    /** Puts what stands in front of a body into the first bytes. */
    static void begin(byte[] bytes, int schemaId) {
        ByteBuffer.wrap(bytes).put(MAGIC).putInt(schemaId);
    }

    /**
     * The schema id of a framed value.
     *
     * @throws BadRecordException with BAD_FRAME when the value has no frame
     */
    public static int schemaId(byte[] framed) {
        if (framed.length < LENGTH) {
            throw new BadRecordException(
                    BadRecordException.Reason.BAD_FRAME,
                    "The record has " + framed.length + " bytes, fewer than the " + LENGTH
                            + " of Confluent's framing. Write it with an Avro serializer that uses a schema registry.");
        }
        if (framed[0] != MAGIC) {
            throw new BadRecordException(
                    BadRecordException.Reason.BAD_FRAME,
                    String.format(
                            "The record starts with byte 0x%02x where Confluent's framing has 0x00. Write it with an"
                                    + " Avro serializer that uses a schema registry.",
                            framed[0]));
        }
        return ByteBuffer.wrap(framed).getInt(1);
    }

    /**
     * The body of a framed value, copied.
     *
     * @throws BadRecordException with BAD_FRAME when the value has no frame
     */
    public static byte[] body(byte[] framed) {
        schemaId(framed);
        return Arrays.copyOfRange(framed, LENGTH, framed.length);
    }
}
