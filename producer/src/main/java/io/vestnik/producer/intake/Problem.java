/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.intake;

import java.util.Objects;

/** Why a request is not carried out, for the answer (RFC 9457). */
final class Problem extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;

    /**
     * A problem.
     *
     * @param detail what is wrong and what to do about it, for a person
     */
    Problem(int status, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String detail() {
        return Objects.requireNonNull(getMessage());
    }
}
