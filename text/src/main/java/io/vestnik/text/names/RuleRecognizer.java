/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.List;

import io.vestnik.text.EntityType;
import io.vestnik.text.lang.Morphology;
import io.vestnik.text.lang.SourceText;

/**
 * Finds Russian names by rules over the dictionary and gazetteers: long and sure ones first, then single words, then
 * what the article itself has told of a word.
 */
public final class RuleRecognizer implements NameRecognizer {
    private final Morphology morphology;

    /** Makes a recognizer over a dictionary. */
    public RuleRecognizer(Morphology morphology) {
        this.morphology = morphology;
    }

    @Override
    public List<NameSpan> recognize(SourceText text) {
        Scan scan = new Scan(text, morphology);
        ShortOrgRules orgs = new ShortOrgRules(scan);
        PersonRules persons = new PersonRules(scan);
        PlaceRules places = new PlaceRules(scan);
        new QuotedOrgRules(scan).mark();
        markLongPlaces(scan, places);
        new OfficialOrgRules(scan).mark();
        markFullNames(scan, persons);
        markSingles(scan, orgs, persons, places);
        return scan.spans();
    }

    private static void markLongPlaces(Scan scan, PlaceRules places) {
        for (int i = 0; i < scan.size(); i++) {
            int end = scan.isFree(i) ? places.longNameEnd(i) : i;
            if (end > i && scan.areFree(i, end)) {
                scan.add(i, end, EntityType.LOC, false);
                i = end - 1;
            }
        }
    }

    private static void markFullNames(Scan scan, PersonRules persons) {
        for (int i = 0; i < scan.size(); i++) {
            int end = scan.isFree(i) ? persons.fullNameEnd(i) : i;
            if (end > i && scan.areFree(i, end)) {
                scan.add(i, end, EntityType.PER, false);
                i = end - 1;
            }
        }
    }

    private static void markSingles(Scan scan, ShortOrgRules orgs, PersonRules persons, PlaceRules places) {
        DocumentMemory memory = DocumentMemory.of(scan);
        for (int i = 0; i < scan.size(); i++) {
            if (!scan.isFree(i)) {
                continue;
            }
            int org = orgs.end(i);
            if (scan.isCapital(i) && memory.knowsOrg(i, i + 1) && !memory.knowsPerson(i) && !scan.startsSentence(i)) {
                scan.add(i, i + 1, EntityType.ORG, false);
            } else if (scan.isCapital(i) && memory.knowsPerson(i)) {
                scan.add(i, i + 1, EntityType.PER, false);
            } else if (places.isLonePlace(i)) {
                scan.add(i, i + 1, EntityType.LOC, false);
            } else if (org > i && scan.areFree(i, org)) {
                // «Йенс Леман (Jens Lehmann)»
                boolean person = scan.isLatin(i) && scan.isPunctuation(i - 1, '(') && scan.isOf(i - 2, EntityType.PER);
                scan.add(i, org, person ? EntityType.PER : EntityType.ORG, false);
                i = org - 1;
            } else if (persons.isLoneName(i)) {
                scan.add(i, i + 1, EntityType.PER, false);
            }
        }
    }
}
