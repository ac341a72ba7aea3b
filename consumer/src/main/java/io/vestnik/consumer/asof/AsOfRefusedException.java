/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.asof;

/** This instance does not answer about the past, now or later. The message says why and what to do, for a person. */
public final class AsOfRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AsOfRefusedException(String message) {
        super(message);
    }
}
