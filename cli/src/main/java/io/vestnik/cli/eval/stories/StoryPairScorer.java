/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.stories;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import io.vestnik.cli.eval.Counts;
import io.vestnik.cli.eval.FoundPlacement;
import io.vestnik.cli.eval.Score;
import io.vestnik.cli.eval.Share;

/** Measures stories by pairs that were judged. */
public final class StoryPairScorer {
    private StoryPairScorer() {}

    /**
     * Compares the pairs. An article without a placement, or without a story, is in a story of its own.
     *
     * @param placements what was found, by id
     */
    public static List<Score> score(List<GoldPair> gold, Map<String, FoundPlacement> placements) {
        Counts pairs = Counts.NONE;
        Share right = Share.NONE;
        SortedSet<String> missing = new TreeSet<>();
        for (GoldPair pair : gold) {
            boolean together = areTogether(pair, placements);
            pairs = pairs.plus(new Counts(together && pair.same() ? 1 : 0, together ? 1 : 0, pair.same() ? 1 : 0));
            right = right.plus(new Share(together == pair.same() ? 1 : 0, 1));
            missing.add(pair.a());
            missing.add(pair.b());
        }
        missing.removeAll(placements.keySet());
        return List.of(
                pairs.score("pairs"),
                right.score("accuracy"),
                new Score("missing").withCount("articles", missing.size()));
    }

    /** Whether two articles were found to be about one event. */
    static boolean areTogether(GoldPair pair, Map<String, FoundPlacement> placements) {
        FoundPlacement a = placements.get(pair.a());
        FoundPlacement b = placements.get(pair.b());
        return a != null && b != null && a.story() != null && a.story().equals(b.story());
    }
}
