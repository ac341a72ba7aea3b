/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.vestnik.text.EntityType;
import io.vestnik.text.names.NamedTokens.Line;

/**
 * Finds the bylines that no label introduces: «Имя Фамилия, Lenta.ru» or a name alone on a line at the beginning or the
 * end of a text, «Город, Имя Фамилия» before the mark of copyright, and the agency that signs at the very end. A name
 * alone may be that of the person whom an interview, an obituary or a list of voices is about; then it is left alone.
 */
final class Signatures {
    /** An author without a label is named among this many lines from the beginning. */
    private static final int HEAD_LINES = 3;
    /** The text about a person tells so within this many tokens. */
    private static final int OPENING = 80;
    /** The running text has at least this many tokens, the paragraph before a signature this many. */
    private static final int SHORTEST_TEXT = 40;

    private static final int SHORTEST_PARAGRAPH = 10;
    private static final int LONGEST = 24;
    private static final int MOST_AUTHORS = 3;

    private static final Set<String> JOINTS = Set.of(",", "/", "|", "&", "и", "and", ";");
    private static final Set<String> ABOUT_PERSONS = NamedTokens.words("about-persons");

    /** What a stretch that is nothing but names has: full names of persons, places, outlets. */
    private record Names(int persons, int places, int outlets) {
        private static final Names NONE = new Names(0, 0, 0);
    }

    private final NamedTokens text;
    private final Datelines datelines;
    private final boolean titled;
    private final List<Line> lines;
    private final List<Byline> found = new ArrayList<>();

    /** Makes a finder; {@code titled} when the title stands outside of the text. */
    Signatures(NamedTokens text, Datelines datelines, boolean titled) {
        this.text = text;
        this.datelines = datelines;
        this.titled = titled;
        this.lines = text.lines();
    }

    /**
     * All bylines without a label.
     *
     * @param labelled those with one
     */
    List<Byline> find(List<Byline> labelled) {
        int last = lastOfText(labelled);
        if (last < 0) {
            return found;
        }
        Line end = lines.get(last);
        int stop = text.beforeCopyright(end);
        signedOff(end, stop);
        if (stop < end.end()) {
            beforeCopyright(end, stop);
        }
        int alone = -1;
        for (int k = 0; k <= last; k++) {
            Line line = lines.get(k);
            int lineEnd = line.end() > line.first() && text.is(line.end() - 1, ".") ? line.end() - 1 : line.end();
            Names names = names(line.first(), lineEnd);
            if (names.persons() == 0 || names.persons() > MOST_AUTHORS) {
                continue;
            }
            if (names.outlets() > 0) {
                if (k <= HEAD_LINES || k == last) {
                    found.add(new Byline(line.first(), lineEnd, false));
                }
                continue;
            }
            if (alone >= 0) {
                // Several: voices, winners, turns of a talk.
                return found;
            }
            alone = k;
        }
        if (alone >= 0 && (alone == last ? signs(alone) : opens(alone, last))) {
            found.add(new Byline(lines.get(alone).first(), lines.get(alone).end(), false));
        }
        return found;
    }

    /** The last line that is no copyright and no labelled byline; -1 when there is none. */
    private int lastOfText(List<Byline> labelled) {
        int last = lines.size() - 1;
        int credit = labelled.size() - 1;
        while (last >= 0) {
            Line line = lines.get(last);
            while (credit >= 0 && labelled.get(credit).first() >= line.end()) {
                credit--;
            }
            boolean byline = credit >= 0
                    && labelled.get(credit).first() >= line.first()
                    && labelled.get(credit).end() >= line.end()
                    && line.size() <= LONGEST;
            if (!byline && text.beforeCopyright(line) > line.first()) {
                return last;
            }
            last--;
        }
        return last;
    }

    /** «… сказал он. — AFP», "… of the country. The Associated Press" */
    private void signedOff(Line line, int stop) {
        int end = stop > line.first() && text.is(stop - 1, ".") ? stop - 1 : stop;
        int first = end;
        while (first > line.first() && end - first < LONGEST && isOutlet(first - 1, end)) {
            first--;
        }
        if (first == end) {
            return;
        }
        int before = first - 1;
        while (before > line.first() && text.endOfDash(before) > before) {
            before--;
        }
        boolean alone = before < line.first() && line.first() > 0;
        boolean closed = before > line.first() && text.isSentenceEnd(before);
        if (alone || closed) {
            found.add(new Byline(first, end, true));
        }
    }

    /** Whether a token belongs to the name of an agency that ends a text. */
    private boolean isOutlet(int i, int end) {
        if (datelines.isListed(i)) {
            return true;
        }
        NameSpan name = text.name(i);
        if (name == null || name.type() != EntityType.ORG || name.endToken() > end) {
            return false;
        }
        for (int k = name.firstToken(); k < name.endToken(); k++) {
            if (datelines.isListed(k) || text.is(k, "associated")) {
                return true;
            }
        }
        return false;
    }

    /** «… в среду. Город, Имя Фамилия © 2019 …» */
    private void beforeCopyright(Line line, int stop) {
        for (int i = Math.max(line.first(), stop - LONGEST); i < stop; i++) {
            boolean parted = i == line.first() || text.is(i - 1, ".");
            if (parted && isAuthor(names(i, stop))) {
                found.add(new Byline(i, stop, false));
                return;
            }
        }
    }

    private static boolean isAuthor(Names names) {
        return names.persons() > 0 && names.persons() <= MOST_AUTHORS && names.outlets() == 0;
    }

    /** Whether the last line signs the text before it; without a place or a copyright below it could sign a quotation. */
    private boolean signs(int k) {
        if (k == 0) {
            return false;
        }
        Line line = lines.get(k);
        Line before = lines.get(k - 1);
        int end = before.end() - 1;
        boolean paragraph = before.size() >= SHORTEST_PARAGRAPH && before.end() >= SHORTEST_TEXT;
        boolean placed = names(line.first(), line.end()).places() > 0 || text.is(line.end(), "©");
        boolean closed = placed ? text.isSentenceEnd(end) : text.is(end, ".") && !text.isQuoteMark(end - 1);
        return paragraph && closed && (placed || !isTalk());
    }

    /** Whether a name alone near the beginning is the author's. */
    private boolean opens(int k, int last) {
        Line line = lines.get(k);
        if (k >= HEAD_LINES
                || (k == 0 && !titled)
                || names(line.first(), line.end()).places() > 0) {
            return false;
        }
        int from = line.end();
        return lines.get(last).end() - from >= SHORTEST_TEXT && !isTalk() && !isAboutPerson(from);
    }

    /** Whether the text after the name speaks of somebody not named, or of a death, a birth or a year in parentheses. */
    private boolean isAboutPerson(int from) {
        for (int i = from; i < from + OPENING; i++) {
            if (ABOUT_PERSONS.contains(text.folded(i)) || (text.is(i, "(") && text.isNumber(i + 1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether lines are questions or begin with dashes or quotation marks: an interview, or voices one after another. */
    private boolean isTalk() {
        int turns = 0;
        for (Line line : lines) {
            boolean turn = text.endOfDash(line.first()) > 0
                    || text.is(line.end() - 1, "?")
                    || text.isQuoteMark(line.first())
                    || (text.isName(line.first(), EntityType.PER) && isColonNear(line));
            turns += turn ? 1 : 0;
        }
        return turns > 1;
    }

    private boolean isColonNear(Line line) {
        for (int i = line.first() + 1; i < Math.min(line.end(), line.first() + 6); i++) {
            if (text.is(i, ":")) {
                return true;
            }
        }
        return false;
    }

    /** What a stretch names when it is nothing but names and joints; nothing at all when it is more. */
    private Names names(int first, int end) {
        if (end - first > LONGEST || end <= first) {
            return Names.NONE;
        }
        int persons = 0;
        int places = 0;
        int outlets = 0;
        int at = first;
        while (at < end) {
            NameSpan name = text.name(at);
            int next = at + 1;
            if (name != null && name.firstToken() == at && name.endToken() <= end) {
                next = name.endToken();
            }
            if (text.isAddress(at) || isOutlet(at, end)) {
                outlets++;
            } else if (name != null && name.type() == EntityType.PER && next - at > 1) {
                persons++;
            } else if (name != null && name.type() == EntityType.LOC) {
                places++;
            } else {
                return Names.NONE;
            }
            at = next;
            boolean joined = at < end && JOINTS.contains(text.folded(at));
            if (at < end && !joined) {
                return Names.NONE;
            }
            at = joined ? at + 1 : at;
        }
        return new Names(persons, places, outlets);
    }
}
