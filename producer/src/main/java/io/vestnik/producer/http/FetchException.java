/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.http;

import java.util.Objects;

import io.vestnik.producer.Input;
import io.vestnik.producer.Reason;

/** A document could not be had. */
public final class FetchException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final boolean passing;
    private final transient Input input;

    /**
     * A failure.
     *
     * @param passing whether the next attempt may well succeed
     * @param message what is wrong and what to do about it, for a person
     * @param input what came of the document
     */
    public FetchException(Reason reason, boolean passing, String message, Input input) {
        super(message);
        this.reason = reason;
        this.passing = passing;
        this.input = input;
    }

    public Reason reason() {
        return reason;
    }

    /** Whether the next attempt may well succeed. */
    public boolean isPassing() {
        return passing;
    }

    /** What came of the document. */
    public Input input() {
        return input;
    }

    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
