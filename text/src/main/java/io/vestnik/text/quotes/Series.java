/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.vestnik.text.QuoteKind;

/** Words in marks side by side of which only the first are given to somebody: «…». «…»; «…». */
final class Series {
    /** Marks, full stops and blanks between two of a series. */
    private static final int GAP = 40;

    private Series() {}

    /** Words and who said them. */
    record Said(Found words, Speaker speaker) {}

    /** The same in the order of the text, those that go on with others given to who said these. */
    static List<Said> continued(Article article, List<Said> said) {
        List<Said> inOrder = new ArrayList<>(said);
        inOrder.sort(Comparator.comparingInt(one -> one.words().begin()));
        Said before = null;
        for (int i = 0; i < inOrder.size(); i++) {
            Said one = inOrder.get(i);
            if (before != null && continues(article, before.words(), one.words())) {
                one = new Said(one.words(), before.speaker());
                inOrder.set(i, one);
            }
            before = one.words().kind() == QuoteKind.INDIRECT ? before : one;
        }
        return inOrder;
    }

    /** Whether words that nobody is told to have said go on with those before. */
    private static boolean continues(Article article, Found before, Found words) {
        boolean open =
                words.kind() == QuoteKind.DIRECT && words.source() == null && words.cue() == null && !words.continues();
        if (!open || words.begin() <= before.end()) {
            return false;
        }
        int gap = 0;
        for (int i = before.end(); i < words.begin() && gap <= GAP; i++) {
            int c = article.text().codePointAt(i);
            if (c == '\n' || (Character.isLetterOrDigit(c) && !article.inMarks(i))) {
                return false;
            }
            gap += article.inMarks(i) ? 0 : 1;
        }
        return gap <= GAP;
    }
}
