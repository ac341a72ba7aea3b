/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.vestnik.text.Span;

/**
 * A text read once: its code points, tokens, sentences and lines. Every offset is a count of code points; a broken
 * surrogate counts as one. Immutable.
 */
public final class SourceText {
    private final String string;
    private final int[] codePoints;
    /** Index of the first char of each code point; empty when there is one char to every code point. */
    private final int[] charStarts;

    private final List<Token> tokens;
    private final List<Span> paragraphs;
    private final List<Span> sentences;

    private SourceText(String string) {
        this.string = string;
        this.codePoints = codePoints(string);
        this.charStarts = charStarts(string, codePoints);
        this.tokens = Tokenizer.tokenize(codePoints);
        this.paragraphs = lines(codePoints);
        this.sentences = SentenceSplitter.split(codePoints, tokens);
    }

    /** As {@link String#codePoints}, which reads a char at a time through a stream. */
    private static int[] codePoints(String string) {
        int[] codePoints = new int[string.length()];
        int count = 0;
        for (int i = 0; i < codePoints.length; i++) {
            char c = string.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < codePoints.length
                    && Character.isLowSurrogate(string.charAt(i + 1))) {
                codePoints[count++] = Character.toCodePoint(c, string.charAt(++i));
            } else {
                codePoints[count++] = c;
            }
        }
        return count == codePoints.length ? codePoints : Arrays.copyOf(codePoints, count);
    }

    /** Reads a text, well-formed or not, in time linear in its length. */
    public static SourceText of(String string) {
        return new SourceText(string);
    }

    /** The text as it came. */
    public String string() {
        return string;
    }

    /** Length in code points. */
    public int length() {
        return codePoints.length;
    }

    /** The code point at an offset. */
    public int codePointAt(int offset) {
        return codePoints[offset];
    }

    /** The tokens in the order of the text; they do not overlap. */
    public List<Token> tokens() {
        return tokens;
    }

    /** The sentences in the order of the text, white space around them left out. */
    public List<Span> sentences() {
        return sentences;
    }

    /** The lines that have more than white space, the white space around them left out. */
    public List<Span> paragraphs() {
        return paragraphs;
    }

    /** The text between two offsets. */
    public String slice(int begin, int end) {
        return string.substring(charOf(begin), charOf(end));
    }

    /** The text of a span. */
    public String slice(Span span) {
        return slice(span.begin(), span.end());
    }

    /** The index of the char at which a code point begins. */
    public int charOf(int offset) {
        return charStarts.length == 0 ? offset : charStarts[offset];
    }

    /** Index of the first token that begins at the offset or later; the number of tokens when there is none. */
    public int tokenAt(int offset) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).begin() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Index of the sentence that holds the offset, or that follows it; the number of sentences when there is none. */
    public int sentenceAt(int offset) {
        int low = 0;
        int high = sentences.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sentences.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int[] charStarts(String string, int[] codePoints) {
        if (codePoints.length == string.length()) {
            return new int[0];
        }
        int[] starts = new int[codePoints.length + 1];
        int at = 0;
        for (int i = 0; i < codePoints.length; i++) {
            starts[i] = at;
            at += Character.charCount(codePoints[i]);
        }
        starts[codePoints.length] = at;
        return starts;
    }

    private static List<Span> lines(int[] codePoints) {
        List<Span> lines = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i <= codePoints.length; i++) {
            if (i == codePoints.length || Chars.isLineBreak(codePoints[i])) {
                int from = begin;
                int to = i;
                while (from < to && Chars.isSpace(codePoints[from])) {
                    from++;
                }
                while (to > from && Chars.isSpace(codePoints[to - 1])) {
                    to--;
                }
                if (from < to) {
                    lines.add(new Span(from, to));
                }
                begin = i + 1;
            }
        }
        return List.copyOf(lines);
    }
}
