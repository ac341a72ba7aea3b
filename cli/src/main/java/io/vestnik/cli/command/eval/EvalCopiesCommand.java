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
import io.vestnik.cli.eval.FoundPlacement;
import io.vestnik.cli.eval.PairMistake;
import io.vestnik.cli.eval.Score;
import io.vestnik.cli.eval.copies.CopyMistakes;
import io.vestnik.cli.eval.copies.CopyScorer;
import io.vestnik.cli.eval.copies.GoldCopy;
import io.vestnik.cli.eval.data.GoldCopies;
import io.vestnik.cli.eval.data.InputFile;
import io.vestnik.cli.eval.data.Newsroom;
import io.vestnik.cli.eval.data.Placements;

/** {@code vestnik eval copies}: which articles are copies of which. */
@Command(
        name = "copies",
        description = {
            "Score copies. A group is what the links copyOf connect.",
            "pairs: ari is the adjusted Rand index of the groups; p, r, f1 are precision and recall of the pairs of articles in"
                    + " one group, and their harmonic mean; wrong are pairs that do not belong together.",
            "merged: articles in a group with one that they are no copy of, above all templates.",
            "found: copies in the group of their ORIGINAL, and of any other article of theirs.",
            "copyOf: of the copies found with their ORIGINAL, those whose link names it."
        })
public final class EvalCopiesCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "GOLD",
            description = "Lines of JSON, one article each: id, text, language, copyGroup, relation (ORIGINAL, COPY,"
                    + " EXCERPT, TEMPLATE), and optionally edits, title, source, url, observedAt, publishedAt.")
    private String gold;

    @Option(
            names = "--by-edit",
            description = "Also show the copies found by kind and by number of their edits, and the merged by template."
                    + " The JSON always has them.")
    private boolean byEdit;

    @Mixin
    private EvalOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        InputFile file = InputFile.read(gold, "Name a file of articles with their copies.");
        List<GoldCopy> articles = GoldCopies.read(file);
        Map<String, FoundPlacement> placements = placements(file, articles);
        CopyScorer.Scores measured = CopyScorer.score(articles, placements);
        List<Score> scores = new ArrayList<>(measured.scores());
        if (byEdit || options.json()) {
            scores.addAll(measured.details());
        }
        List<PairMistake> mistakes = options.errors() ? CopyMistakes.find(articles, placements) : List.of();
        options.print(scores, new PairMistakeList(mistakes));
        return ExitCode.OK.status();
    }

    private Map<String, FoundPlacement> placements(InputFile file, List<GoldCopy> articles)
            throws IOException, InterruptedException {
        InputFile pred = options.pred("place");
        if (pred == null) {
            return Placements.read(Newsroom.of(file).placements(), "copyOf");
        }
        Map<String, FoundPlacement> placements = Placements.read(pred.rows(), "copyOf");
        List<String> ids = articles.stream().map(GoldCopy::id).toList();
        options.noteMissing(ids, placements, "Each counts as a copy of nothing.");
        options.noteUnknown(
                placements.values().stream().map(FoundPlacement::copyOf).toList(), ids, "copyOf");
        return placements;
    }
}
