/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

/** A cursor that no answer to the same question has given. */
public final class BadCursorException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadCursorException() {
        super("cursor has to be what 'next' of another answer to the same question said.");
    }
}
