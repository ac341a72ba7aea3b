/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.ArrayList;
import java.util.List;

import io.vestnik.text.Span;

/** A text by its code points, which is how every offset counts. */
final class CodePoints {
    private static final String EDGE = " \t\n\r\u00A0.,;:–—-«»\"“”„";

    private final int[] text;

    CodePoints(String text) {
        this.text = text.codePoints().toArray();
    }

    int length() {
        return text.length;
    }

    String slice(int begin, int end) {
        return new String(text, begin, end - begin);
    }

    /** The span without the punctuation, marks and spaces at its edges; what has nothing else becomes empty. */
    Span trim(int begin, int end) {
        int from = begin;
        int to = end;
        while (from < to && EDGE.indexOf(text[from]) >= 0) {
            from++;
        }
        while (to > from && EDGE.indexOf(text[to - 1]) >= 0) {
            to--;
        }
        return new Span(from, to);
    }

    /** The words in the order of the text; a hyphen or an apostrophe between two parts joins them. */
    List<Span> words() {
        List<Span> words = new ArrayList<>();
        int i = 0;
        while (i < text.length) {
            if (!isWordAt(i)) {
                i++;
                continue;
            }
            int begin = i;
            while (isWordAt(i) || (isWordAt(i + 1) && WordCharacters.isJoiner(text[i]))) {
                i++;
            }
            words.add(new Span(begin, i));
        }
        return words;
    }

    private boolean isWordAt(int index) {
        return index < text.length && WordCharacters.isWord(text[index]);
    }
}
