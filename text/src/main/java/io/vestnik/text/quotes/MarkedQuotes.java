/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.List;

import io.vestnik.text.QuoteKind;

/** Makes quotes of words in marks. */
final class MarkedQuotes {
    private final Article article;

    MarkedQuotes(Article article) {
        this.article = article;
    }

    /** Words that a cue speaks for. */
    Found by(Item item, QuoteKind kind, Cue cue, String rule) {
        MarkedSpan mark = mark(item);
        Found one = Found.of(mark.begin(), article.endOfWords(mark), kind, cue, rule);
        boolean anonymous = cue.source() == null && cue.form() == Cue.Form.IMPERSONAL && !rule.equals("embedded");
        return anonymous ? new Found(one.begin(), one.end(), kind, List.of(), cue, null, true, rule) : one;
    }

    /** Words beside which only the speaker stands. */
    Found by(Item item, QuoteKind kind, Source source, String rule) {
        MarkedSpan mark = mark(item);
        return new Found(mark.begin(), article.endOfWords(mark), kind, List.of(), null, source, false, rule);
    }

    /** Words of whoever said others. */
    Found after(Item item, QuoteKind kind, Found other, String rule) {
        MarkedSpan mark = mark(item);
        boolean open = other.source() == null && other.continues();
        int end = article.endOfWords(mark);
        return new Found(mark.begin(), end, kind, List.of(), null, other.source(), open, rule);
    }

    /** Words of nobody that is told. */
    Found alone(Item item, QuoteKind kind, String rule) {
        MarkedSpan mark = mark(item);
        return new Found(mark.begin(), article.endOfWords(mark), kind, List.of(), null, null, false, rule);
    }

    static MarkedSpan mark(Item item) {
        MarkedSpan mark = item.mark();
        if (mark == null) {
            throw new IllegalArgumentException("not in quotation marks: " + item);
        }
        return mark;
    }
}
