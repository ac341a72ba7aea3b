/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.data;

import org.jspecify.annotations.Nullable;

import io.vestnik.cli.eval.GoldSpeaker;
import io.vestnik.text.SpeakerType;

/** Speakers as gold sets write them. */
final class Speakers {
    private Speakers() {}

    /** The fields speaker, speakerType and speakerAliases of a row. */
    static GoldSpeaker gold(JsonRow row) {
        if (!row.has("speaker")) {
            throw row.wrong(
                    "Field speaker is missing. It has to be a string, or null where the article does not tell.");
        }
        // Left out it means a person; null, which stands beside a null speaker, does not.
        @Nullable String type = row.has("speakerType") ? row.optional("speakerType") : SpeakerType.PER.name();
        return new GoldSpeaker(
                row.optional("speaker"), SpeakerType.PER.name().equals(type), row.strings("speakerAliases"));
    }
}
