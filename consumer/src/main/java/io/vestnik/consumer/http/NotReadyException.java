/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.http;

import org.jspecify.annotations.Nullable;

/** The views cannot be told completely now; the same question may be answered in a moment. */
public final class NotReadyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the reason, for a person. */
    public NotReadyException(String message) {
        this(message, null);
    }

    /** With the reason, for a person, and what is behind it. */
    public NotReadyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
