/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command.eval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import io.vestnik.cli.ExitCode;
import io.vestnik.cli.eval.FoundQuote;
import io.vestnik.cli.eval.Mistake;
import io.vestnik.cli.eval.QuoteCounts;
import io.vestnik.cli.eval.QuoteMistakes;
import io.vestnik.cli.eval.QuoteScorer;
import io.vestnik.cli.eval.data.Analyses;
import io.vestnik.cli.eval.data.InputFile;
import io.vestnik.cli.eval.data.QuoteArticle;
import io.vestnik.text.Analysis;

/** {@code vestnik eval quotes}: quotes and their speakers. */
@Command(
        name = "quotes",
        description = {
            "Score quotes and their speakers. spoken: DIRECT, PARTIAL and TURN; indirect: INDIRECT.",
            "exact: the span is right but for punctuation at its edges; iou80, iou30: it overlaps by so many hundredths;",
            "attributed: iou80 and the right speaker; parts: the spoken parts of a split quote; speaker: of all of iou30.",
            "p, r, f1: precision, recall and their harmonic mean; gold, of: how many there are."
        })
public final class EvalQuotesCommand implements Callable<Integer> {
    private static final List<String> ENDS = List.of("quotes.jsonl");

    @Parameters(
            paramLabel = "GOLD",
            description = "Lines of JSON, one quote each: id of its article, begin, end, kind, speaker, and optionally"
                    + " speakerType, speakerAliases, split. Its articles are beside it: X-articles.jsonl for"
                    + " X-quotes.jsonl.")
    private String gold;

    @Mixin
    private ArticlesOption articlesOption;

    @Mixin
    private EvalOptions options;

    @Override
    public Integer call() throws IOException {
        InputFile file = InputFile.read(gold, "Name a file of quotes.");
        InputFile texts = articlesOption.read(gold, ENDS);
        List<QuoteArticle> articles = QuoteArticle.read(file, texts);
        Map<String, List<FoundQuote>> found = found(texts, articles);
        QuoteCounts counts = QuoteCounts.NONE;
        List<Mistake> mistakes = new ArrayList<>();
        for (QuoteArticle article : articles) {
            List<FoundQuote> quotes = found.getOrDefault(article.id(), List.of());
            counts = counts.plus(QuoteScorer.count(article.text(), article.quotes(), quotes));
            if (options.errors()) {
                mistakes.addAll(QuoteMistakes.find(article.id(), article.text(), article.quotes(), quotes));
            }
        }
        options.print(counts.scores(), mistakes);
        return ExitCode.OK.status();
    }

    private Map<String, List<FoundQuote>> found(InputFile texts, List<QuoteArticle> articles) throws IOException {
        InputFile pred = options.pred();
        if (pred == null) {
            return Analyses.of(texts, EvalQuotesCommand::quotes);
        }
        Map<String, List<FoundQuote>> found = QuoteArticle.readFound(pred, articles);
        options.noteMissing(articles.stream().map(QuoteArticle::id).toList(), found);
        return found;
    }

    private static List<FoundQuote> quotes(Analysis analysis) {
        return analysis.quotes().stream().map(FoundQuote::of).toList();
    }
}
