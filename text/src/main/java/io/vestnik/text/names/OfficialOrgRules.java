/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import io.vestnik.text.EntityType;
import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.Case;
import io.vestnik.text.lang.Reading.PartOfSpeech;

/**
 * Rules for official names around a head word, «Верховный суд», «Министерство сельского хозяйства», and for
 * common-noun institutions, which are marked generic.
 */
final class OfficialOrgRules {
    /** Words of an official name after its head at most. */
    private static final int LONGEST_COMPLEMENT = 9;

    /** Words of an official name before its head at most. */
    private static final int MOST_MODIFIERS = 6;

    private final Scan scan;
    private final Phrases phrases;

    OfficialOrgRules(Scan scan) {
        this.scan = scan;
        this.phrases = new Phrases(scan);
    }

    /** Marks the official names and the generic institutions. */
    void mark() {
        for (int i = 0; i < scan.size(); i++) {
            if (!scan.isFree(i)) {
                continue;
            }
            int phrase = phrases.orgEnd(i);
            if (phrase > i && scan.areFree(i, phrase)) {
                scan.add(i, phrase, EntityType.ORG, false);
                i = phrase - 1;
            } else if (scan.nounIn(i, "org-heads") && !scan.isAllCapitals(i)) {
                i = markAround(i) - 1;
            } else if (scan.nounIn(i, "generic-orgs") && !scan.isAllCapitals(i)) {
                scan.add(i, i + 1, EntityType.ORG, true);
            }
        }
    }

    /** Marks the name around the head; gives one past its last token, or past the head when there is none. */
    private int markAround(int head) {
        int from = firstModifier(head);
        boolean telling = scan.isCapital(head) && !scan.startsSentence(head);
        for (int i = from; i < head; i++) {
            telling |= scan.isCapital(i) && !isOrdinaryStart(i);
        }
        boolean headStarts = scan.isCapital(head) && scan.startsSentence(head);
        int to = namedAfterEnd(complementEnd(head, telling || headStarts));
        telling |= headStarts && to > head + 1 && scan.lexicon.has("offices-of-state", scan.genericLemma(head));
        if (telling) {
            scan.add(from, to, EntityType.ORG, false);
            return to;
        }
        if (scan.nounIn(head, "generic-orgs")) {
            boolean country = from < head && !scan.isCapital(from);
            scan.add(country ? from : head, head + 1, EntityType.ORG, true);
        }
        return head + 1;
    }

    /** The first word of the adjectives before the head, from the leftmost that has a capital or is of a place. */
    private int firstModifier(int head) {
        int first = head;
        int at = head;
        while (head - at < MOST_MODIFIERS && scan.isFree(at - 1) && scan.nextWord(at)) {
            boolean joint = scan.lexicon.has("and", scan.token(at - 1).folded()) && isModifier(at - 2);
            if (!joint && !isModifier(at - 1)) {
                break;
            }
            at--;
            if (scan.isCapital(at) || isOfPlace(at)) {
                first = at;
            }
        }
        return first;
    }

    /** A capital at the beginning of a sentence says nothing, unless the adjective is of a town or region. */
    private boolean isOrdinaryStart(int i) {
        return scan.startsSentence(i) && (!isOfPlace(i) || isOfCountry(i));
    }

    private boolean isOfCountry(int i) {
        for (Reading reading : scan.info(i).readings()) {
            if (reading.pos() == PartOfSpeech.ADJECTIVE && scan.lexicon.countryOf(reading.lemma()) != null) {
                return true;
            }
        }
        return false;
    }

    private boolean isOfPlace(int i) {
        String folded = scan.token(i).folded();
        if (folded.length() <= 6 || !(folded.contains("ск") || folded.contains("цк"))) {
            return false;
        }
        for (Declension.Base base : scan.info(i).bases()) {
            String nominative = base.nominative();
            boolean relative = nominative.contains("ск") || nominative.contains("цк");
            if (relative && base.pattern() == Declension.Pattern.ADJECTIVE) {
                return true;
            }
        }
        return false;
    }

    private boolean isModifier(int i) {
        if (!scan.isFree(i) || !scan.token(i).isWord()) {
            return false;
        }
        for (Reading reading : scan.info(i).readings()) {
            boolean declined = reading.grammaticalCase() != null;
            if (declined && (reading.pos() == PartOfSpeech.ADJECTIVE || reading.pos() == PartOfSpeech.NUMERAL)) {
                return true;
            }
        }
        return scan.info(i).readings().isEmpty() && isOfPlace(i);
    }

    /** One past the words in the genitive, or after «по», that belong to the head. */
    private int complementEnd(int head, boolean official) {
        int end = head + 1;
        int limit = Math.min(scan.size(), head + 1 + LONGEST_COMPLEMENT);
        boolean dative = false;
        for (int i = head + 1;
                i < limit && scan.nextWord(i) && scan.isFree(i) && scan.token(i).isWord();
                i++) {
            String folded = scan.token(i).folded();
            if (scan.lexicon.has("dative-joints", folded)) {
                if (dative || !official) {
                    break;
                }
                dative = true;
            } else if (scan.lexicon.has("role-joints", folded)) {
                if (end != i || i == head + 1) {
                    break;
                }
            } else if (!isComplementWord(i, dative)) {
                break;
            } else if (isNoun(i)) {
                end = i + 1;
            }
        }
        return end;
    }

    /** One past «имени М. Горького» at token i; i when it does not stand there. */
    private int namedAfterEnd(int i) {
        if (!scan.inside(i)
                || !scan.nextWord(i)
                || !scan.lexicon.has("named-after", scan.token(i).folded())) {
            return i;
        }
        int begin = scan.isPunctuation(i + 1, '.') ? i + 2 : i + 1;
        int at = begin;
        while (at < begin + 8 && scan.follows(at) && scan.isFree(at) && scan.isCapital(at)) {
            at += scan.isInitial(at) ? 2 : 1;
        }
        return at > begin ? Math.min(at, scan.size()) : i;
    }

    private boolean isNoun(int i) {
        for (Reading reading : scan.info(i).readings()) {
            if (reading.pos() == PartOfSpeech.NOUN && reading.name() == null) {
                return true;
            }
        }
        return false;
    }

    private boolean isComplementWord(int i, boolean dative) {
        WordInfo info = scan.info(i);
        if (scan.isCapital(i)) {
            return !info.given()
                    && info.place() == null
                    && info.common()
                    && info.mayBe(Case.GENITIVE)
                    && !scan.isAllCapitals(i);
        }
        if (!info.common()) {
            return false;
        }
        boolean nominal = info.adjective() || isNoun(i);
        return nominal && (info.mayBe(Case.GENITIVE) || (dative && info.mayBe(Case.DATIVE)));
    }
}
