/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.QuoteKind;

/** Finds speech that a dash opens instead of quotation marks: «– Да, – сказал X. – Нет». */
final class DialogueFinder {
    /** A line of dialogue goes on over at most this many sentences. */
    private static final int MAX_SENTENCES = 12;

    /** Words over several paragraphs, told of at their end, are not of more than so many. */
    private static final int MAX_PARAGRAPHS = 5;

    private final Article article;
    private final SplitFinder splits;
    private final Covered turns;

    DialogueFinder(Article article, SplitFinder splits, Covered turns) {
        this.article = article;
        this.splits = splits;
        this.turns = turns;
    }

    /** The lines of dialogue that have an attribution. */
    List<Found> find() {
        List<Found> all = new ArrayList<>();
        List<OuterSentence> sentences = article.sentences();
        int i = 0;
        while (i < sentences.size()) {
            OuterSentence sentence = sentences.get(i);
            if (!opens(sentence) || turns.holds(sentence.begin())) {
                i++;
                continue;
            }
            int next = i + 1;
            while (next < sentences.size()
                    && next - i < MAX_SENTENCES
                    && !sentences.get(next).firstOfParagraph()
                    && (!opens(sentences.get(next)) || goesOn(sentences.get(next - 1)))) {
                next++;
            }
            Found found = speech(i, next);
            if (found == null) {
                found = overParagraphs(i, next);
            }
            if (found != null) {
                all.add(found);
                i = sentenceAfter(found.end(), i);
            } else {
                i++;
            }
        }
        return all;
    }

    private int sentenceAfter(int offset, int from) {
        int i = from + 1;
        while (i < article.sentences().size() && article.sentences().get(i).begin() < offset) {
            i++;
        }
        return i;
    }

    private static boolean opens(OuterSentence sentence) {
        return sentence.size() > 3
                && sentence.item(0).dash()
                && (sentence.item(1).capitalized() || sentence.item(1).marked());
    }

    /** Whether the sentence ends with an attribution after which a dash leads back into the speech. */
    private static boolean goesOn(OuterSentence sentence) {
        for (int i = 2; i < sentence.size(); i++) {
            if (sentence.item(i).dash()
                    && (sentence.item(i - 1).comma() || sentence.item(i - 1).terminal())) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Found speech(int first, int after) {
        List<Item> items = new ArrayList<>();
        // Without lines nothing tells where the words end: the sentence after the attribution is the last.
        boolean oneLine = article.text().paragraphs().size() == 1;
        for (int i = first; i < after; i++) {
            List<Item> own = article.sentences().get(i).items();
            boolean ends = i > first && !own.get(0).dash() && attributed(items) && (oneLine || !resumed(items));
            if (ends) {
                break;
            }
            items.addAll(i == first ? own.subList(1, own.size()) : own);
        }
        OuterSentence whole = new OuterSentence(first, List.copyOf(items), true, true);
        return splits.find(whole, QuoteKind.DIRECT, false);
    }

    /** «– A. ¶ B, – сказал X»: paragraphs that no other mark opens, the attribution at the end of the last. */
    private @Nullable Found overParagraphs(int first, int after) {
        List<OuterSentence> sentences = article.sentences();
        int next = after;
        for (int paragraph = 1; paragraph < MAX_PARAGRAPHS && next < sentences.size(); paragraph++) {
            Item begin = sentences.get(next).item(0);
            if (!begin.word() || next - first >= MAX_SENTENCES) {
                return null;
            }
            do {
                next++;
            } while (next < sentences.size() && !sentences.get(next).firstOfParagraph());
            Found found = speech(first, next);
            if (found != null) {
                return found.parts().isEmpty() ? found : null;
            }
        }
        return null;
    }

    private boolean attributed(List<Item> items) {
        return splits.find(new OuterSentence(0, List.copyOf(items), true, true), QuoteKind.DIRECT, false) != null;
    }

    /** Whether the words were taken up again after the attribution. */
    private boolean resumed(List<Item> items) {
        Found found = splits.find(new OuterSentence(0, List.copyOf(items), true, true), QuoteKind.DIRECT, false);
        return found != null && !found.parts().isEmpty();
    }
}
