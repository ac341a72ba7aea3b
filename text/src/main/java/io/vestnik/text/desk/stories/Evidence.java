/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.stories;

import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * What speaks for each of several groups of articles, stories or threads, that an article may belong to: the mean of what
 * the few articles of the group that are nearest to it have to say. One of them alone does not lead from one event to
 * another where others speak against it.
 */
final class Evidence {
    private static final int NEAREST = 3;
    private static final long DAY = 86_400_000;

    /** What the nearest articles of one group say, strongest first. */
    private static final class Support {
        private final int[] nearest = new int[NEAREST];
        private int count;

        void add(int evidence) {
            int at = Math.min(count, NEAREST - 1);
            if (count == NEAREST && evidence <= nearest[at]) {
                return;
            }
            for (; at > 0 && nearest[at - 1] < evidence; at--) {
                nearest[at] = nearest[at - 1];
            }
            nearest[at] = evidence;
            count = Math.min(count + 1, NEAREST);
        }

        int mean() {
            int sum = 0;
            for (int i = 0; i < count; i++) {
                sum += nearest[i];
            }
            return Math.floorDiv(sum, count);
        }
    }

    private final int least;
    private final int near;
    private final TreeMap<StoryNode, Support> groups = new TreeMap<>();

    /**
     * Begins to collect.
     *
     * @param least least evidence for a group
     * @param near evidence below it that still counts beside better
     */
    Evidence(int least, int near) {
        this.least = least;
        this.near = near;
    }

    /** Hears an article of the group that begins with {@code first}, if it has something to say. */
    void hear(StoryNode first, int evidence) {
        if (evidence >= least - near) {
            groups.computeIfAbsent(first, key -> new Support()).add(evidence);
        }
    }

    /** The first article of the group that most speaks for; of equal ones the earliest; null when nothing suffices. */
    @Nullable StoryNode best() {
        StoryNode best = null;
        int most = least - 1;
        for (Map.Entry<StoryNode, Support> group : groups.entrySet()) {
            int mean = group.getValue().mean();
            if (mean > most) {
                most = mean;
                best = group.getKey();
            }
        }
        return best;
    }

    /**
     * Evidence less what the time between two articles takes from it. A day takes nothing: many articles claim the day
     * alone, and some the day before.
     */
    static int faded(int evidence, StoryNode a, StoryNode b, int fading) {
        return evidence - (int) (fading * Math.max(0, Math.abs(a.time() - b.time()) - DAY) / DAY);
    }
}
