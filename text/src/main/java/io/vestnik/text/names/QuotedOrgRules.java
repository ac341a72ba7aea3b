/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.ArrayList;
import java.util.List;

import io.vestnik.text.EntityType;
import io.vestnik.text.lang.Chars;
import io.vestnik.text.lang.Reading;
import io.vestnik.text.lang.Reading.PartOfSpeech;

/**
 * Rules for organizations named in quotation marks. What stands before the marks decides: a kind of organization, a
 * verb of speech, an adjective of a country; a name accepted once is accepted wherever the article has it in marks.
 */
final class QuotedOrgRules {
    /** Tokens between the marks of a name at most. */
    private static final int LONGEST = 12;

    private final Scan scan;
    private final Phrases phrases;

    QuotedOrgRules(Scan scan) {
        this.scan = scan;
        this.phrases = new Phrases(scan);
    }

    /** Marks the names that stand in quotation marks. */
    void mark() {
        List<int[]> doubtful = new ArrayList<>();
        int lastClose = -1;
        for (int i = 0; i < scan.size(); i++) {
            if (scan.token(i).isWord() || !Chars.mayOpen(scan.token(i).text().codePointAt(0))) {
                continue;
            }
            int close = closing(i);
            if (close < 0 || !looksLikeName(i + 1)) {
                continue;
            }
            if (isOrgContext(i, close) || continuesList(i, lastClose)) {
                mark(i, close);
                lastClose = close;
            } else if (!scan.nounIn(i - 1, "not-org-types")) {
                doubtful.add(new int[] {i, close});
            }
            i = close;
        }
        DocumentMemory memory = DocumentMemory.of(scan);
        for (int[] marks : doubtful) {
            if (scan.areFree(marks[0] + 1, marks[1]) && memory.knowsOrg(marks[0] + 1, marks[1])) {
                mark(marks[0], marks[1]);
            }
        }
    }

    private void mark(int open, int close) {
        boolean abbreviation = scan.isAllCapitals(open - 1)
                && scan.lexicon.has(
                        "org-abbreviation-types", scan.token(open - 1).folded());
        if (abbreviation) {
            scan.add(open - 1, close + 1, EntityType.ORG, false);
        } else {
            scan.add(open + 1, close, EntityType.ORG, false);
        }
    }

    /** The mark that closes the name opened at a token; -1 when what stands between them is no name. */
    private int closing(int open) {
        int mark = scan.token(open).text().codePointAt(0);
        int limit = Math.min(scan.size(), open + 1 + LONGEST);
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

    private boolean looksLikeName(int first) {
        if (scan.token(first).begin() != scan.token(first - 1).end()) {
            return false;
        }
        int c = scan.token(first).text().codePointAt(0);
        return Character.isUpperCase(c) || Character.isDigit(c) || Chars.isLatin(c);
    }

    private boolean isOrgContext(int open, int close) {
        int before = open - 1;
        boolean known = phrases.orgEnd(open + 1) == close || (close == open + 2 && scan.isListedOrg(open + 1));
        if (!scan.inside(before) || !scan.follows(open)) {
            return known || isActor(open, close);
        }
        String folded = scan.token(before).folded();
        if (scan.lexicon.has("org-abbreviation-types", folded) || scan.nounIn(before, "org-types")) {
            return true;
        }
        if (scan.nounIn(before, "not-org-types")) {
            return false;
        }
        return known
                || scan.nounIn(before, "role-heads")
                || isCueBefore(before, close - open)
                || (scan.startsSentence(open + 1) && !scan.token(before).isWord() && isActor(open, close));
    }

    /** «сообщает «Медиа»», «со ссылкой на «Медиа»», «испанская «Барса»». */
    private boolean isCueBefore(int before, int tokens) {
        if (tokens > 5) {
            return false;
        }
        for (Reading reading : scan.info(before).readings()) {
            if (reading.pos() == PartOfSpeech.VERB && scan.lexicon.has("relaying", reading.lemma())) {
                return true;
            }
            if (reading.pos() == PartOfSpeech.ADJECTIVE && scan.lexicon.countryOf(reading.lemma()) != null) {
                return true;
            }
        }
        boolean preposition = scan.token(before).text().length() <= 2 && scan.isLower(before);
        return scan.nounIn(preposition ? before - 1 : before, "source-words");
    }

    /** «Спартак» обыграл …: one capitalized word in marks and a finite verb after it. */
    private boolean isActor(int open, int close) {
        if (close != open + 2 || !scan.isLower(close + 1) || scan.info(open + 1).adjective()) {
            return false;
        }
        for (Reading reading : scan.info(close + 1).readings()) {
            if (reading.pos() == PartOfSpeech.VERB && !reading.tag().contains("INF")) {
                return true;
            }
        }
        return false;
    }

    /** «движения «А», «Б» и «В»» */
    private boolean continuesList(int open, int lastClose) {
        return lastClose > 0
                && open == lastClose + 2
                && (scan.isPunctuation(open - 1, ',')
                        || scan.lexicon.has("role-joints", scan.token(open - 1).text()));
    }
}
