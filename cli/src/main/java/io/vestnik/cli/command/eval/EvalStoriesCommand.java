/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command.eval;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import io.vestnik.cli.ExitCode;
import io.vestnik.cli.eval.FoundPlacement;
import io.vestnik.cli.eval.PairMistake;
import io.vestnik.cli.eval.Score;
import io.vestnik.cli.eval.data.Articles;
import io.vestnik.cli.eval.data.GoldStories;
import io.vestnik.cli.eval.data.InputFile;
import io.vestnik.cli.eval.data.JsonRow;
import io.vestnik.cli.eval.data.Newsroom;
import io.vestnik.cli.eval.data.Placements;
import io.vestnik.cli.eval.stories.GoldStory;
import io.vestnik.cli.eval.stories.StoryClusterScorer;
import io.vestnik.cli.eval.stories.StoryMistakes;
import io.vestnik.cli.eval.stories.StoryPairScorer;

/** {@code vestnik eval stories}: which articles are about one event. */
@Command(
        name = "stories",
        description = {
            "Score stories, by pairs that were judged or by the story of every article: the first line of GOLD tells which.",
            "p, r, f1: precision, recall and their harmonic mean; gold: how many there are.",
            "pairs: judged pairs that were found to be one story; accuracy: pairs of either kind that were found as judged.",
            "bcubed: what the story of an article and the one found have in common, the mean over the articles; pairwise: the"
                    + " pairs of articles in one story; threads: both for threads, where these were found.",
            "clusters: exact are stories found just as they are; mixed and mixedThreads are found stories that hold articles of"
                    + " several stories, and of several threads."
        })
public final class EvalStoriesCommand implements Callable<Integer> {
    private static final List<String> ENDS = List.of("pairs.jsonl", "gold.jsonl");

    @Parameters(
            paramLabel = "GOLD",
            description =
                    "Lines of JSON, a pair each: a, b (ids of articles), same (true or false); or an article each: id,"
                            + " story, thread. Its articles are beside it: X-articles.jsonl for X-pairs.jsonl and X-gold.jsonl.")
    private String gold;

    @Mixin
    private ArticlesOption articlesOption;

    @Mixin
    private EvalOptions options;

    @Override
    public Integer call() throws IOException, InterruptedException {
        InputFile file = InputFile.read(gold, "Name a file of pairs of articles, or of articles with their stories.");
        InputFile pred = options.pred("place");
        InputFile texts = pred == null ? articlesOption.read(gold, ENDS) : articlesOption.readIfThere(gold, ENDS);
        @Nullable Articles articles = texts == null ? null : Articles.read(texts);
        GoldStories stories = GoldStories.read(file, articles);
        List<JsonRow> rows =
                pred == null ? Newsroom.of(Objects.requireNonNull(texts)).placements() : pred.rows();
        Map<String, FoundPlacement> placements = Placements.read(rows, "story");
        if (pred != null) {
            options.noteMissing(ids(stories), placements, "Each counts as a story of its own.");
        }
        Map<String, String> titles = articles == null ? Map.of() : articles.titles();
        options.print(
                scores(stories, placements, rows),
                new PairMistakeList(options.errors() ? mistakes(stories, placements, titles) : List.of()));
        return ExitCode.OK.status();
    }

    private static List<Score> scores(GoldStories stories, Map<String, FoundPlacement> placements, List<JsonRow> rows) {
        if (stories.stories().isEmpty()) {
            return StoryPairScorer.score(stories.pairs(), placements);
        }
        boolean threads = rows.stream().anyMatch(row -> row.has("thread"));
        return StoryClusterScorer.score(stories.stories(), placements, threads);
    }

    private static List<PairMistake> mistakes(
            GoldStories stories, Map<String, FoundPlacement> placements, Map<String, String> titles) {
        return stories.stories().isEmpty()
                ? StoryMistakes.ofPairs(stories.pairs(), placements, titles)
                : StoryMistakes.ofClusters(stories.stories(), placements, titles);
    }

    private static List<String> ids(GoldStories stories) {
        Stream<String> inPairs = stories.pairs().stream().flatMap(pair -> Stream.of(pair.a(), pair.b()));
        return Stream.concat(inPairs, stories.stories().stream().map(GoldStory::id))
                .distinct()
                .toList();
    }
}
