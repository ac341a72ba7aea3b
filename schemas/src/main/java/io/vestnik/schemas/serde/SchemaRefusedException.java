/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * The registry does not take the schema that is to be written with, or does not have it and must not be given it: a fault
 * of the deployment, which ends the process.
 */
public final class SchemaRefusedException extends SerializationException {
    private static final long serialVersionUID = 1L;

    /** With what was refused, why, and what to do about it. */
    public SchemaRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    SchemaRefusedException(String message) {
        this(message, null);
    }
}
