/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Span;

/** Tells the quotes of a text that were not found as they are, so that one can read what a figure is made of. */
public final class QuoteMistakes {
    private final String articleId;
    private final CodePoints text;
    private final List<Mistake> mistakes = new ArrayList<>();

    private QuoteMistakes(String articleId, CodePoints text) {
        this.articleId = articleId;
        this.text = text;
    }

    /**
     * Compares the quotes of one text; whatever costs one of the measures is told. A quote of which span and speaker are
     * wrong is two mistakes.
     *
     * @return the mistakes in the order of the text
     */
    public static List<Mistake> find(String articleId, String text, List<GoldQuote> gold, List<FoundQuote> found) {
        QuoteMistakes mistakes = new QuoteMistakes(articleId, new CodePoints(text));
        for (QuoteFamily family : QuoteFamily.values()) {
            mistakes.addAll(family, gold, found);
        }
        mistakes.mistakes.sort(Mistake.IN_TEXT);
        return mistakes.mistakes;
    }

    private void addAll(QuoteFamily family, List<GoldQuote> gold, List<FoundQuote> found) {
        QuoteMatcher.Matching matching = QuoteMatcher.match(text, family, gold, found);
        for (GoldQuote quote : matching.missed()) {
            add(Mistake.Kind.MISSED, quote, quote.speaker().name(), null);
        }
        for (FoundQuote quote : matching.spurious()) {
            add(Mistake.Kind.SPURIOUS, quote.begin(), quote.end(), family, null, quote.speaker());
        }
        matching.matches().forEach(this::add);
    }

    private void add(QuoteMatch match) {
        GoldQuote gold = match.gold();
        FoundQuote found = match.found();
        if (!match.isExact()) {
            add(Mistake.Kind.SPAN, gold, null, span(found.begin(), found.end()));
        }
        if (!match.isAttributed()) {
            add(Mistake.Kind.SPEAKER, gold, gold.speaker().name(), found.speaker());
        }
        if (gold.family() == QuoteFamily.SPOKEN && match.isSplit() && !match.hasSameParts(text)) {
            add(Mistake.Kind.PARTS, gold, spans(gold.split()), spans(found.parts()));
        }
    }

    private void add(Mistake.Kind kind, GoldQuote quote, @Nullable String expected, @Nullable String found) {
        add(kind, quote.begin(), quote.end(), quote.family(), expected, found);
    }

    private void add(
            Mistake.Kind kind,
            int begin,
            int end,
            QuoteFamily family,
            @Nullable String expected,
            @Nullable String found) {
        mistakes.add(
                new Mistake(kind, articleId, begin, end, family.measure(), expected, found, text.slice(begin, end)));
    }

    private static String spans(List<Span> spans) {
        return spans.stream().map(span -> span(span.begin(), span.end())).collect(Collectors.joining(" "));
    }

    private static String span(int begin, int end) {
        return begin + ":" + end;
    }
}
