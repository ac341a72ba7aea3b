/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** The bytes of a record cannot be read: an error of the data, which goes to the dead letters while the rest goes on. */
public final class BadRecordException extends SerializationException {
    private static final long serialVersionUID = 1L;

    /** What is wrong; its name is the reason of the dead letter. */
    public enum Reason {
        /** No magic byte 0 with a four-byte schema id behind it. */
        BAD_FRAME,
        /** The registry does not know the schema id, or knows it as no Avro schema. */
        UNKNOWN_SCHEMA,
        /** The body is not what its schema says, or the schema cannot be read as the expected type. */
        BAD_RECORD,
        /** The key is not of the form that the keys of its table have. */
        BAD_KEY
    }

    private final Reason reason;

    /** With the reason, what is wrong and what to do about it. */
    public BadRecordException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    BadRecordException(Reason reason, String message) {
        this(reason, message, null);
    }

    /** What is wrong. */
    public Reason reason() {
        return reason;
    }
}
