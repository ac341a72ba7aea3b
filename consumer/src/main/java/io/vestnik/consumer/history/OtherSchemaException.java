/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.history;

/** A history was written by another version, whose rows this one does not know. */
public final class OtherSchemaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OtherSchemaException(String message) {
        super(message);
    }
}
