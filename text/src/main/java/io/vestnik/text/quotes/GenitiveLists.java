/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;
import java.util.Set;

import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.lang.Reading.GrammaticalNumber;
import io.vestnik.text.lang.Reading.PartOfSpeech;

/**
 * Joins what an office or a body is of where that is listed: «министр образования, культуры и науки», «комитет по
 * бюджету, финансам и налогам». The comma of such a list parts no clauses.
 */
final class GenitiveLists {
    /** A list is not longer than this many items. */
    private static final int LONGEST = 12;

    /** The noun of which something is listed stands at most this many items before the first comma. */
    private static final int BACK = 6;

    /** What is of several matters at once, dictionary forms. */
    private static final Set<String> OF_MATTERS = Set.of(
            "министерство",
            "министр",
            "замминистра",
            "департамент",
            "управление",
            "комитет",
            "подкомитет",
            "комиссия",
            "отдел",
            "отделение",
            "агентство",
            "служба",
            "инспекция",
            "институт",
            "факультет",
            "кафедра",
            "центр",
            "союз",
            "ассоциация",
            "палата",
            "секция");

    private GenitiveLists() {}

    /** Marks the commas of such lists among the items of a text. */
    static void mark(List<Item> items) {
        for (int i = 2; i + 2 < items.size(); i++) {
            if (items.get(i).comma()) {
                int and = end(items, i);
                for (int k = i; k < and; k++) {
                    if (items.get(k).comma()) {
                        items.set(k, items.get(k).joining());
                    }
                }
                i = Math.max(i, and);
            }
        }
    }

    /** Where the «и» of a list stands to which this comma belongs; -1 when it belongs to none. */
    private static int end(List<Item> items, int comma) {
        Case of = listed(items.get(comma - 1), Case.GENITIVE) ? Case.GENITIVE : Case.DATIVE;
        int noun = listed(items.get(comma - 1), of) ? of(items, comma, of) : -1;
        if (noun < 0) {
            return -1;
        }
        boolean speaks = withPlural(items.get(noun));
        for (int i = comma + 1; i + 1 < items.size() && i < comma + LONGEST; i++) {
            Item item = items.get(i);
            if (item.is("и")) {
                return i > comma + 1 && listed(items.get(i + 1), of) && (speaks || !subject(items, comma, i + 1))
                        ? i
                        : -1;
            }
            if (!item.comma() && !listed(item, of)) {
                return -1;
            }
        }
        return -1;
    }

    /** «Как заявил министр образования, школы и больницы откроют»: the list is the subject of a clause of its own. */
    private static boolean subject(List<Item> items, int comma, int last) {
        int next = last + 1;
        if (next >= items.size()
                || !items.get(next).tagged(":PL")
                || !items.get(next).has(PartOfSpeech.VERB)) {
            return false;
        }
        for (int i = comma + 1; i <= last; i++) {
            Item item = items.get(i);
            if (item.has(PartOfSpeech.NOUN) && !item.has(PartOfSpeech.NOUN, Case.NOMINATIVE)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a verb in the plural may go with the noun: «министры сообщили», «в министерстве сообщили». */
    private static boolean withPlural(Item item) {
        for (Reading reading : item.readings()) {
            boolean subject =
                    reading.number() == GrammaticalNumber.PLURAL && reading.grammaticalCase() == Case.NOMINATIVE;
            if (subject || reading.grammaticalCase() == Case.PREPOSITIONAL) {
                return true;
            }
        }
        return false;
    }

    /** Where the noun that is of several matters stands before the first of the list; -1 when anything else does. */
    private static int of(List<Item> items, int comma, Case of) {
        for (int i = comma - 2; i >= 0 && i >= comma - BACK; i--) {
            Item item = items.get(i);
            if (of == Case.DATIVE && item.is("по")) {
                return i > 0 && items.get(i - 1).hasLemma(OF_MATTERS) ? i - 1 : -1;
            }
            if (of == Case.GENITIVE && item.hasLemma(OF_MATTERS)) {
                return i;
            }
            if (!listed(item, of)) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether a noun of a matter, or an adjective of one, stands in the case. */
    private static boolean listed(Item item, Case wanted) {
        for (Reading reading : item.readings()) {
            boolean matter = reading.pos() == PartOfSpeech.ADJECTIVE
                    || (reading.pos() == PartOfSpeech.NOUN && !reading.isName());
            if (matter && reading.grammaticalCase() == wanted) {
                return true;
            }
        }
        return false;
    }
}
