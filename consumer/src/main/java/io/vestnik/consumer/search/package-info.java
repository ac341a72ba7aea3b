/* SPDX-License-Identifier: Apache-2.0 */
/** Search and selection over the views of all instances, in an index that each instance holds whole. */
@NullMarked
package io.vestnik.consumer.search;

import org.jspecify.annotations.NullMarked;
