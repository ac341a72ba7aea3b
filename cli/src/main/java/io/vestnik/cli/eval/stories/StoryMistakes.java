/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.vestnik.cli.eval.FoundPlacement;
import io.vestnik.cli.eval.PairMistake;

/** Tells the pairs of articles that were put into one story and are not of one, and those that are and were not. */
public final class StoryMistakes {
    private final Map<String, FoundPlacement> placements;
    private final Map<String, String> titles;
    private final List<PairMistake> mistakes = new ArrayList<>();

    private StoryMistakes(Map<String, FoundPlacement> placements, Map<String, String> titles) {
        this.placements = placements;
        this.titles = titles;
    }

    /**
     * Compares pairs that were judged.
     *
     * @param titles titles of articles by id, as far as they are known
     * @return the mistakes in the order of gold
     */
    public static List<PairMistake> ofPairs(
            List<GoldPair> gold, Map<String, FoundPlacement> placements, Map<String, String> titles) {
        StoryMistakes mistakes = new StoryMistakes(placements, titles);
        for (GoldPair pair : gold) {
            boolean together = StoryPairScorer.areTogether(pair, placements);
            if (together != pair.same()) {
                mistakes.add(pair.a(), pair.b(), together, pair.same() ? "one event" : "two events");
            }
        }
        return mistakes.mistakes;
    }

    /**
     * Compares all pairs of articles whose stories are known.
     *
     * @param titles titles of articles by id, as far as they are known
     * @return the mistakes in the order of gold
     */
    public static List<PairMistake> ofClusters(
            List<GoldStory> gold, Map<String, FoundPlacement> placements, Map<String, String> titles) {
        StoryMistakes mistakes = new StoryMistakes(placements, titles);
        for (int i = 0; i < gold.size(); i++) {
            for (int k = i + 1; k < gold.size(); k++) {
                GoldStory one = gold.get(i);
                GoldStory other = gold.get(k);
                boolean together = mistakes.storyKey(one).equals(mistakes.storyKey(other));
                if (together != one.story().equals(other.story())) {
                    mistakes.add(one.id(), other.id(), together, relation(one, other));
                }
            }
        }
        return mistakes.mistakes;
    }

    private static String relation(GoldStory one, GoldStory other) {
        if (one.story().equals(other.story())) {
            return "story " + one.story();
        }
        String threads = one.thread().equals(other.thread()) ? "one thread: " : "two threads: ";
        return threads + one.story() + ", " + other.story();
    }

    private void add(String one, String other, boolean together, String what) {
        mistakes.add(new PairMistake(
                together ? PairMistake.Kind.MERGED : PairMistake.Kind.MISSED,
                one,
                other,
                what,
                evidence(one, other),
                titles.get(one),
                titles.get(other)));
    }

    private String storyKey(GoldStory article) {
        return FoundPlacement.storyKey(placements.get(article.id()), article.id());
    }

    private @Nullable String evidence(String one, String other) {
        String link = link(one, other);
        return link == null ? link(other, one) : link;
    }

    private @Nullable String link(String from, String to) {
        FoundPlacement placement = placements.get(from);
        if (placement == null) {
            return null;
        }
        return placement.links().stream()
                .filter(link -> link.id().equals(to))
                .findFirst()
                .map(link -> "similarity " + link.similarity() + ": " + String.join(", ", link.shared()))
                .orElse(null);
    }
}
