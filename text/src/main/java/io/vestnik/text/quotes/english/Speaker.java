/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes.english;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Mention;
import io.vestnik.text.SpeakerType;
import io.vestnik.text.lang.Reading.Gender;
import io.vestnik.text.names.Entity;

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

    /** A person: as the article names its entity, or as it names this mention where there is none. */
    static Speaker person(@Nullable Entity entity, String name, String rule) {
        return entity == null
                ? new Speaker(name, SpeakerType.PER, null, null, false, rule)
                : new Speaker(entity.name(), SpeakerType.PER, entity.id(), entity.gender(), false, rule);
    }

    /** A body that the article names. */
    static Speaker body(Mention mention, String rule) {
        return new Speaker(mention.name(), SpeakerType.ORG, mention.entityId(), null, false, rule);
    }

    /** The same speaker, found by another rule. */
    Speaker by(String otherRule) {
        return new Speaker(name, type, entityId, gender, plural, otherRule);
    }

    boolean known() {
        return name != null;
    }
}
