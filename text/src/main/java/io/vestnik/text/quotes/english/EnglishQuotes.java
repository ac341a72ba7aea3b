/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.quotes.english;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Quote;
import io.vestnik.text.QuoteKind;
import io.vestnik.text.lang.SourceText;
import io.vestnik.text.names.ArticleEntities;
import io.vestnik.text.quotes.QuoteOrder;

/**
 * Finds the quotes of an English article and their speakers: words in marks and reported clauses, sentence by sentence,
 * then who is meant, in the order of the text. English marks are closed before an attribution and opened after it, so
 * that what it interrupts is two quotes. Thread-safe.
 */
public final class EnglishQuotes {
    /** A quote that stands alone goes on with a speaker of at most this many sentences before. */
    private static final int CONTINUES = 2;

    /** Creates a finder. */
    public EnglishQuotes() {}

    /** Finds the quotes of an article by their beginnings, in time linear in its length. */
    public List<Quote> find(SourceText text, ArticleEntities entities) {
        List<MarkedWords> marks = EnglishMarks.scan(text);
        EnglishArticle article = new EnglishArticle(text, entities, marks);
        CueFinder cueFinder = new CueFinder(article);
        MarkedRules marked = new MarkedRules(article, marks);
        IndirectRules indirect = new IndirectRules(article);
        Antecedents antecedents = new Antecedents(article);
        SpeakerResolver resolver = new SpeakerResolver(article, antecedents);
        List<Quote> quotes = new ArrayList<>();
        for (EnglishArticle.Sentence sentence : article.sentences()) {
            List<Cue> cues = cueFinder.find(sentence);
            List<FoundQuote> found = new ArrayList<>(marked.find(sentence, cues));
            found.addAll(indirect.find(sentence, cues));
            found.sort(Comparator.comparingInt(EnglishQuotes::anchor).thenComparingInt(FoundQuote::begin));
            for (FoundQuote one : found) {
                Speaker speaker = one.continues()
                        ? antecedents.last(sentence.index(), CONTINUES)
                        : resolver.resolve(
                                sentence, one.cue() == null ? null : one.cue().source());
                antecedents.spoke(sentence.index(), speaker);
                quotes.add(quote(article, one, speaker));
            }
        }
        return QuoteOrder.shortest(quotes);
    }

    private static int anchor(FoundQuote quote) {
        Cue cue = quote.cue();
        return cue == null ? 0 : cue.first();
    }

    private static Quote quote(EnglishArticle article, FoundQuote found, Speaker speaker) {
        Cue cue = found.cue();
        Source source = cue == null ? null : cue.source();
        return new Quote(
                found.begin(),
                found.end(),
                found.kind(),
                article.text().slice(found.begin(), found.end()),
                found.parts(),
                speaker.name(),
                speaker.type(),
                speaker.entityId(),
                source == null ? "" : slice(article, source.first(), source.end()),
                cue == null ? "" : slice(article, cue.first(), cue.end()),
                found.kind() == QuoteKind.TURN ? found.rule() : found.rule() + "/" + speaker.rule());
    }

    private static String slice(EnglishArticle article, int first, int end) {
        @Nullable Words last = article.item(end - 1);
        return article.text().slice(article.item(first).begin(), last.end());
    }
}
