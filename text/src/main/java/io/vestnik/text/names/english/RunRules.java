/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names.english;

import java.util.Set;

import io.vestnik.text.EntityType;

import static io.vestnik.text.names.english.EnglishLexicon.COMMON;
import static io.vestnik.text.names.english.EnglishLexicon.DEMONYM;
import static io.vestnik.text.names.english.EnglishLexicon.GIVEN;
import static io.vestnik.text.names.english.EnglishLexicon.LOC_END;
import static io.vestnik.text.names.english.EnglishLexicon.LOC_START;
import static io.vestnik.text.names.english.EnglishLexicon.NOT_NAME;
import static io.vestnik.text.names.english.EnglishLexicon.ORG;
import static io.vestnik.text.names.english.EnglishLexicon.ORG_ACRONYM;
import static io.vestnik.text.names.english.EnglishLexicon.ORG_END;
import static io.vestnik.text.names.english.EnglishLexicon.PERSON_NOUN;
import static io.vestnik.text.names.english.EnglishLexicon.PLACE;
import static io.vestnik.text.names.english.EnglishLexicon.PROPER;
import static io.vestnik.text.names.english.EnglishLexicon.SURNAME;
import static io.vestnik.text.names.english.EnglishLexicon.THING_END;
import static io.vestnik.text.names.english.EnglishLexicon.TITLE;

/** Marks names that are runs of two capitals or more: what ends them, begins them and stands before them tells the kind. */
final class RunRules {
    /** Particles inside the names of persons. */
    private static final Set<String> PARTICLES = Set.of(
            "de", "da", "di", "del", "della", "do", "dos", "van", "von", "der", "den", "ter", "ten", "la", "le", "al",
            "bin", "ibn", "bint", "el", "ul", "du", "st", "y", "e", "zu", "af", "av");

    private static final Set<String> PLACE_PREPOSITIONS = Set.of(
            "in", "at", "near", "from", "to", "into", "around", "outside", "through", "across", "towards", "toward",
            "along");

    /** Words before offices that begin the names of bodies as well. */
    private static final Set<String> WIDE = Set.of(
            "national",
            "home",
            "foreign",
            "defence",
            "defense",
            "health",
            "education",
            "justice",
            "transport",
            "trade",
            "energy",
            "environment",
            "general",
            "union");

    private final NameCanvas canvas;

    RunRules(NameCanvas canvas) {
        this.canvas = canvas;
    }

    void mark() {
        int i = 0;
        while (i < canvas.size()) {
            if (!starts(i)) {
                i++;
                continue;
            }
            int end = end(i);
            run(i, end);
            i = end;
        }
    }

    private boolean starts(int i) {
        return canvas.isFree(i) && canvas.isCapital(i);
    }

    /** One past the last unit of the run of capitals, particles and ampersands between them included. */
    private int end(int first) {
        int i = first + 1;
        while (i < canvas.size() && canvas.follows(i) && !canvas.unit(i - 1).possessive()) {
            if (starts(i) && !canvas.unit(i).starts()) {
                i++;
            } else if ((PARTICLES.contains(canvas.key(i)) || canvas.key(i).equals("&"))
                    && canvas.isFree(i)
                    && canvas.follows(i + 1)
                    && !canvas.is(i - 1, TITLE)) {
                int next = i + 1;
                if (PARTICLES.contains(canvas.key(next)) && !canvas.isCapital(next) && canvas.follows(next + 1)) {
                    next++;
                }
                if (!starts(next)) {
                    break;
                }
                i = next + 1;
            } else {
                break;
            }
        }
        return i;
    }

    /** Cuts a run at titles and known single words, and judges each piece. */
    private void run(int first, int end) {
        if (end - first > 1 && killed(first, end)) {
            return;
        }
        int begin = first;
        while (begin < end) {
            int cut = cut(begin, end);
            piece(begin, cut);
            begin = cut;
            while (begin < end && isTitle(begin, end)) {
                begin++;
            }
        }
    }

    private boolean isTitle(int i, int end) {
        if (!canvas.is(i, TITLE)) {
            return false;
        }
        int last = WIDE.contains(canvas.key(i)) ? end - 1 : i + 1;
        return last <= i || last >= end || !canvas.is(last, ORG_END) || canvas.is(last, GIVEN | SURNAME);
    }

    private int cut(int begin, int end) {
        int i = begin;
        while (i < end && isTitle(i, end)) {
            i++;
        }
        if (i > begin) {
            return i;
        }
        i++;
        while (i < end
                && !(canvas.is(i, TITLE) && !canvas.is(i, GIVEN) && !(i + 1 == end && canvas.is(begin, GIVEN)))) {
            i++;
        }
        return i;
    }

    /** Whether the run ends as the name of an event, prize, law or work; it is barred then. */
    private boolean killed(int first, int end) {
        int last = end - 1;
        while (last > first && canvas.unit(last).key().matches("[ivx]+|\\d+")) {
            last--;
        }
        if (last == first || !canvas.is(last, THING_END) || (canvas.is(last, ORG_END) && !canvas.is(last, THING_END))) {
            return false;
        }
        if (last == first + 1 && canvas.is(first, GIVEN) && canvas.is(last, SURNAME)) {
            return false;
        }
        int begin = first;
        while (begin < last && isTitle(begin, end)) {
            begin++;
        }
        canvas.bar(begin, end);
        return true;
    }

    private void piece(int first, int end) {
        int begin = first;
        if (canvas.is(begin, TITLE) && isTitle(begin, end)) {
            return;
        }
        while (begin < end && dropsFirst(begin, end)) {
            begin++;
        }
        int stop = end;
        while (stop > begin && canvas.is(stop - 1, NOT_NAME) && !isInitial(stop - 1) && !isJunior(begin, stop - 1)) {
            stop--;
        }
        if (stop - begin >= 2 && (!allUpper(begin, stop) || isSigned(begin))) {
            judge(begin, stop);
        } else if (stop - begin == 1 && titled(begin)) {
            canvas.add(begin, stop, EntityType.PER, false);
        }
    }

    /** "By NAME SURNAME" at the beginning of a line or sentence. */
    private boolean isSigned(int i) {
        return i > 0 && canvas.key(i - 1).equals("by") && canvas.unit(i - 1).starts() && canvas.is(i, GIVEN);
    }

    private boolean isJunior(int first, int i) {
        return i - first > 1 && (canvas.key(i).equals("jr") || canvas.key(i).equals("sr"));
    }

    private boolean isInitial(int i) {
        String text = canvas.unit(i).text();
        return text.length() == 1 || (text.length() == 2 && text.charAt(1) == '.');
    }

    private boolean allUpper(int first, int end) {
        for (int i = first; i < end; i++) {
            if (!canvas.unit(i).upper()) {
                return false;
            }
        }
        return true;
    }

    /** A word that begins the run without belonging to the name: of a nation, or common at the start of a sentence. */
    private boolean dropsFirst(int i, int end) {
        EnglishText.Unit unit = canvas.unit(i);
        boolean orgAhead = canvas.is(end - 1, ORG_END);
        if (unit.is(DEMONYM)) {
            return !orgAhead || (end - i < 3 && canvas.is(end - 1, PERSON_NOUN));
        }
        if (unit.is(NOT_NAME)) {
            return !isInitial(i) || unit.text().equals("I") || unit.text().equals("A");
        }
        if (unit.starts() && unit.is(COMMON) && !unit.is(ORG)) {
            boolean person = unit.is(GIVEN) && end - i >= 2 && !canvas.is(i + 1, COMMON);
            return !person && !(orgAhead && end - i == 2 && !unit.is("the"));
        }
        return unit.is("the") || unit.is("a") || unit.is("an");
    }

    /** Whether a title or a noun for a person stands before the unit. */
    private boolean titled(int i) {
        if (!canvas.follows(i)
                || (canvas.unit(i).is(COMMON) && !canvas.unit(i).is(SURNAME | GIVEN) && !canvas.is(i - 1, TITLE))) {
            return false;
        }
        EnglishText.Unit before = canvas.unit(i - 1);
        if (before.possessive() || canvas.is(i, NOT_NAME | DEMONYM | ORG | ORG_ACRONYM)) {
            return false;
        }
        return before.capital() ? before.is(TITLE) && !before.is("former") : before.is(PERSON_NOUN);
    }

    private void judge(int first, int end) {
        EntityType type = kind(first, end);
        if (type != null) {
            canvas.add(first, end, type, false);
        }
    }

    private @org.jspecify.annotations.Nullable EntityType kind(int first, int end) {
        int last = end - 1;
        boolean given = canvas.is(first, GIVEN);
        boolean personal = given && end - first <= 3 && canvas.is(last, SURNAME | GIVEN);
        for (int i = first; i < end; i++) {
            if (canvas.key(i).equals("&")) {
                return EntityType.ORG;
            }
        }
        if ((titled(first) && !canvas.is(last, ORG_END)) || (personal && !inPlace(first, last))) {
            return EntityType.PER;
        }
        if (canvas.is(last, ORG_END)) {
            return EntityType.ORG;
        }
        if (canvas.is(last, LOC_END)) {
            return EntityType.LOC;
        }
        if (canvas.is(first, LOC_START) && (canvas.is(last, PLACE) || !canvas.is(last, COMMON))) {
            return EntityType.LOC;
        }
        if (given && !canvas.is(last, COMMON)) {
            return EntityType.PER;
        }
        if (isInitial(first) || (end - first == 3 && isInitial(first + 1))) {
            return EntityType.PER;
        }
        if (canvas.is(first, ORG | ORG_ACRONYM)) {
            canvas.add(first, first + 1, EntityType.ORG, false);
            return null;
        }
        int common = 0;
        int strange = 0;
        int upper = 0;
        for (int i = first; i < end; i++) {
            common += canvas.is(i, COMMON) && !canvas.is(i, SURNAME | GIVEN) && canvas.isCapital(i) ? 1 : 0;
            strange += canvas.is(i, COMMON | PLACE | PROPER) ? 0 : 1;
            upper += canvas.unit(i).upper() && canvas.unit(i).text().length() > 2 ? 1 : 0;
        }
        if (upper > 0) {
            return null;
        }
        if (common == 0 && end - first <= 4 && (canvas.is(last, SURNAME) || strange > 0)) {
            return EntityType.PER;
        }
        if (given && end - first == 2 && canvas.is(last, COMMON)) {
            return EntityType.PER;
        }
        return null;
    }

    private boolean inPlace(int first, int last) {
        return canvas.is(last, LOC_END) && first > 0 && PLACE_PREPOSITIONS.contains(canvas.key(first - 1));
    }
}
