/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes.english;

import org.jspecify.annotations.Nullable;

/**
 * Words that report speech.
 *
 * @param first index of the first item
 * @param end one past the index of the last item
 * @param form how they do it
 * @param speech bits of {@link SpeechWords}
 * @param inverted true when the speaker follows the verb
 * @param source who speaks; null when the sentence does not say
 */
record Cue(
        int first,
        int end,
        Form form,
        int speech,
        boolean inverted,
        @Nullable Source source) {
    enum Form {
        FINITE,
        PARTICIPLE,
        ACCORDING,
        NOUN
    }

    boolean takes(int mask) {
        return (speech & mask) != 0;
    }
}
