/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.poll;

import io.vestnik.producer.Reason;

/** What can come of a poll, beside the reasons of refusals. */
final class Outcomes {
    /** It was never polled. */
    static final String NEVER = "NEVER";
    /** It was read. */
    static final String OK = "OK";
    /** It is as it was. */
    static final String NOT_MODIFIED = "NOT_MODIFIED";
    /** The server asks to wait. */
    static final String BUSY = "BUSY";
    /** It is gone for good. */
    static final String GONE = "GONE";

    static final String UNREACHABLE = Reason.UNREACHABLE.name();

    private Outcomes() {}

    /** Whether it was had, changed or not. */
    static boolean isSuccess(String outcome) {
        return outcome.equals(OK) || outcome.equals(NOT_MODIFIED);
    }
}
