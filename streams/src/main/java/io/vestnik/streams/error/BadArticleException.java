/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.error;

/**
 * An article event or a correction that cannot be taken: an error of the data, which goes to the dead letters while the rest goes on.
 * Thrown before a step has changed its state or forwarded anything.
 */
public final class BadArticleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is wrong; its name is the reason of the dead letter. */
    public enum Reason {
        /** Observed later than the clock and its tolerance allow. */
        FUTURE,
        /** The body, or what was made of it, is over its cap. */
        TOO_LARGE,
        /** A version without content or hash, an event without id. */
        MISSING_FIELD,
        /** Fields that contradict each other or are out of their range. */
        BAD_RECORD
    }

    private final Reason reason;

    /** With the reason, what is wrong and what to do about it. */
    public BadArticleException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** What is wrong. */
    public Reason reason() {
        return reason;
    }
}
