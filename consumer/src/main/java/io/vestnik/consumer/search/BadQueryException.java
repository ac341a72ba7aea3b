/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

/** A query that cannot be understood. The message says where and why, for a person. */
public final class BadQueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int column;

    BadQueryException(int column, String reason) {
        super("The query is not understood at column " + column + ": " + reason);
        this.column = column;
    }

    /** Code point at which it went wrong, from 1. */
    public int column() {
        return column;
    }
}
