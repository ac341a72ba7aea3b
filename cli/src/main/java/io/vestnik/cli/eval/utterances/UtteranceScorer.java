/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.utterances;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import io.vestnik.cli.eval.Score;

/**
 * Measures how far the renderings of one thing said were found to be one utterance.
 *
 * @param whole the groups of which an utterance is just so
 * @param broken the groups of which none is, in the order of gold
 * @param extra the utterances that join spoken words of several articles and are no group
 */
public record UtteranceScorer(int whole, List<GoldUtterance> broken, List<FoundUtterance> extra) {
    /**
     * Compares all groups. The first utterance that is a group whole counts as it; that may be one that was another group
     * before, where gold has two groups of overlapping spans.
     *
     * @param gold the groups that are there
     * @param found what was found; of several that are one group the first counts, the others are extra
     */
    public static UtteranceScorer compare(List<GoldUtterance> gold, List<FoundUtterance> found) {
        List<GoldUtterance> broken = new ArrayList<>();
        BitSet used = new BitSet();
        for (GoldUtterance group : gold) {
            int first = first(group, found);
            if (first < 0) {
                broken.add(group);
            } else {
                used.set(first);
            }
        }
        List<FoundUtterance> extra = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            if (!used.get(i) && found.get(i).isJoined()) {
                extra.add(found.get(i));
            }
        }
        return new UtteranceScorer(gold.size() - broken.size(), broken, extra);
    }

    /** The measures that are published. */
    public List<Score> scores() {
        return List.of(
                new Score("groups").withCount("whole", whole).withCount("of", whole + broken.size()),
                new Score("extra").withCount("utterances", extra.size()));
    }

    private static int first(GoldUtterance group, List<FoundUtterance> found) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).isWhole(group)) {
                return i;
            }
        }
        return -1;
    }
}
