/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import org.jspecify.annotations.Nullable;

/**
 * Publishing cannot go on: brokers or registry do not answer, another producer has taken over, a right is missing. What
 * was committed stays, nothing else was published; to start again goes on from there without loss or repeat.
 */
public final class PublishException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what happened and what to do about it. */
    public PublishException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
