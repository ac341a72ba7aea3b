/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.lang.Reading.PartOfSpeech;
import io.vestnik.text.lang.Resources;

/** Tells in which cases a name can stand from the preposition or the person noun before it. */
final class Government {
    private static final Map<String, Set<Case>> PREPOSITIONS = prepositions();

    /** Words between a person's office and his name at most. */
    private static final int LONGEST_OFFICE = 10;

    private final Scan scan;

    Government(Scan scan) {
        this.scan = scan;
    }

    /** The cases that the word before token i asks for; empty when it does not tell. */
    EnumSet<Case> before(int i) {
        EnumSet<Case> cases = EnumSet.noneOf(Case.class);
        int at = i - 1;
        if (at >= 0 && !scan.isWord(at)) {
            at--;
        }
        if (at < 0 || !scan.follows(at + 1) || !scan.isWord(at)) {
            return cases;
        }
        Set<Case> asked = PREPOSITIONS.get(scan.token(at).folded());
        if (asked != null) {
            cases.addAll(asked);
            return cases;
        }
        if (at != i - 1 || (scan.isCapital(at) && !scan.startsSentence(at))) {
            return cases;
        }
        addNounCases(at, cases);
        return cases;
    }

    /** The cases that the office before a person's name stands in, or else what {@link #before} says. */
    EnumSet<Case> beforePerson(int i) {
        EnumSet<Case> direct = before(i);
        if (!direct.isEmpty()) {
            return direct;
        }
        EnumSet<Case> cases = direct;
        int limit = Math.max(0, i - LONGEST_OFFICE);
        for (int at = i - 1; at >= limit && scan.follows(at + 1) && scan.isWord(at); at--) {
            if (PREPOSITIONS.containsKey(scan.token(at).folded())) {
                break;
            }
            if (scan.has(at, Trait.OFFICE)) {
                cases = EnumSet.noneOf(Case.class);
                addNounCases(at, cases);
            }
        }
        return cases;
    }

    private void addNounCases(int at, Set<Case> cases) {
        for (Reading reading : scan.info(at).readings()) {
            Case grammaticalCase = reading.grammaticalCase();
            if (reading.pos() == PartOfSpeech.NOUN && reading.animate() && grammaticalCase != null) {
                cases.add(grammaticalCase);
            }
        }
    }

    private static Map<String, Set<Case>> prepositions() {
        Map<String, Set<Case>> prepositions = new LinkedHashMap<>();
        for (String line : Resources.lines(Government.class, "prepositions.tsv")) {
            String[] columns = line.split("\t", -1);
            Set<Case> cases = EnumSet.noneOf(Case.class);
            for (String name : columns[1].split(" ", -1)) {
                cases.add(Case.valueOf(name));
            }
            prepositions.put(columns[0], cases);
        }
        return prepositions;
    }
}
