/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import org.jspecify.annotations.Nullable;

/**
 * A row of a table before and after a record of its topic; the two differ.
 *
 * @param before null when the row is new
 * @param after null when the row is gone
 */
record RowChange<V>(@Nullable V before, @Nullable V after) {}
