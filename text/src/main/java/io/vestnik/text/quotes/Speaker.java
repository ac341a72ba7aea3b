/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.SpeakerType;

/**
 * Whoever said something, resolved within the article.
 *
 * @param name in the nominative, as full as the article gives it; null when it cannot be told
 * @param type kind; null when the name is
 * @param entityId the entity, which the table of offices may supply; null when neither it nor the article tells
 * @param rule which rule resolved it
 */
record Speaker(
        @Nullable String name,
        @Nullable SpeakerType type,
        @Nullable String entityId,
        String rule) {
    static final Speaker UNKNOWN = new Speaker(null, null, null, "none");

    Speaker by(String other) {
        return new Speaker(name, type, entityId, other);
    }
}
