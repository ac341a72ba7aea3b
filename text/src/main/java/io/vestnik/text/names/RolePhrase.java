/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Reading.Gender;

/**
 * A person's office, post or profession as the text gives it: «пресс-секретарь главы российского государства».
 *
 * @param begin first code point
 * @param end one past the last code point, a name that follows left out
 * @param text the words as written
 * @param nominative the phrase with its head in the nominative
 * @param head dictionary form of the head word, heads of state of any title as one
 * @param complement what the head is of, as folded canonical names and dictionary forms; empty for a bare head
 * @param plural true for several persons («лидеры двух стран»)
 * @param gender of the head word; null when it does not tell
 * @param attachedTo id of the person that the phrase stands beside; null when it stands alone
 */
public record RolePhrase(
        int begin,
        int end,
        String text,
        String nominative,
        String head,
        Set<String> complement,
        boolean plural,
        @Nullable Gender gender,
        @Nullable String attachedTo) {

    /** The same phrase as somebody's office. */
    RolePhrase of(String person) {
        return new RolePhrase(begin, end, text, nominative, head, complement, plural, gender, person);
    }
}
