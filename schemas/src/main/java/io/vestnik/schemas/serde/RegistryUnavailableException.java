/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * The schema registry did not answer, or not as a registry does: a fault of the surroundings, which ends the process.
 */
public final class RegistryUnavailableException extends SerializationException {
    private static final long serialVersionUID = 1L;

    /** With what went wrong and what to do about it. */
    public RegistryUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    RegistryUnavailableException(String message) {
        this(message, null);
    }
}
