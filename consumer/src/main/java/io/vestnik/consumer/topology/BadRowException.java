/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

/** A row that can be decoded but not be used, as its key is not of the table's form: an error of the data. */
public final class BadRowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With what is wrong and what to do about it. */
    BadRowException(String message, Throwable cause) {
        super(message, cause);
    }
}
