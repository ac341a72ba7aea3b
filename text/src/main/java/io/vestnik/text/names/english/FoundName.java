/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names.english;

import io.vestnik.text.EntityType;

/**
 * A name before it is linked.
 *
 * @param first index of the first unit
 * @param end one past the index of the last unit
 * @param type kind of the named thing
 * @param generic true for a common-noun institution
 */
record FoundName(int first, int end, EntityType type, boolean generic) {}
