/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Resources;

/** The verbs of speech of a language, by dictionary form. */
final class SpeechLexicon {
    private static final SpeechLexicon RUSSIAN = read("speech-ru.tsv");

    private final Map<String, SpeechVerb> byLemma;

    private SpeechLexicon(Map<String, SpeechVerb> byLemma) {
        this.byLemma = byLemma;
    }

    static SpeechLexicon russian() {
        return RUSSIAN;
    }

    /** The verb with this folded dictionary form; null when it is no verb of speech. */
    @Nullable SpeechVerb verb(String lemma) {
        return byLemma.get(lemma);
    }

    private static SpeechLexicon read(String name) {
        Map<String, SpeechVerb> verbs = new LinkedHashMap<>();
        for (String[] row : Resources.rows(SpeechLexicon.class, name)) {
            String[] lemmas = row[0].split("/", -1);
            for (String lemma : lemmas) {
                verbs.put(lemma, new SpeechVerb(lemmas[0], row[1].strip()));
            }
        }
        return new SpeechLexicon(Collections.unmodifiableMap(verbs));
    }
}
