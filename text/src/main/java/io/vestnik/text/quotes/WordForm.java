/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;
import java.util.Set;

import io.vestnik.text.lang.LexemeNotes;
import io.vestnik.text.lang.Morphology;
import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.PartOfSpeech;
import io.vestnik.text.lang.Token;

/**
 * What a written form tells by itself.
 *
 * @param readings forms that the word may be; empty for what is no word and for words that no dictionary has
 * @param mayReport whether a cue can begin with it
 * @param personalAdjective whether it is an adjective that stands for people
 * @param predicate whether it is a verb in a personal form, an imperative, a short adjective or participle
 */
record WordForm(List<Reading> readings, boolean mayReport, boolean personalAdjective, boolean predicate) {
    static final WordForm NONE = new WordForm(List.of(), false, false, false);

    /** Neither a shortened word nor the noun that it stands before has fewer letters. */
    private static final int SHORTEST_PART = 3;

    private static final Set<String> FIRST_WORDS = Set.of("по", "согласно", "с", "со", "ссылаясь");

    private static final LexemeNotes<WordForm> NOTES = new LexemeNotes<>();

    static WordForm of(Token token) {
        if (!token.isWord()) {
            return NONE;
        }
        WordForm form = NOTES.get(token.lexeme());
        if (form == null) {
            List<Reading> readings = readings(token);
            form = new WordForm(
                    readings,
                    mayReport(token.folded(), readings),
                    NounClasses.russian().isPersonalAdjective(token.folded()),
                    isPredicate(readings));
            NOTES.put(token.lexeme(), form);
        }
        return form;
    }

    private static boolean isPredicate(List<Reading> readings) {
        for (Reading reading : readings) {
            boolean personal =
                    reading.pos() == PartOfSpeech.VERB && !reading.tag().contains("INF");
            if (personal || reading.tag().contains("Short")) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayReport(String folded, List<Reading> readings) {
        if (FIRST_WORDS.contains(folded) || CueFinder.isCertain(folded)) {
            return true;
        }
        for (Reading reading : readings) {
            boolean speech = SpeechLexicon.russian().verb(reading.lemma()) != null || LightVerbs.isOne(reading.lemma());
            if (speech && CueFinder.mayTell(reading)) {
                return true;
            }
        }
        return false;
    }

    /** Of a compound that the dictionary does not have only the last part is inflected. */
    private static List<Reading> readings(Token token) {
        String folded = token.folded();
        List<Reading> readings = Morphology.russian().readings(folded);
        if (!token.capitalized() && hasName(readings)) {
            // «сотрудников» without a capital is no surname.
            List<Reading> common =
                    readings.stream().filter(reading -> !reading.isName()).toList();
            readings = common.isEmpty() ? readings : common;
        }
        int hyphen = folded.lastIndexOf('-');
        if (!readings.isEmpty() || hyphen == 0 || hyphen == folded.length() - 1) {
            return readings;
        }
        return hyphen > 0 ? compound(folded, hyphen + 1) : shortened(folded);
    }

    /** «спортшкола», «Госпотребслужба»: shortened words before a noun for bodies. */
    private static List<Reading> shortened(String folded) {
        for (int cut = SHORTEST_PART; cut <= folded.length() - SHORTEST_PART; cut++) {
            List<Reading> readings = Morphology.russian().readings(folded.substring(cut));
            if (!readings.isEmpty() && NounClasses.russian().endsBodies(readings)) {
                return compound(folded, cut);
            }
        }
        return List.of();
    }

    private static List<Reading> compound(String folded, int cut) {
        String head = folded.substring(0, cut);
        return Morphology.russian().readings(folded.substring(cut)).stream()
                .map(reading -> new Reading(
                        head + reading.lemma(),
                        reading.tag(),
                        reading.pos(),
                        reading.grammaticalCase(),
                        reading.number(),
                        reading.gender(),
                        null,
                        reading.animate()))
                .toList();
    }

    private static boolean hasName(List<Reading> readings) {
        for (Reading reading : readings) {
            if (reading.isName()) {
                return true;
            }
        }
        return false;
    }
}
