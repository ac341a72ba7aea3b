/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.markup;

import java.util.Objects;

import io.vestnik.producer.Reason;

/** A document that cannot be taken for what it should be. */
public final class MarkupException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /**
     * A refusal.
     *
     * @param message what is wrong and what to do about it, for a person
     */
    public MarkupException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
