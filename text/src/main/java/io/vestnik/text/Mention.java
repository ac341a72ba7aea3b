/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text;

/**
 * One place where an entity is named.
 *
 * @param begin first code point
 * @param end one past the last code point
 * @param type kind of the entity
 * @param text the words as written
 * @param name canonical name in the nominative; of a person given name and surname, as far as the article tells
 * @param entityId hash of the type and the folded canonical name, see {@link EntityIds}
 * @param generic true for a common-noun institution (правительство, полиция)
 * @param position where in the article it stands
 */
public record Mention(
        int begin,
        int end,
        EntityType type,
        String text,
        String name,
        String entityId,
        boolean generic,
        MentionPosition position) {}
