/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.stories;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.vestnik.cli.eval.FoundPlacement;
import io.vestnik.cli.eval.PairMistake;
import io.vestnik.cli.eval.Score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class StoryScorerTest {
    private static final List<GoldPair> PAIRS = List.of(
            new GoldPair("a", "b", true),
            new GoldPair("a", "c", true),
            new GoldPair("a", "d", false),
            new GoldPair("d", "x", false));

    /** Two stories of one thread, and one of another. */
    private static final List<GoldStory> STORIES = List.of(
            new GoldStory("a", "crash", "crash"),
            new GoldStory("b", "crash", "crash"),
            new GoldStory("c", "arrest", "crash"),
            new GoldStory("d", "snow", "snow"));

    private static final Map<String, String> TITLES = Map.of("a", "Crash");

    private static FoundPlacement placement(
            String id, @Nullable String story, @Nullable String thread, FoundPlacement.Link... links) {
        return new FoundPlacement(id, null, null, story, thread, List.of(links));
    }

    private static Map<String, FoundPlacement> found(FoundPlacement... placements) {
        Map<String, FoundPlacement> found = new LinkedHashMap<>();
        for (FoundPlacement placement : placements) {
            found.put(placement.id(), placement);
        }
        return found;
    }

    private static Score score(String name, Object... namesAndFigures) {
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        for (int i = 0; i < namesAndFigures.length; i += 2) {
            figures.put((String) namesAndFigures[i], new BigDecimal((String) namesAndFigures[i + 1]));
        }
        return new Score(name, figures);
    }

    @Test
    void shouldCountPairsAndTakeArticlesWithoutAStoryForAlone() {
        Map<String, FoundPlacement> found = found(
                placement("a", "1", null),
                placement("b", "1", null),
                placement("c", null, null),
                placement("d", "1", null));

        assertThat(StoryPairScorer.score(PAIRS, found))
                .containsExactly(
                        score("pairs", "p", "0.5000", "r", "0.5000", "f1", "0.5000", "gold", "2"),
                        score("accuracy", "accuracy", "0.5000", "of", "4"),
                        score("missing", "articles", "1"));
        assertThat(StoryPairScorer.score(PAIRS, Map.of()).get(1))
                .isEqualTo(score("accuracy", "accuracy", "0.5000", "of", "4"));
    }

    @Test
    void shouldCompareStoriesAndThreads() {
        // Stories found: {a b c} {d}; threads: {a b c d}.
        Map<String, FoundPlacement> found = found(
                placement("a", "1", "t"), placement("b", "1", "t"), placement("c", "1", "t"), placement("d", "2", "t"));

        assertThat(StoryClusterScorer.score(STORIES, found, true))
                .containsExactly(
                        // Precision 2/3, 2/3, 1/3, 1.
                        score("bcubed", "p", "0.6667", "r", "1.0000", "f1", "0.8000", "gold", "4"),
                        score("pairwise", "p", "0.3333", "r", "1.0000", "f1", "0.5000", "gold", "1"),
                        // Precision 3/4 three times, 1/4.
                        score("threads.bcubed", "p", "0.6250", "r", "1.0000", "f1", "0.7692", "gold", "4"),
                        score("threads.pairwise", "p", "0.5000", "r", "1.0000", "f1", "0.6667", "gold", "3"),
                        score(
                                "clusters",
                                "articles",
                                "4",
                                "gold",
                                "3",
                                "found",
                                "2",
                                "exact",
                                "1",
                                "mixed",
                                "1",
                                "mixedThreads",
                                "0"));
    }

    @Test
    void shouldCountFoundStoriesThatMixThreads() {
        Map<String, FoundPlacement> found = found(placement("c", "1", null), placement("d", "1", null));

        List<Score> scores = StoryClusterScorer.score(STORIES, found, false);

        assertThat(scores).extracting(Score::name).containsExactly("bcubed", "pairwise", "clusters");
        assertThat(scores.get(2))
                .isEqualTo(score(
                        "clusters",
                        "articles",
                        "4",
                        "gold",
                        "3",
                        "found",
                        "3",
                        "exact",
                        "0",
                        "mixed",
                        "1",
                        "mixedThreads",
                        "1"));
    }

    @Test
    void shouldTakeAStoryWithoutAThreadForAThreadOfItsOwn() {
        // Stories a and c share the id of the thread of b and d, which makes them no part of it.
        Map<String, FoundPlacement> found = found(
                placement("a", "t", null),
                placement("b", "1", "t"),
                placement("c", "t", null),
                placement("d", "2", "t"));

        assertThat(StoryClusterScorer.score(STORIES, found, true).get(3))
                .isEqualTo(score("threads.pairwise", "p", "0.5000", "r", "0.3333", "f1", "0.4000", "gold", "3"));
    }

    @Test
    void shouldTellWrongPairsWithWhatTheyShare() {
        FoundPlacement.Link link = new FoundPlacement.Link("a", 431, List.of("мост", "Ока"));
        Map<String, FoundPlacement> found = found(
                placement("a", "1", null),
                placement("b", "2", null),
                placement("c", "1", null),
                placement("d", "1", null, link));

        assertThat(StoryMistakes.ofPairs(PAIRS, found, TITLES))
                .containsExactly(
                        new PairMistake(PairMistake.Kind.MISSED, "a", "b", "one event", null, "Crash", null),
                        new PairMistake(
                                PairMistake.Kind.MERGED,
                                "a",
                                "d",
                                "two events",
                                "similarity 431: мост, Ока",
                                "Crash",
                                null));
        assertThat(StoryMistakes.ofClusters(STORIES, found, Map.of()))
                .extracting(PairMistake::kind, PairMistake::articleId, PairMistake::otherId, PairMistake::what)
                .containsExactly(
                        tuple(PairMistake.Kind.MISSED, "a", "b", "story crash"),
                        tuple(PairMistake.Kind.MERGED, "a", "c", "one thread: crash, arrest"),
                        tuple(PairMistake.Kind.MERGED, "a", "d", "two threads: crash, snow"),
                        tuple(PairMistake.Kind.MERGED, "c", "d", "two threads: arrest, snow"));
    }
}
