/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Resources;

/** By which titles those may have been introduced for whom another noun stands later: «эксперт» for a «политолог». */
final class Titles {
    private static final Titles RUSSIAN = read("titles-ru.tsv");

    private final Map<String, List<String>> byNoun;

    private Titles(Map<String, List<String>> byNoun) {
        this.byNoun = byNoun;
    }

    static Titles russian() {
        return RUSSIAN;
    }

    /** The titles, folded dictionary forms; none for a noun that stands for nobody else. */
    List<String> of(Item noun) {
        for (Reading reading : noun.readings()) {
            List<String> titles = byNoun.get(reading.lemma());
            if (titles != null) {
                return titles;
            }
        }
        return byNoun.getOrDefault(noun.folded(), List.of());
    }

    private static Titles read(String name) {
        Map<String, List<String>> byNoun = new LinkedHashMap<>();
        for (String[] row : Resources.rows(Titles.class, name)) {
            byNoun.put(row[0], List.of(row[1].strip().split(" ", -1)));
        }
        return new Titles(Collections.unmodifiableMap(byNoun));
    }
}
