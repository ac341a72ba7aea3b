/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Span;
import io.vestnik.text.lang.Chars;
import io.vestnik.text.quotes.MarkPairs.Pair;

/**
 * Pairs quotation marks: «», „“, “”, ‘’, straight ones, backticks and apostrophes, doubled or not, nested and mixed.
 *
 * <p>Marks without a direction open or close by the characters beside them. A mark without a partner in its paragraph
 * is paired with one in a following paragraph when nothing unpaired stands between them; Russian typesetting lets two
 * openings share one closing mark, so an opening that stays alone may close with the last span inside it. What is left
 * over is ignored. Time is linear in the length of the text.
 */
final class MarkScanner {
    /** How deep a closing mark looks for an opening of its own shape. */
    private static final int SEARCH_DEPTH = 6;

    /** How many paragraphs a quote may run over. */
    private static final int MAX_PARAGRAPHS = 8;

    /** What may follow a closing mark, besides blanks and dashes. */
    private static final String CLOSERS = ")]}>,.;:!?\u2026\u00BB\u201D\"";

    /** A mark that waits for its partner. {@code lastInner} is the pair inside it whose close it may share. */
    private static final class Mark {
        final int begin;
        final int end;
        final MarkShape shape;
        final boolean opens;
        final int paragraph;

        @Nullable Pair lastInner;

        Mark(int begin, int end, MarkShape shape, boolean opens, int paragraph) {
            this.begin = begin;
            this.end = end;
            this.shape = shape;
            this.opens = opens;
            this.paragraph = paragraph;
        }
    }

    private final int[] text;
    /** The text inside the marks of a table; null when it is in none. */
    private final @Nullable Span field;

    private final MarkPairs pairs = new MarkPairs();
    private final List<Mark> unpaired = new ArrayList<>();
    private final ArrayDeque<Mark> open = new ArrayDeque<>();
    private int paragraph;

    private MarkScanner(int[] text) {
        this.text = text;
        this.field = Wrapping.inside(text);
    }

    /**
     * Pairs the marks of a text.
     *
     * @param text code points
     * @return the marked spans by their beginnings; any two are nested or apart
     */
    static List<MarkedSpan> scan(int[] text) {
        return new MarkScanner(text).run();
    }

    private List<MarkedSpan> run() {
        for (int i = field == null ? 0 : field.begin(); i < (field == null ? text.length : field.end()); ) {
            if (text[i] == '\n' || text[i] == '\r') {
                endParagraph();
                i++;
                continue;
            }
            int length = markLength(i);
            if (length == 0) {
                i++;
                continue;
            }
            take(i, i + length);
            i += length;
        }
        endParagraph();
        pairAcrossParagraphs();
        return pairs.nested();
    }

    /** Length of the mark that begins here, 0 when none does. */
    private int markLength(int at) {
        int c = text[at];
        if (c == ' ' || Chars.isCyrillic(c)) {
            // Most characters of a text are no marks, and told so at once.
            return 0;
        }
        if ((c == '`' || c == '\'') && at + 1 < text.length && text[at + 1] == c) {
            return 2;
        }
        if (field != null && c == '"') {
            return 2;
        }
        MarkShape shape = MarkShape.of(c, 1);
        return shape == null || (shape == MarkShape.SINGLE && !standsApart(at)) ? 0 : 1;
    }

    /** An apostrophe inside a word, between blanks or with nothing to close is no mark. */
    private boolean standsApart(int at) {
        boolean freeBefore = at == 0 || opensAfter(text[at - 1]);
        boolean freeAfter = at + 1 == text.length || closesBefore(text[at + 1]);
        return freeBefore ? !freeAfter : freeAfter && partner(MarkShape.SINGLE) != null;
    }

    private void take(int begin, int end) {
        MarkShape shape = MarkShape.of(text[begin], end - begin);
        if (shape == null) {
            return;
        }
        if (opens(begin, end, shape)) {
            if (shape == MarkShape.SINGLE) {
                dropApostrophe();
            }
            open.push(new Mark(begin, end, shape, true, paragraph));
            return;
        }
        Mark partner = partner(shape);
        if (partner == null) {
            leave(new Mark(begin, end, shape, false, paragraph));
            return;
        }
        while (open.peek() != partner) {
            leave(open.pop());
        }
        open.pop();
        close(partner, begin, end);
    }

    /** Of single marks two are open at once, one in another; of more the last was an apostrophe. */
    private void dropApostrophe() {
        Mark last = open.poll();
        if (last == null) {
            return;
        }
        Mark before = open.peek();
        boolean two = last.shape == MarkShape.SINGLE && before != null && before.shape == MarkShape.SINGLE;
        if (!two) {
            open.push(last);
        }
    }

    /** A mark without a partner may have one elsewhere, but for an apostrophe: that one only ends with a pair inside it. */
    private void leave(Mark mark) {
        if (mark.shape != MarkShape.SINGLE) {
            unpaired.add(mark);
        } else if (mark.lastInner != null && precedesDash(mark.lastInner.close())) {
            share(mark);
        }
    }

    /** Tells an opening mark from a closing one by its shape, or by what stands beside it. */
    private boolean opens(int begin, int end, MarkShape shape) {
        int c = text[begin];
        if (c == 0xAB || c == 0x201E) {
            return true;
        }
        if (c == 0xBB) {
            return false;
        }
        boolean freeBefore = begin == 0 || opensAfter(text[begin - 1]);
        boolean freeAfter = end == text.length || closesBefore(text[end]);
        if (freeBefore != freeAfter) {
            return freeBefore;
        }
        if (freeBefore) {
            // Blank or punctuation on both sides: an opening one when nothing is open to be closed.
            return partner(shape) == null;
        }
        // Letters or the like on both sides: «дела."Следующий» opens unless it has something to close.
        return partner(shape) == null && !Character.isLetter(text[begin - 1]);
    }

    private static boolean opensAfter(int c) {
        return Chars.isSpace(c)
                || c == '('
                || c == '['
                || c == '{'
                || c == '<'
                || Chars.isDash(c)
                || c == '/'
                || c == 0xAB
                || c == 0x201E
                || c == '|';
    }

    private static boolean closesBefore(int c) {
        return Chars.isSpace(c) || Chars.isDash(c) || CLOSERS.indexOf(c) >= 0;
    }

    /** The opening mark that a closing one of this shape belongs to: the nearest of its own kind, else the last open. */
    private @Nullable Mark partner(MarkShape closing) {
        int depth = 0;
        Mark last = null;
        for (Mark mark : open) {
            if (depth++ == SEARCH_DEPTH) {
                break;
            }
            if (mark.shape == closing || (mark.shape == MarkShape.LOW && closing == MarkShape.HIGH)) {
                return mark;
            }
            if (last == null && mark.shape != MarkShape.SINGLE && closing != MarkShape.SINGLE) {
                last = mark;
            }
        }
        return last;
    }

    private void close(Mark mark, int begin, int end) {
        if (begin <= mark.end) {
            return;
        }
        Pair pair = new Pair(mark.begin, mark.end, begin, end);
        pairs.add(pair);
        Mark outer = open.peek();
        if (outer != null && (outer.lastInner == null || !precedesDash(outer.lastInner.close()))) {
            outer.lastInner = pair;
        }
    }

    /** True where a comma and a dash follow: the place at which an attribution begins. */
    private boolean precedesDash(int at) {
        int next = at;
        while (next < text.length && (text[next] == ',' || text[next] == '.' || Chars.isSpace(text[next]))) {
            next++;
        }
        return next < text.length && next > at && Chars.isDash(text[next]);
    }

    private void endParagraph() {
        while (!open.isEmpty()) {
            leave(open.removeLast());
        }
        paragraph++;
    }

    /** Pairs an unpaired opening with the next unpaired mark when that one closes; else lets it share its inner close. */
    private void pairAcrossParagraphs() {
        unpaired.sort(Comparator.comparingInt(mark -> mark.begin));
        Mark waiting = null;
        for (Mark mark : unpaired) {
            if (mark.opens) {
                // Every paragraph of a long quote may begin with an opening mark; the first one counts.
                if (waiting != null
                        && mark.paragraph - waiting.paragraph <= MAX_PARAGRAPHS
                        && waiting.shape == mark.shape
                        && startsParagraph(mark)) {
                    continue;
                }
                share(waiting);
                waiting = mark;
            } else if (waiting != null) {
                if (waiting.paragraph < mark.paragraph && mark.paragraph - waiting.paragraph <= MAX_PARAGRAPHS) {
                    pairs.add(new Pair(waiting.begin, waiting.end, mark.begin, mark.end));
                } else {
                    share(waiting);
                }
                waiting = null;
            }
        }
        share(waiting);
    }

    private boolean startsParagraph(Mark mark) {
        int at = mark.begin - 1;
        while (at >= 0 && text[at] != '\n' && text[at] != '\r' && Chars.isSpace(text[at])) {
            at--;
        }
        return at < 0 || text[at] == '\n' || text[at] == '\r';
    }

    private void share(@Nullable Mark mark) {
        if (mark != null && mark.lastInner != null) {
            pairs.add(new Pair(mark.begin, mark.end, mark.lastInner.end(), mark.lastInner.close()));
        }
    }
}
