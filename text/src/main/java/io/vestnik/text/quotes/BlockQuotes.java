/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.ArrayList;
import java.util.List;

import io.vestnik.text.QuoteKind;

/** Finds speech that is set off as a paragraph of its own after a colon, without quotation marks. */
final class BlockQuotes {
    /** A paragraph of fewer items is a heading or one of a list. */
    private static final int MIN_ITEMS = 5;

    private final Article article;
    private final AttributionFinder attributions;

    BlockQuotes(Article article, AttributionFinder attributions) {
        this.article = article;
        this.attributions = attributions;
    }

    /** The paragraphs set off, in the order of the text. */
    List<Found> find() {
        List<Found> all = new ArrayList<>();
        List<OuterSentence> sentences = article.sentences();
        for (int i = 0; i + 1 < sentences.size(); i++) {
            OuterSentence lead = sentences.get(i);
            Cue cue = leads(lead) ? attributions.lastDirect(lead) : null;
            if (cue == null || (cue.source() == null && cue.form() != Cue.Form.IMPERSONAL)) {
                continue;
            }
            int last = i + 1;
            while (!sentences.get(last).lastOfParagraph()) {
                last++;
            }
            if (own(i + 1, last)) {
                all.add(found(cue, sentences.get(i + 1), sentences.get(last)));
                i = last;
            }
        }
        return all;
    }

    private static boolean leads(OuterSentence sentence) {
        return sentence.lastOfParagraph() && sentence.item(sentence.size() - 1).colon();
    }

    /** Whether a paragraph is somebody's own words: a clause without marks, neither of a list nor a further report. */
    private boolean own(int first, int last) {
        List<OuterSentence> sentences = article.sentences();
        OuterSentence opening = sentences.get(first);
        Item begin = opening.item(0);
        OuterSentence closing = sentences.get(last);
        if (!begin.capitalized() || !closing.item(closing.size() - 1).terminal()) {
            return false;
        }
        boolean clause = false;
        int items = 0;
        for (int i = first; i <= last; i++) {
            OuterSentence sentence = sentences.get(i);
            clause |= InnerWords.of(sentence.items()).clause();
            items += sentence.size();
            if (attributions.reports(sentence)) {
                return false;
            }
        }
        return clause && items >= MIN_ITEMS;
    }

    private static Found found(Cue cue, OuterSentence first, OuterSentence last) {
        int end = last.size() - 1;
        if (last.item(end).is(".")) {
            end--;
        }
        Source source = cue.source();
        return new Found(
                first.begin(), last.item(end).end(), QuoteKind.DIRECT, List.of(), cue, source, source == null, "block");
    }
}
