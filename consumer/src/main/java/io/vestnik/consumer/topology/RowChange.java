/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import java.util.Objects;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.serde.Encoded;

/**
 * A row of a table before and after a record of its topic.
 *
 * @param before null when there was no row
 * @param after null when the row is gone
 */
record RowChange<V extends SpecificRecord>(
        @Nullable Encoded<V> before, @Nullable Encoded<V> after) {
    /** Whether the two differ. */
    boolean differs() {
        return !Objects.equals(before, after);
    }
}
