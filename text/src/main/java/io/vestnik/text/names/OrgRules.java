/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.ArrayList;
import java.util.List;

import io.vestnik.text.EntityType;
import io.vestnik.text.lang.Chars;
import io.vestnik.text.lang.Reading.Case;

/** Rules for organizations: names in marks, official names around a head word, abbreviations, Latin names. */
final class OrgRules {
    /** Tokens between the marks of a name at most. */
    private static final int LONGEST_QUOTED = 12;

    /** Words of an official name after its head at most. */
    private static final int LONGEST_COMPLEMENT = 9;

    private final Scan scan;
    private final Phrases phrases;

    OrgRules(Scan scan) {
        this.scan = scan;
        this.phrases = new Phrases(scan);
    }

    /** Marks names that stand in quotation marks. */
    void markQuoted() {
        List<int[]> doubtful = new ArrayList<>();
        for (int i = 0; i < scan.size(); i++) {
            if (scan.token(i).isWord() || !Chars.mayOpen(scan.token(i).text().codePointAt(0))) {
                continue;
            }
            int close = closing(i);
            if (close < 0 || !looksLikeName(i + 1, close)) {
                continue;
            }
            if (isOrgContext(i)) {
                markQuoted(i, close);
            } else if (!scan.nounIn(i - 1, "not-org-types")) {
                doubtful.add(new int[] {i, close});
            }
            i = close;
        }
        DocumentMemory memory = DocumentMemory.of(scan);
        for (int[] marks : doubtful) {
            if (scan.areFree(marks[0] + 1, marks[1]) && memory.knowsOrg(marks[0] + 1, marks[1])) {
                markQuoted(marks[0], marks[1]);
            }
        }
    }

    private void markQuoted(int open, int close) {
        boolean abbreviation = scan.isAllCapitals(open - 1)
                && scan.lexicon.has(
                        "org-abbreviation-types", scan.token(open - 1).folded());
        if (abbreviation) {
            scan.add(open - 1, close + 1, EntityType.ORG, false);
        } else {
            scan.add(open + 1, close, EntityType.ORG, false);
        }
    }

    private int closing(int open) {
        int mark = scan.token(open).text().codePointAt(0);
        int limit = Math.min(scan.size(), open + 1 + LONGEST_QUOTED);
        for (int i = open + 1; i < limit && scan.follows(i); i++) {
            if (scan.token(i).isWord()) {
                continue;
            }
            int c = scan.token(i).text().codePointAt(0);
            if (c == '.' || c == ',' || c == '!' || c == '?' || c == ';' || c == '\u2026') {
                return -1;
            }
            if (i > open + 1 && Chars.mayClose(c) && (mark == '"') == (c == '"')) {
                return i;
            }
            if (mark == 0xAB && c == 0xAB) {
                return -1;
            }
        }
        return -1;
    }

    private boolean looksLikeName(int from, int to) {
        if (from >= to || to - from > 9) {
            return false;
        }
        if (scan.token(from).begin() != scan.token(from - 1).end()) {
            return false;
        }
        int c = scan.token(from).text().codePointAt(0);
        return Character.isUpperCase(c) || Character.isDigit(c) || Chars.isLatin(c);
    }

    private boolean isOrgContext(int open) {
        int before = open - 1;
        if (!scan.inside(before) || !scan.follows(open)) {
            return isKnown(open + 1);
        }
        String folded = scan.token(before).folded();
        if (scan.lexicon.has("org-abbreviation-types", folded) || scan.nounIn(before, "org-types")) {
            return true;
        }
        if (scan.nounIn(before, "not-org-types")) {
            return false;
        }
        return isKnown(open + 1) || scan.nounIn(before, "role-heads");
    }

    private boolean isKnown(int first) {
        return phrases.orgEnd(first) > first || scan.isListedOrg(first);
    }

    /** Marks official names around a head word: «Верховный суд», «Министерство сельского хозяйства». */
    void markOfficial() {
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
            }
        }
    }

    /** Marks the name around the head; gives one past its last token, or past the head when there is none. */
    private int markAround(int head) {
        int from = head;
        boolean capital = scan.isCapital(head) && !scan.startsSentence(head);
        while (scan.isFree(from - 1) && scan.nextWord(from) && isModifier(from - 1)) {
            from--;
            capital |= scan.isCapital(from) && !isOrdinaryStart(from);
        }
        boolean headStarts = scan.isCapital(head) && scan.startsSentence(head);
        int to = namedAfterEnd(complementEnd(head));
        capital |= headStarts && to > head + 1 && scan.lexicon.has("generic-orgs", scan.lemma(head));
        if (capital && (from < head || to > head + 1 || scan.isCapital(head))) {
            scan.add(from, to, EntityType.ORG, false);
            return to;
        }
        if (isGeneric(head)) {
            scan.add(from, head + 1, EntityType.ORG, true);
        }
        return head + 1;
    }

    private boolean isGeneric(int head) {
        return scan.nounIn(head, "generic-orgs");
    }

    /** A capital at the beginning of a sentence says nothing, unless the adjective is of a place. */
    private boolean isOrdinaryStart(int i) {
        return scan.startsSentence(i) && !isOfPlace(i);
    }

    private boolean isOfPlace(int i) {
        String folded = scan.token(i).folded();
        return folded.length() > 6 && (folded.contains("ск") || folded.contains("цк"));
    }

    private boolean isModifier(int i) {
        if (!scan.token(i).isWord() || !scan.info(i).adjective() && !isOfPlace(i)) {
            return false;
        }
        return scan.isCapital(i) || isOfPlace(i);
    }

    /** One past the words in the genitive, or after «по», that belong to the head. */
    private int complementEnd(int head) {
        int end = head + 1;
        int limit = Math.min(scan.size(), head + 1 + LONGEST_COMPLEMENT);
        boolean open = false;
        boolean dative = false;
        int i = head + 1;
        while (i < limit && scan.nextWord(i) && scan.isFree(i) && scan.token(i).isWord()) {
            String folded = scan.token(i).folded();
            if (scan.lexicon.has("dative-joints", folded)) {
                if (dative || !scan.isCapital(head) && !scan.isCapital(head - 1)) {
                    break;
                }
                dative = true;
                open = true;
            } else if (scan.lexicon.has("role-joints", folded)) {
                if (end != i || i == head + 1) {
                    break;
                }
                open = true;
            } else if (isComplementWord(i, dative)) {
                open = scan.info(i).adjective() && !isNoun(i);
                if (!open) {
                    end = i + 1;
                }
            } else {
                break;
            }
            i++;
        }
        return open && end < i ? end : Math.max(end, head + 1);
    }

    /** One past «имени М. Горького» at token i; i when it does not stand there. */
    private int namedAfterEnd(int i) {
        if (!scan.inside(i)
                || !scan.nextWord(i)
                || !scan.lexicon.has("named-after", scan.token(i).folded())) {
            return i;
        }
        int at = scan.isPunctuation(i + 1, '.') ? i + 2 : i + 1;
        int begin = at;
        while (at < begin + 8 && scan.follows(at) && scan.isFree(at) && scan.isCapital(at)) {
            at += scan.isInitial(at) ? 2 : 1;
        }
        return at > begin ? at : i;
    }

    private boolean isNoun(int i) {
        return scan.info(i).readings().stream()
                .anyMatch(r -> r.pos() == io.vestnik.text.lang.Reading.PartOfSpeech.NOUN && r.name() == null);
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
        if (!info.common() || scan.nounIn(i, "role-heads")) {
            return false;
        }
        boolean nominal = info.adjective() || isNoun(i);
        return nominal && (info.mayBe(Case.GENITIVE) || (dative && info.mayBe(Case.DATIVE)));
    }

    /** One past an abbreviation or Latin name at token i that is an organization; i when there is none. */
    int shortNameEnd(int i) {
        if (scan.isLatin(i)) {
            return latinEnd(i);
        }
        if (!scan.isCapital(i) || scan.token(i).text().length() < 2) {
            return i;
        }
        String folded = scan.token(i).folded();
        if (scan.isAllCapitals(i)) {
            if (scan.lexicon.has("place-abbreviations", folded) || scan.lexicon.has("not-org-abbreviations", folded)) {
                return i;
            }
            boolean known = scan.lexicon.has("org-abbreviations", folded);
            boolean unknown = !scan.shouts(i)
                    && !scan.info(i).common()
                    && folded.length() <= 8
                    && scan.info(i).place() == null;
            return known || unknown ? i + 1 : i;
        }
        String stem = leadingCapitals(scan.token(i).text());
        if (stem.length() >= 2 && folded.length() - stem.length() <= 2) {
            return i + 1;
        }
        return scan.isListedOrg(i) && !(scan.startsSentence(i) && scan.info(i).common()) ? i + 1 : i;
    }

    private static String leadingCapitals(String word) {
        int i = 0;
        while (i < word.length() && Character.isUpperCase(word.charAt(i))) {
            i++;
        }
        return word.substring(0, i);
    }

    private int latinEnd(int i) {
        int end = i;
        boolean capital = false;
        while (scan.isLatin(end) && (end == i || scan.nextWord(end))) {
            capital |= scan.token(end).capitalized();
            end++;
        }
        while (end > i && !scan.token(end - 1).capitalized()) {
            end--;
        }
        if (end == i + 1
                && scan.lexicon.has("not-org-abbreviations", scan.token(i).folded())) {
            return i;
        }
        return capital ? end : i;
    }
}
