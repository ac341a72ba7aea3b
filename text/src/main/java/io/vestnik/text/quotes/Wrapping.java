/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Span;
import io.vestnik.text.lang.Chars;

/**
 * Recognizes a text that is a quoted field of a table: it stands in straight marks as a whole, and each mark inside is
 * doubled. Feeds that passed through such a table leave its marks behind; they are nobody's speech.
 */
final class Wrapping {
    /** A text without any mark inside counts as a field from this length on. */
    private static final int LONG = 400;

    private Wrapping() {}

    /** The text inside the marks of the field; null when it is none. */
    static @Nullable Span inside(int[] text) {
        int begin = 0;
        int end = text.length;
        while (begin < end && Chars.isSpace(text[begin])) {
            begin++;
        }
        while (end > begin && Chars.isSpace(text[end - 1])) {
            end--;
        }
        if (end - begin < 3 || text[begin] != '"' || text[end - 1] != '"') {
            return null;
        }
        boolean doubled = false;
        for (int i = begin + 1; i < end - 1; i++) {
            if (text[i] == '"') {
                i++;
                if (i == end - 1 || text[i] != '"') {
                    return null;
                }
                doubled = true;
            }
        }
        return doubled || end - begin >= LONG ? new Span(begin + 1, end - 1) : null;
    }
}
