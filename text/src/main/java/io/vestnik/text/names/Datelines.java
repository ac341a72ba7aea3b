/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.Set;

import io.vestnik.text.EntityType;
import io.vestnik.text.MentionPosition;
import io.vestnik.text.names.NamedTokens.Line;

/**
 * Finds the datelines of agencies: place, day and agency before the first sentence of a line. Which form is read is told
 * by what stands before the sentence: a dash, slashes, parentheses or a full stop. A place without an agency is taken
 * with a day, or in English in capitals before a dash.
 */
final class Datelines {
    /** A dateline without an agency stands within this many lines. */
    private static final int HEAD_LINES = 6;
    /** Stamps and marks before a dateline, at most this many tokens. */
    private static final int STAMP = 12;

    private static final int MOST_PLACES = 3;
    private static final int MOST_WORDS = 4;
    private static final int MOST_AGENCY_WORDS = 6;
    /** USA — CHINA is no dateline. */
    private static final int SHORTEST_PLACE = 4;

    private static final Set<String> MONTHS = NamedTokens.words("months");
    private static final Set<String> YEARS = NamedTokens.words("years");
    private static final Set<String> AGENCIES = NamedTokens.words("agencies");
    private static final Set<String> AGENCY_WORDS = NamedTokens.words("agency-words");
    private static final Set<String> CORRESPONDENTS = NamedTokens.words("correspondents");

    private final NamedTokens text;

    Datelines(NamedTokens text) {
        this.text = text;
    }

    /** Marks the names of all datelines. */
    void mark() {
        for (int k = 0; k < text.lines().size(); k++) {
            Line line = text.lines().get(k);
            int begin = afterStamp(line);
            int end = end(begin, line.end(), k < HEAD_LINES);
            if (end > begin) {
                text.mark(begin, end, MentionPosition.DATELINE);
                markCorrespondent(end);
            }
        }
    }

    /** «… РИА Новости, Имя Фамилия. »: who follows the agency wrote the text. */
    private void markCorrespondent(int end) {
        int person = text.is(end, ",") ? text.endOfName(end + 1, EntityType.PER) : -1;
        if (person > 0) {
            text.mark(end + 1, person, MentionPosition.BYLINE);
        }
    }

    private int afterStamp(Line line) {
        int i = line.first();
        while (i < line.end()
                && i < line.first() + STAMP
                && (text.isNumber(i) || !text.isWord(i) || text.is(i, "date"))
                && !text.isAddress(i)
                && text.endOfDash(i) < 0) {
            i++;
        }
        return i;
    }

    /**
     * One past the dateline, whose agency comes last.
     *
     * @param begin where it should begin
     * @param stop one past what may be read
     * @param alone whether a place may stand without an agency
     * @return -1 when there is none
     */
    private int end(int begin, int stop, boolean alone) {
        int agencyFirst = agencyBeforeDay(begin);
        if (agencyFirst > 0) {
            return agencyFirst;
        }
        int places = endOfPlaces(begin, stop);
        if (places < 0 || text.names(begin, places, EntityType.PER)) {
            return -1;
        }
        boolean located = text.names(begin, places, EntityType.LOC);
        boolean bracketed = text.is(places, "(");
        int from = bracketed || text.is(places, ".") || text.is(places, ",") ? places + 1 : places;
        int day = endOfDay(from);
        if (day > 0 && bracketed) {
            boolean closed = located && alone && text.is(day, ")");
            return closed && (text.is(day + 1, ":") || text.endOfDash(day + 1) > 0) ? places : -1;
        }
        int end = day > 0 ? agencyAfterDay(day) : located ? agencyAfterPlace(places) : -1;
        if (end > 0 && end < stop) {
            return end;
        }
        return located && alone && standsAlone(begin, places, day) ? places : -1;
    }

    /** «РИАМО - 17 мая. » */
    private int agencyBeforeDay(int begin) {
        int dash = isListed(begin) ? text.endOfDash(begin + 1) : -1;
        int day = dash < 0 ? -1 : endOfDay(dash);
        return day > 0 && text.is(day, ".") ? begin + 1 : -1;
    }

    private int endOfPlaces(int begin, int stop) {
        int at = begin;
        for (int count = 0; count < MOST_PLACES; count++) {
            int end = at;
            while (end < stop && end < at + MOST_WORDS && isPlaceWord(end) && endOfDay(end) < 0) {
                end++;
            }
            if (end == at) {
                return count == 0 ? -1 : at - 1;
            }
            if ((!text.is(end, ",") && !text.is(end, "/")) || isListed(end + 1)) {
                return end;
            }
            at = end + 1;
        }
        return at - 1;
    }

    private boolean isPlaceWord(int i) {
        return text.isWord(i) && text.isCapitalized(i) && !isListed(i);
    }

    /** One past a day: 4 февраля 2026 года, Feb. 4, 2026. */
    private int endOfDay(int i) {
        boolean dayFirst = text.isNumber(i) && MONTHS.contains(text.folded(i + 1));
        boolean monthFirst = MONTHS.contains(text.folded(i))
                && (text.isNumber(i + 1) || (text.is(i + 1, ".") && text.isNumber(i + 2)));
        if (!dayFirst && !monthFirst) {
            return -1;
        }
        int end = dayFirst || text.isNumber(i + 1) ? i + 2 : i + 3;
        int year = text.is(end, ",") && monthFirst ? end + 1 : end;
        if (text.isNumber(year) && text.text(year).length() == 4) {
            end = YEARS.contains(text.folded(year + 1)) ? year + 2 : year + 1;
        }
        return end;
    }

    private int agencyAfterDay(int day) {
        int at = text.is(day, ".") || text.is(day, ",") ? day + 1 : day;
        int dash = text.endOfDash(at);
        if (dash > 0) {
            int end = endOfAgency(dash, true);
            boolean person = end > 0 && text.is(end, ",") && text.endOfName(end + 1, EntityType.PER) > 0;
            return end > 0 && (text.is(end, ".") || person) ? end : -1;
        }
        if (text.is(at, "/")) {
            int end = endOfAgency(at + 1, true);
            return text.is(end, "/") ? end : -1;
        }
        if (text.is(at, "(")) {
            return inParentheses(at, true);
        }
        int end = endOfAgency(at, true);
        return end > 0 && (text.is(end, ".") || text.endOfDash(end) > 0) ? end : -1;
    }

    /** «Москва. INTERFAX.RU - », "LONDON (Reuters) - " */
    private int agencyAfterPlace(int places) {
        if (text.is(places, "(")) {
            return inParentheses(places, false);
        }
        if (text.is(places, "/")) {
            int end = endOfAgency(places + 1, false);
            return text.is(end, "/") ? end : -1;
        }
        int end = text.is(places, ".") || text.is(places, ",") ? endOfAgency(places + 1, false) : -1;
        return end > 0 && text.endOfDash(end) > 0 ? end : -1;
    }

    private int inParentheses(int bracket, boolean dated) {
        int end = endOfAgency(bracket + 1, dated);
        boolean closed = end > 0 && text.is(end, ")");
        return closed && (text.is(end + 1, ":") || text.endOfDash(end + 1) > 0) ? end : -1;
    }

    /** One past the name of an agency; behind a day any body will do, elsewhere it must be a known one or an address. */
    private int endOfAgency(int from, boolean dated) {
        int at = from;
        while (CORRESPONDENTS.contains(text.folded(at))) {
            at = text.is(at + 1, ".") ? at + 2 : at + 1;
        }
        if (text.isAddress(at)) {
            return at + 1;
        }
        int end = at;
        boolean known = false;
        while (end < at + MOST_AGENCY_WORDS && isAgencyWord(end)) {
            known |= isListed(end) || AGENCY_WORDS.contains(text.folded(end)) || (dated && isBody(end));
            end++;
        }
        return known ? end : -1;
    }

    private boolean isBody(int i) {
        return text.isName(i, EntityType.ORG);
    }

    private boolean isAgencyWord(int i) {
        return (text.isWord(i) && (text.isCapitalized(i) || AGENCY_WORDS.contains(text.folded(i))))
                || text.isQuoteMark(i);
    }

    boolean isListed(int i) {
        return AGENCIES.contains(text.folded(i)) && text.isCapitalized(i);
    }

    /** «PARIS, Nov 2 — Name …», «Город, 7 ноября. Во вторник …», "NAIROBI — Two …" */
    private boolean standsAlone(int begin, int places, int day) {
        if (day < 0) {
            int dash = text.endOfDash(places);
            boolean capitals = places == begin + 1
                    ? text.isAllCapitals(begin)
                    : text.isAllCapitals(begin) && (text.isAllCapitals(begin + 1) || text.is(begin + 1, ","));
            int next = Math.max(dash, 0);
            boolean latin = text.text(begin).length() >= SHORTEST_PLACE
                    && text.text(begin).charAt(0) < 0x250;
            return capitals && latin && dash > 0 && text.isCapitalized(next) && !text.isAllCapitals(next);
        }
        int dash = text.endOfDash(text.is(day, ".") ? day + 1 : day);
        if (dash > 0) {
            return text.isCapitalized(dash) || text.isQuoteMark(dash);
        }
        return text.is(day, ".") && text.is(places, ",") && text.isWord(day + 2) && text.isCapitalized(day + 1);
    }
}
