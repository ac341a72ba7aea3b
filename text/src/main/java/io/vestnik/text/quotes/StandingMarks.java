/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.QuoteKind;

/** Tells whether words in marks that fill a sentence are speech, by the sentences beside it. */
final class StandingMarks {
    /** Words that stand alone are speech only from this many on. */
    private static final int ALONE = 4;

    private final Article article;
    private final AttributionFinder attributions;
    private final MarkedQuotes made;

    StandingMarks(Article article, AttributionFinder attributions, MarkedQuotes made) {
        this.article = article;
        this.attributions = attributions;
        this.made = made;
    }

    /** Whether nothing but marks and punctuation stands in the sentence. */
    static boolean alone(OuterSentence sentence, int at) {
        for (int i = 0; i < sentence.size(); i++) {
            Item item = sentence.item(i);
            if (i != at && !item.terminal() && !item.dash() && !item.marked() && !item.comma()) {
                return false;
            }
        }
        return true;
    }

    /** The words as a quote, given those that were found before; null when they are none. */
    @Nullable Found find(OuterSentence sentence, Item item, InnerWords words, Map<MarkedSpan, Found> found) {
        OuterSentence before = sentence.index() > 0 ? article.sentences().get(sentence.index() - 1) : null;
        Found last = before == null ? null : lastOf(before, found);
        if (before != null
                && last != null
                && last.kind() == QuoteKind.DIRECT
                && closes(before, last)
                && !sentence.firstOfParagraph()) {
            // One message after the other, each in marks of its own.
            return made.after(item, QuoteKind.DIRECT, last, "continues");
        }
        if (!words.clause() || !words.upper()) {
            return null;
        }
        boolean goesOn = last != null && last.kind() == QuoteKind.DIRECT && !sentence.firstOfParagraph();
        if (words.words() < ALONE && !goesOn) {
            return null;
        }
        OuterSentence next = sentence.index() + 1 < article.sentences().size()
                ? article.sentences().get(sentence.index() + 1)
                : null;
        Source source = next == null ? null : attributions.ownLine(next);
        if (source != null && sentence.lastOfParagraph()) {
            return made.by(item, QuoteKind.DIRECT, source, "own-line");
        }
        if (last != null && last.kind() == QuoteKind.DIRECT) {
            return made.after(item, QuoteKind.DIRECT, last, "continues");
        }
        Cue back = next == null ? null : attributions.pointingBack(next);
        if (back != null) {
            return made.by(item, QuoteKind.DIRECT, back, "points-back");
        }
        Cue cue = before == null ? null : attributions.lastDirect(before);
        return cue != null && cue.source() != null ? made.by(item, QuoteKind.DIRECT, cue, "sentence-before") : null;
    }

    /** Whether the words end their sentence. */
    private static boolean closes(OuterSentence sentence, Found last) {
        int at = sentence.size() - 1;
        while (at > 0 && sentence.item(at).terminal()) {
            at--;
        }
        MarkedSpan mark = sentence.item(at).mark();
        return mark != null && mark.begin() == last.begin();
    }

    private static @Nullable Found lastOf(OuterSentence sentence, Map<MarkedSpan, Found> found) {
        Found last = null;
        for (Item item : sentence.items()) {
            Found one = item.mark() == null ? null : found.get(item.mark());
            last = one == null ? last : one;
        }
        return last;
    }
}
