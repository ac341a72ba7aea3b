/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.text;

import java.util.ArrayList;
import java.util.List;

import io.vestnik.schemas.avro.Span;

/**
 * A stretch of a line of the text, without white space at its ends. Positions are UTF-16 units into the text; they
 * become code points only where they leave this package, in {@link #span}.
 *
 * @param text the whole text
 * @param begin first unit
 * @param end one past the last unit; greater than begin
 */
record Line(String text, int begin, int end) {

    /** The first lines that are not blank, at most the given number. */
    static List<Line> first(String text, int limit) {
        List<Line> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length() && lines.size() < limit) {
            int to = from;
            while (to < text.length() && !isBreak(text.charAt(to))) {
                to++;
            }
            add(lines, text, from, to);
            from = to + 1;
        }
        return lines;
    }

    /** The last lines that are not blank, the last one first, at most the given number. */
    static List<Line> last(String text, int limit) {
        List<Line> lines = new ArrayList<>();
        int to = text.length();
        while (to > 0 && lines.size() < limit) {
            int from = to;
            while (from > 0 && !isBreak(text.charAt(from - 1))) {
                from--;
            }
            add(lines, text, from, to);
            to = from - 1;
        }
        return lines;
    }

    /** Whether a character is no more than space: white space, no-break space, byte order mark. */
    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }

    /** What stands in the line. */
    String content() {
        return text.substring(begin, end);
    }

    /** The rest of the line from a position on, without white space; empty (begin = end) when there is nothing. */
    Line from(int position) {
        int at = position;
        while (at < end && isSpace(text.charAt(at))) {
            at++;
        }
        return new Line(text, at, end);
    }

    boolean isEmpty() {
        return begin >= end;
    }

    /** Code points of a stretch. */
    static Span span(String text, int begin, int end) {
        int first = text.codePointCount(0, begin);
        return new Span(first, first + text.codePointCount(begin, end));
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    private static void add(List<Line> lines, String text, int from, int to) {
        int begin = from;
        int end = to;
        while (begin < end && isSpace(text.charAt(begin))) {
            begin++;
        }
        while (end > begin && isSpace(text.charAt(end - 1))) {
            end--;
        }
        if (begin < end) {
            lines.add(new Line(text, begin, end));
        }
    }
}
