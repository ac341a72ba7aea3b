/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

/** Tells where words of a stripped text stood in the text as it came, in code points. Asked in ascending order. */
final class Origins {
    private final Stripped stripped;
    private final String source;
    private final boolean plain;
    private final int parts;
    private int part;
    private int nextPart;
    private int shift;
    private int lastEnd;
    private int chars;
    private int codePoints;

    Origins(ArticleWords article) {
        this.stripped = article.stripped();
        this.source = article.source();
        this.plain = source.codePointCount(0, source.length()) == source.length();
        this.parts = stripped.parts();
        read();
    }

    /** Goes on to the word that begins at a char; tells whether lines with words were left out before it. */
    boolean seek(int at) {
        if (at < nextPart) {
            return false;
        }
        int end = lastEnd + shift;
        while (at >= nextPart) {
            part++;
            read();
        }
        return hasWord(end, at + shift);
    }

    /** The code point at which a char of the word stood; also the one past its last char. */
    int codePoint(int at) {
        lastEnd = at;
        int origin = at + shift;
        if (plain) {
            return origin;
        }
        codePoints += source.codePointCount(chars, origin);
        chars = origin;
        return codePoints;
    }

    private void read() {
        shift = part < parts ? stripped.shift(part) : 0;
        nextPart = part + 1 < parts ? stripped.begin(part + 1) : Integer.MAX_VALUE;
    }

    private boolean hasWord(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isLetterOrDigit(source.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
