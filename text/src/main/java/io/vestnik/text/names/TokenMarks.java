/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.List;

import io.vestnik.text.Span;
import io.vestnik.text.lang.Chars;
import io.vestnik.text.lang.SourceText;
import io.vestnik.text.lang.Token;

/**
 * How each token of a text is written and how it stands behind the one before it, as bits: those of {@link Writing} and
 * those below. The parts that read names ask for these again and again, so each is told once.
 */
final class TokenMarks {
    /** Only spaces stand between the token and the one before it. */
    static final int FOLLOWS = 1 << Writing.BITS;
    /** The token follows the one before it after white space, as the next word of a phrase. */
    static final int NEXT_WORD = 1 << (Writing.BITS + 1);
    /** The word opens a sentence, marks of quotation, or what comes behind a colon. */
    static final int STARTS = 1 << (Writing.BITS + 2);
    /** The token stands in a sentence of capitals only, where capitals tell nothing. */
    static final int SHOUTS = 1 << (Writing.BITS + 3);

    /** More characters than these between two tokens part them. */
    private static final int WIDEST_GAP = 3;

    private final SourceText text;
    private final List<Token> tokens;
    private final int[] marks;

    private TokenMarks(SourceText text, WordTraits[] words) {
        this.text = text;
        this.tokens = text.tokens();
        this.marks = new int[words.length];
        for (int i = 0; i < marks.length; i++) {
            marks[i] = words[i].writing();
        }
    }

    /** The marks of all tokens, in time linear in the length of the text. */
    static int[] of(SourceText text, WordTraits[] words) {
        TokenMarks tokens = new TokenMarks(text, words);
        tokens.markGaps();
        tokens.markSentences();
        return tokens.marks;
    }

    private void markGaps() {
        int end = 0;
        for (int i = 0; i < marks.length; i++) {
            Token token = tokens.get(i);
            int begin = token.begin();
            if (i > 0 && follows(end, begin)) {
                marks[i] |= end < begin ? FOLLOWS | NEXT_WORD : FOLLOWS;
            }
            end = token.end();
        }
    }

    private boolean follows(int from, int to) {
        for (int at = from; at < to; at++) {
            if (at == from + WIDEST_GAP || Chars.isLineBreak(text.codePointAt(at))) {
                return false;
            }
        }
        return true;
    }

    private void markSentences() {
        for (Span sentence : text.sentences()) {
            int first = text.tokenAt(sentence.begin());
            int end = text.tokenAt(sentence.end());
            markStarts(first, end);
            markShouting(first, end);
        }
    }

    private void markStarts(int first, int end) {
        boolean opens = true;
        for (int i = first; i < end; i++) {
            boolean starts = opens || (i > first && (marks[i - 1] & Writing.BEFORE_START) != 0);
            if (starts && (marks[i] & Writing.WORD) != 0) {
                marks[i] |= STARTS;
                opens = false;
            }
        }
    }

    private void markShouting(int first, int end) {
        int capitals = 0;
        int words = 0;
        for (int i = first; i < end; i++) {
            if ((marks[i] & Writing.LONG) != 0) {
                words++;
                capitals += (marks[i] & Writing.ALL_CAPITALS) != 0 ? 1 : 0;
            }
        }
        if (words >= 3 && capitals * 10 >= words * 7) {
            for (int i = first; i < end; i++) {
                marks[i] |= SHOUTS;
            }
        }
    }
}
