/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import org.jspecify.annotations.Nullable;

/**
 * A reporting verb or construction in a sentence, with whoever it reports.
 *
 * @param sentence the sentence
 * @param first position of the first item of the cue
 * @param last position of the last item of the cue
 * @param verb the verb; null for a construction («по словам»)
 * @param form how it stands in the sentence
 * @param source who speaks; null when the sentence does not say
 */
record Cue(
        OuterSentence sentence,
        int first,
        int last,
        @Nullable SpeechVerb verb,
        Form form,
        @Nullable Source source) {

    /** How a cue stands in its sentence. */
    enum Form {
        /** A verb in a personal form. */
        FINITE,
        /** «добавив, что …»: the subject is that of another verb. */
        GERUND,
        /** «говорится», «сказано»: no subject, perhaps a document. */
        IMPERSONAL,
        /** «по словам X», «по данным X». */
        ACCORDING,
        /** «со ссылкой на X». */
        REFERENCE
    }

    Cue with(@Nullable Source other) {
        return new Cue(sentence, first, last, verb, form, other);
    }

    int begin() {
        return sentence.item(first).begin();
    }

    int end() {
        return sentence.item(last).end();
    }
}
