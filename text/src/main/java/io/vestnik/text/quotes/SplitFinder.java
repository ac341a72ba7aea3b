/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.QuoteKind;
import io.vestnik.text.Span;

/** Finds an attribution that interrupts the words: «A, – сказал X. – B», «A, – сказал X, – B». */
final class SplitFinder {
    private final CueFinder cues;

    SplitFinder(CueFinder cues) {
        this.cues = cues;
    }

    /**
     * Looks for an attribution inside spoken words.
     *
     * @param whole the words with everything between them
     * @param kind kind of the quote if there is one
     * @param marked true within quotation marks, where the words may go on without a dash
     * @return the quote with its parts, or cut before an attribution that ends the words; null when nothing interrupts
     */
    @Nullable Found find(OuterSentence whole, QuoteKind kind, boolean marked) {
        List<Item> items = whole.items();
        List<Span> parts = new ArrayList<>();
        Cue first = null;
        int begin = 0;
        int i = 1;
        while (i < items.size()) {
            Cue cue = items.get(i).dash() && separates(items.get(i - 1)) ? attribution(whole, i) : null;
            if (cue == null) {
                i++;
                continue;
            }
            if (first != null && !marked && another(first, cue)) {
                return found(parts, first, kind);
            }
            first = first == null ? cue : first;
            parts.add(part(items, begin, i - 1));
            int resume = resume(items, cue, marked);
            if (resume < 0) {
                return found(parts, first, kind);
            }
            begin = resume;
            i = resume + 1;
        }
        if (first == null) {
            return null;
        }
        parts.add(part(items, begin, items.size() - 1));
        return found(parts, first, kind);
    }

    /** In dialogue another subject is another speaker, whose words the last part was. */
    private static boolean another(Cue first, Cue second) {
        Source one = first.source();
        Source other = second.source();
        return one != null
                && other != null
                && other.form() != Source.Form.PRONOUN
                && !one.headItem().folded().equals(other.headItem().folded());
    }

    private static boolean separates(Item item) {
        return item.comma() || item.terminal() || item.marked();
    }

    private @Nullable Cue attribution(OuterSentence whole, int dash) {
        if (dash + 1 >= whole.size() || !whole.item(dash + 1).word()) {
            return null;
        }
        Cue cue = cues.verbFrom(whole, dash + 1);
        return cue != null && cue.verb() != null && cue.verb().direct() ? cue : null;
    }

    /** Position at which the words go on after the attribution; -1 when it ends them. */
    private static int resume(List<Item> items, Cue cue, boolean marked) {
        for (int i = cue.last() + 1; i < items.size(); i++) {
            if (items.get(i).dash()
                    && (items.get(i - 1).comma()
                            || items.get(i - 1).terminal()
                            || items.get(i - 1).colon())) {
                return i + 1 < items.size() ? i + 1 : -1;
            }
            boolean stop = marked
                    && items.get(i).is(".")
                    && i + 1 < items.size()
                    && items.get(i + 1).capitalized();
            if (stop && items.get(i - 1).text().length() > 1) {
                return i + 1;
            }
        }
        return -1;
    }

    private static Span part(List<Item> items, int first, int last) {
        int end = last;
        while (end > first && (items.get(end).comma() || items.get(end).is("."))) {
            end--;
        }
        return new Span(items.get(first).begin(), items.get(end).end());
    }

    private static Found found(List<Span> parts, Cue cue, QuoteKind kind) {
        int begin = parts.get(0).begin();
        int end = parts.get(parts.size() - 1).end();
        return new Found(
                begin, end, kind, parts.size() > 1 ? List.copyOf(parts) : List.of(), cue, cue.source(), false, "split");
    }
}
