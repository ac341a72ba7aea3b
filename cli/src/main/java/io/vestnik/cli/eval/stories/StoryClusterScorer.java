/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.vestnik.cli.eval.Agreement;
import io.vestnik.cli.eval.FoundPlacement;
import io.vestnik.cli.eval.PairCounts;
import io.vestnik.cli.eval.Score;

/** Measures stories, and threads of them, by a gold set in which every article has its story. */
public final class StoryClusterScorer {
    private final List<GoldStory> gold;
    private final Map<String, FoundPlacement> placements;

    private StoryClusterScorer(List<GoldStory> gold, Map<String, FoundPlacement> placements) {
        this.gold = gold;
        this.placements = placements;
    }

    /**
     * Compares the stories. An article without a placement, or without a story, is in a story of its own; articles that
     * gold does not have do not count.
     *
     * @param gold the articles, each id once
     * @param placements what was found, by id
     * @param threads whether what was found tells threads, so that these are measured too
     */
    public static List<Score> score(List<GoldStory> gold, Map<String, FoundPlacement> placements, boolean threads) {
        StoryClusterScorer scorer = new StoryClusterScorer(gold, placements);
        Agreement stories = scorer.agreement(GoldStory::story, scorer::storyKey);
        List<Score> scores = new ArrayList<>();
        scores.add(bCubed("bcubed", stories));
        scores.add(pairwise("pairwise", stories));
        if (threads) {
            Agreement found = scorer.agreement(GoldStory::thread, scorer::threadKey);
            scores.add(bCubed("threads.bcubed", found));
            scores.add(pairwise("threads.pairwise", found));
        }
        scores.add(new Score("clusters")
                .withCount("articles", stories.articles())
                .withCount("gold", stories.goldGroups())
                .withCount("found", stories.foundGroups())
                .withCount("exact", stories.exactGroups())
                .withCount("mixed", stories.mixed().size())
                .withCount(
                        "mixedThreads",
                        scorer.agreement(GoldStory::thread, scorer::storyKey)
                                .mixed()
                                .size()));
        return scores;
    }

    private Agreement agreement(Function<GoldStory, String> there, Function<GoldStory, String> found) {
        return Agreement.of(gold.stream()
                .map(article -> new Agreement.Membership(there.apply(article), found.apply(article)))
                .toList());
    }

    private String storyKey(GoldStory article) {
        return FoundPlacement.storyKey(placements.get(article.id()), article.id());
    }

    private String threadKey(GoldStory article) {
        return FoundPlacement.threadKey(placements.get(article.id()), article.id());
    }

    private static Score bCubed(String name, Agreement agreement) {
        double p = agreement.bCubedPrecision();
        double r = agreement.bCubedRecall();
        return new Score(name)
                .withShare("p", p)
                .withShare("r", r)
                .withShare("f1", PairCounts.f1(p, r))
                .withCount("gold", agreement.articles());
    }

    private static Score pairwise(String name, Agreement agreement) {
        PairCounts pairs = agreement.pairs();
        double p = pairs.precision(0);
        double r = pairs.recall(0);
        return new Score(name)
                .withShare("p", p)
                .withShare("r", r)
                .withShare("f1", PairCounts.f1(p, r))
                .withCount("gold", pairs.gold());
    }
}
