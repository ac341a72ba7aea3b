/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes.english;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.SpeakerType;
import io.vestnik.text.lang.Reading.Gender;

/**
 * Who speaks.
 *
 * @param name as full as the article gives it; null when it cannot be told
 * @param type kind of the speaker; null when the name is
 * @param entityId id of the entity; null when it is none
 * @param gender sex of a person; null when it cannot be told
 * @param plural true for several
 * @param rule name of the rule that found it
 */
record Speaker(
        @Nullable String name,
        @Nullable SpeakerType type,
        @Nullable String entityId,
        @Nullable Gender gender,
        boolean plural,
        String rule) {
    static final Speaker UNKNOWN = new Speaker(null, null, null, null, false, "unknown");

    boolean known() {
        return name != null;
    }
}
