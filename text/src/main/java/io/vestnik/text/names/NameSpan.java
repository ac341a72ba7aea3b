/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import io.vestnik.text.EntityType;

/**
 * A name found in a text, before anything is known of what it means.
 *
 * @param firstToken index of the first token
 * @param endToken one past the index of the last token
 * @param type kind of the named thing
 * @param generic true for a common-noun institution
 */
public record NameSpan(int firstToken, int endToken, EntityType type, boolean generic) {}
