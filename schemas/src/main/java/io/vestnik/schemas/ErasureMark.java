/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The header by which a record without a value says in the log of record that its article was erased. One that does not
 * bear it is a mistake of whoever wrote it, and erases nothing.
 */
public final class ErasureMark {
    /** Name of the header; its value is empty. */
    public static final String NAME = "vestnik.erased";

    private ErasureMark() {}

    /** Headers with the mark. */
    public static Headers write() {
        return new RecordHeaders().add(NAME, new byte[0]);
    }

    /** Whether headers bear the mark. */
    public static boolean isOn(Headers headers) {
        return headers.lastHeader(NAME) != null;
    }
}
