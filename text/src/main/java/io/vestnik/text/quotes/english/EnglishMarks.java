/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes.english;

import java.util.ArrayList;
import java.util.List;

import io.vestnik.text.lang.Chars;
import io.vestnik.text.lang.SourceText;

/**
 * Pairs English quotation marks: “”, straight, doubled backticks, guillemets, and single ones where no double one is
 * open. The shape of a mark is believed less than what stands beside it, since papers mix and mirror them. Where a quote
 * runs over paragraphs, each begins with an opening mark and only the last one is closed; the mark counts as a
 * reopening also where the line breaks were lost. A quote inside a quote belongs to it. Time is linear.
 */
final class EnglishMarks {
    /** A quote is not longer than this, so that a lost closing mark does not swallow the article. */
    private static final int MAX_LENGTH = 6000;

    /** A quote in single marks is not longer than this. */
    private static final int MAX_SINGLE = 2000;

    private static final int NONE = Integer.MAX_VALUE;

    private final SourceText text;
    private final int length;
    private final List<MarkedWords> found = new ArrayList<>();
    /** The next single mark that closes after punctuation, and after anything, at or after an offset. */
    private final int[] strongClose;

    private final int[] weakClose;
    private final int[] singleOpen;

    private EnglishMarks(SourceText text) {
        this.text = text;
        this.length = text.length();
        this.strongClose = new int[length + 1];
        this.weakClose = new int[length + 1];
        this.singleOpen = new int[length + 1];
    }

    /** The marked words of a text, by their beginnings; they do not overlap. */
    static List<MarkedWords> scan(SourceText text) {
        EnglishMarks marks = new EnglishMarks(text);
        marks.lookAhead();
        marks.run();
        return List.copyOf(marks.found);
    }

    private int at(int i) {
        return i < 0 || i >= length ? '\n' : text.codePointAt(i);
    }

    private void lookAhead() {
        strongClose[length] = NONE;
        weakClose[length] = NONE;
        singleOpen[length] = NONE;
        for (int i = length - 1; i >= 0; i--) {
            int c = at(i);
            strongClose[i] = strongClose[i + 1];
            weakClose[i] = weakClose[i + 1];
            singleOpen[i] = singleOpen[i + 1];
            if (Chars.isLineBreak(c)) {
                strongClose[i] = NONE;
                weakClose[i] = NONE;
                singleOpen[i] = NONE;
            } else if (isSingle(c) && !isWord(at(i + 1)) && !Chars.isSpace(at(i - 1)) && c != 0x2018) {
                weakClose[i] = i;
                if (isPoint(at(i - 1))) {
                    strongClose[i] = i;
                }
            } else if (opensSingle(i)) {
                singleOpen[i] = i;
            }
        }
    }

    private void run() {
        int open = -1;
        int openEnd = -1;
        int depth = 0;
        int i = 0;
        while (i < length) {
            int c = at(i);
            int mark = markLength(i, c);
            if (mark == 0) {
                if (open >= 0 && (i - open > MAX_LENGTH || Chars.isLineBreak(c) && !reopens(i))) {
                    if (i - open <= MAX_LENGTH && depth == 0 && isTerminal(at(lastInk(i)))) {
                        found.add(new MarkedWords(open, openEnd, lastInk(i) + 1, lastInk(i) + 1, false));
                        i++;
                    } else {
                        i = i - open > MAX_LENGTH ? i : i + 1;
                    }
                    open = -1;
                    depth = 0;
                    continue;
                }
                i = open < 0 && opensSingle(i) ? single(i) : i + 1;
                continue;
            }
            boolean opens = opens(i, mark, c, open >= 0);
            if (open < 0) {
                if (opens) {
                    open = i;
                    openEnd = i + mark;
                    depth = 0;
                }
            } else if (opens) {
                if (!isContinuation(i)) {
                    depth++;
                }
            } else if (depth > 0) {
                depth--;
            } else {
                if (i > openEnd) {
                    found.add(new MarkedWords(open, openEnd, i, i + mark, false));
                }
                open = -1;
            }
            i += mark;
        }
        if (open >= 0 && depth == 0 && length - open <= MAX_LENGTH && isTerminal(at(lastInk(length)))) {
            found.add(new MarkedWords(open, openEnd, lastInk(length) + 1, lastInk(length) + 1, false));
        }
    }

    /** Offset of the last code point before the offset that is no white space. */
    private int lastInk(int before) {
        int i = before - 1;
        while (i >= 0 && Chars.isSpace(at(i))) {
            i--;
        }
        return i;
    }

    private int markLength(int i, int c) {
        if (c == '"'
                || c == 0x201C
                || c == 0x201D
                || c == 0x201E
                || c == 0x201F
                || c == 0x2033
                || c == 0xAB
                || c == 0xBB
                || c == 0xFF02) {
            return 1;
        }
        boolean doubled = (c == '`' || c == '\'' || c == 0x2018 || c == 0x2019) && at(i + 1) == c && at(i + 2) != c;
        return doubled ? 2 : 0;
    }

    private boolean opens(int i, int mark, int c, boolean open) {
        int before = at(i - 1);
        int after = at(i + mark);
        boolean freeBefore = Chars.isSpace(before)
                || before == '('
                || before == '['
                || before == '\n'
                || before == '/'
                || before == ':'
                || Chars.isDash(before) && !isWord(at(i - 2))
                || isSingle(before) && Chars.isSpace(at(i - 2));
        boolean freeAfter = !isWord(after)
                && after != '$'
                && after != 0xA3
                && after != '#'
                && after != '@'
                && after != '['
                && after != '('
                && after != 0x2018
                && after != 0x20AC
                && after != 0x2026
                && !(after == '\'' && isWord(at(i + mark + 1)))
                && !(after == '.' && at(i + mark + 1) == '.' && freeBefore);
        if (freeBefore != freeAfter) {
            return freeBefore;
        }
        if (c == 0x201C || c == 0x201E || c == 0xAB) {
            return true;
        }
        if (c == 0x201D || c == 0xBB) {
            return false;
        }
        if (open) {
            return false;
        }
        return freeBefore || !isWord(before);
    }

    /** Whether an opening mark inside a quote begins the next of its paragraphs. */
    private boolean isContinuation(int i) {
        int ink = lastInk(i);
        for (int at = ink + 1; at < i; at++) {
            if (Chars.isLineBreak(at(at))) {
                return true;
            }
        }
        int c = at(ink);
        return isTerminal(c) || isSingle(c) && isTerminal(at(ink - 1));
    }

    /** Whether the paragraph after the line break goes on with the open quote. */
    private boolean reopens(int lineBreak) {
        int i = lineBreak;
        while (i < length && i - lineBreak < 40 && Chars.isSpace(at(i))) {
            i++;
        }
        int c = at(i);
        int mark = i < length ? markLength(i, c) : 0;
        return mark > 0
                && (isWord(at(i + mark)) || isSingle(at(i + mark)) || at(i + mark) == '[' || at(i + mark) == 0x2026);
    }

    private boolean opensSingle(int i) {
        int c = at(i);
        if (c != 0x2018 && c != '\'' && c != '`' && c != 0x2019) {
            return false;
        }
        int before = at(i - 1);
        int after = at(i + 1);
        boolean free = Chars.isSpace(before) || before == '(' || before == '[' || before == ':';
        return free && (Character.isUpperCase(after) || c != 0x2019 && isWord(after) && !Character.isDigit(after));
    }

    /** Pairs single marks; returns the offset at which the scan goes on. */
    private int single(int open) {
        int limit = open + MAX_SINGLE;
        int strong = strongClose[open + 1];
        int weak = weakClose[open + 1];
        int next = singleOpen[open + 1];
        if (weak == NONE || weak > limit) {
            return open + 1;
        }
        int close = weak;
        boolean plural = at(weak - 1) == 's' || at(weak - 1) == 'S';
        if (strong <= limit && strong < next && strong != weak && (plural || hasPointBetween(open, weak, strong))) {
            close = strong;
        }
        if (at(open) == '\'' && close > next && next < limit) {
            return open + 1;
        }
        found.add(new MarkedWords(open, open + 1, close, close + 1, true));
        return close + 1;
    }

    private boolean hasPointBetween(int open, int weak, int strong) {
        return weak - open > 400 && strong - weak < 200;
    }

    private static boolean isSingle(int c) {
        return c == 0x2018 || c == 0x2019 || c == '\'' || c == '`';
    }

    private static boolean isPoint(int c) {
        return c == ',' || isTerminal(c);
    }

    private static boolean isTerminal(int c) {
        return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x201D || c == ')';
    }

    private static boolean isWord(int c) {
        return Character.isLetterOrDigit(c);
    }
}
