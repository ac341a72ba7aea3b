/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command.eval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import io.vestnik.cli.ExitCode;
import io.vestnik.cli.eval.Mistake;
import io.vestnik.cli.eval.NameCounts;
import io.vestnik.cli.eval.NameMistakes;
import io.vestnik.cli.eval.NameScorer;
import io.vestnik.cli.eval.NamedSpan;
import io.vestnik.cli.eval.data.Analyses;
import io.vestnik.cli.eval.data.InputFile;
import io.vestnik.cli.eval.data.NameArticle;
import io.vestnik.text.Analysis;

/** {@code vestnik eval ner}: names of persons, places and organizations. */
@Command(
        name = "ner",
        description = {
            "Score names. strict: the span and the type are right; token: a word lies in a name of that type.",
            "p, r, f1: precision, recall and their harmonic mean; gold: how many there are."
        })
public final class EvalNamesCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "GOLD",
            description = "Lines of JSON, one article each: id, text, entities[begin, end, type].")
    private String gold;

    @Option(
            names = "--no-generic",
            description = "Leave out found names that are marked generic (правительство, полиция): not every gold set"
                    + " has these.")
    private boolean noGeneric;

    @Mixin
    private EvalOptions options;

    @Override
    public Integer call() throws IOException {
        InputFile file = InputFile.read(gold, "Name a file of articles with their names.");
        List<NameArticle> articles = NameArticle.read(file);
        Map<String, List<NamedSpan>> found = found(file, articles);
        NameCounts counts = NameCounts.NONE;
        List<Mistake> mistakes = new ArrayList<>();
        for (NameArticle article : articles) {
            List<NamedSpan> names = found.getOrDefault(article.id(), List.of());
            counts = counts.plus(NameScorer.count(article.text(), article.names(), names));
            if (options.errors()) {
                mistakes.addAll(NameMistakes.find(article.id(), article.text(), article.names(), names));
            }
        }
        options.print(counts.scores(), mistakes);
        return ExitCode.OK.status();
    }

    private Map<String, List<NamedSpan>> found(InputFile file, List<NameArticle> articles) throws IOException {
        InputFile pred = options.pred();
        if (pred == null) {
            return Analyses.of(file, this::names);
        }
        Map<String, List<NamedSpan>> found = NameArticle.readFound(pred, articles, !noGeneric);
        options.noteMissing(articles.stream().map(NameArticle::id).toList(), found);
        return found;
    }

    private List<NamedSpan> names(Analysis analysis) {
        return analysis.mentions().stream()
                .filter(mention -> !noGeneric || !mention.generic())
                .map(NamedSpan::of)
                .toList();
    }
}
