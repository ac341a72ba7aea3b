/* SPDX-License-Identifier: Apache-2.0 */
/** Follows topics from their beginning, for what every instance holds whole: the history and the search index. */
@NullMarked
package io.vestnik.consumer.tail;

import org.jspecify.annotations.NullMarked;
