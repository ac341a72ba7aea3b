/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.util.Objects;

/** One input cannot be taken; it goes to the dead letters and the rest goes on. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /**
     * @param message what is wrong and what to do about it, for a person
     */
    RefusedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
