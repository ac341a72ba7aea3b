/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Reading.Gender;

/**
 * A person's name taken apart, in the nominative, cased as written.
 *
 * @param given given names; empty when there are none
 * @param patronymic empty when there is none
 * @param surname empty when there is none
 * @param initials first letters of given name and patronymic, folded, when the name is written with initials
 * @param gender sex, null when the form does not tell
 */
record PersonName(
        String given,
        String patronymic,
        String surname,
        String initials,
        @Nullable Gender gender) {
    /** The name for the tables: given name and surname without patronymic, as far as they are known. */
    String canonical() {
        if (!initials.isEmpty() && given.isEmpty()) {
            StringBuilder name = new StringBuilder();
            for (int i = 0; i < initials.length(); i++) {
                name.append(Character.toUpperCase(initials.charAt(i))).append(". ");
            }
            return name.append(surname).toString();
        }
        if (surname.isEmpty()) {
            return patronymic.isEmpty() ? given : given + " " + patronymic;
        }
        return given.isEmpty() ? surname : given + " " + surname;
    }

    /** Given name and surname are both known. */
    boolean isFull() {
        return !given.isEmpty() && !surname.isEmpty();
    }
}
