/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.watch;

/** Thrown for a text that is no expression. */
public final class ExpressionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int column;

    /**
     * What is wrong with it.
     *
     * @param column where, in code points from 1
     * @param message what is wrong and what would be right
     */
    ExpressionException(int column, String message) {
        super("column " + column + ": " + message);
        this.column = column;
    }

    /** Where it is wrong, in code points from 1. */
    public int column() {
        return column;
    }
}
