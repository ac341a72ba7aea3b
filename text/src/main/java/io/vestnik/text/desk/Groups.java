/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Puts articles into copy groups and stories. The place of an article follows from its relations and from the places of
 * the articles before it in canonical order, so a change is carried on in that order and ends where nothing follows from
 * it; what comes out is what the whole computed anew would give.
 */
final class Groups {
    private final DeskConfig config;

    Groups(DeskConfig config) {
        this.config = config;
    }

    /**
     * Places anew what a change touched.
     *
     * @param copies articles whose relations or neighbours changed, as to copies; emptied
     * @param stories the same as to stories; emptied
     * @param touched receives every article whose placement may read differently now
     */
    void settle(NavigableSet<Held> copies, NavigableSet<Held> stories, Set<Held> touched) {
        for (Held held = copies.pollFirst(); held != null; held = copies.pollFirst()) {
            touched.add(held);
            Held original = original(held);
            if (original != held.original) {
                copyOf(held, original);
                copies.addAll(held.texts.tailMap(held, false).keySet());
                stories.add(held);
                stories.addAll(held.likes.tailMap(held, false).keySet());
                touched.addAll(held.texts.keySet());
                touched.addAll(held.likes.keySet());
            }
        }
        for (Held held = stories.pollFirst(); held != null; held = stories.pollFirst()) {
            touched.add(held);
            Held first = first(held);
            if (first != held.first) {
                held.first = first;
                stories.addAll(held.likes.tailMap(held, false).keySet());
                stories.addAll(held.copies);
                touched.addAll(held.texts.keySet());
                touched.addAll(held.likes.keySet());
            }
        }
    }

    /** Makes an article a copy of another one, or of none. */
    static void copyOf(Held held, @Nullable Held original) {
        if (held.original != null) {
            held.original.copies.remove(held);
        }
        held.original = original;
        if (original != null) {
            original.copies.add(held);
        }
    }

    /** The earliest original that the article is a copy of, else the original of the earliest copy that it copies. */
    private @Nullable Held original(Held held) {
        Held indirect = null;
        for (Map.Entry<Held, TextPair> entry : held.texts.headMap(held).entrySet()) {
            if (entry.getValue().copy()) {
                Held other = entry.getKey();
                if (other.original == null) {
                    return other;
                }
                if (indirect == null && held.time() - other.original.time() <= config.windowMillis()) {
                    indirect = other.original;
                }
            }
        }
        return indirect;
    }

    /** What speaks for one story. */
    private static final class Support {
        private long sum;
        private int count;

        int mean() {
            return (int) (sum / count);
        }
    }

    /**
     * The first article of the story that the article is nearest to; itself when there is none. The likeness to the
     * story's first article always counts, so that a chain of likenesses does not lead from one event to another.
     */
    private Held first(Held held) {
        if (held.original != null) {
            return held.original.first;
        }
        TreeMap<Held, Support> stories = new TreeMap<>();
        for (Map.Entry<Held, Integer> entry : held.likes.headMap(held).entrySet()) {
            Held other = entry.getKey();
            if (other.original == null && held.time() - other.first.time() <= config.storySpanMillis()) {
                Support support = stories.computeIfAbsent(other.first, first -> new Support());
                support.sum += entry.getValue();
                support.count++;
            }
        }
        Held best = held;
        int most = config.storyAverage() - 1;
        for (Map.Entry<Held, Support> story : stories.entrySet()) {
            Support support = story.getValue();
            support.sum += held.terms.similarity(story.getKey().terms);
            support.count++;
            if (support.mean() > most) {
                most = support.mean();
                best = story.getKey();
            }
        }
        return best;
    }
}
