/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.desk.index.Node;

/**
 * Finds the articles that can relate to nothing that is still to come. What comes in time is at most D older than the
 * time that the arrivals have come to, and relates to what is at most W older than itself. So a component of articles
 * that all are W + D behind is done with, and leaves the desk as a whole: nothing that stays is related to it.
 *
 * <p>A topic that is reported day by day never makes such a component. Of it leaves what began S before that and ended W
 * before it: stories, copies and utterances as a whole, though others that stay are like them. No arrival can change what
 * is said of them. It can part two others that are like each other, by pushing one of them out of the hubs; what stays is
 * then placed anew, by all that it is related to, which is W older at most and so is still there. Their relations go with
 * what leaves, so that a desk that is restored without it is the same.
 *
 * <p>When an article leaves is no part of any result; so the work is spread, and a component of which an article is too
 * new is looked at again when that one has grown old.
 */
final class Eviction {
    private static final long HOUR = 3_600_000L;
    private static final int MOST_AT_ONCE = 8;

    /** A group that waits is looked at so many times while a window passes. */
    private static final int WAITS = 8;

    /** A component of more articles is taken for one that goes on. */
    private static final int MOST_WALKED = 2_000;

    private final DeskConfig config;
    private final Map<String, Held> held;
    private final Reach whole;
    private final Reach close;
    private final Predicate<Held> keepsOthersOut;
    private final TreeMap<Long, Deque<Held>> due = new TreeMap<>();
    private long walks;

    /** Tells of the articles that an article is related to. */
    interface Reach extends BiConsumer<Held, Consumer<Node>> {}

    /**
     * Begins with nothing due.
     *
     * @param held the articles of the desk, by id
     * @param whole relations of any kind
     * @param close relations by which places follow from each other: story, copy group, utterance
     * @param keepsOthersOut whether others would be compared with each other if an article left
     */
    Eviction(DeskConfig config, Map<String, Held> held, Reach whole, Reach close, Predicate<Held> keepsOthersOut) {
        this.config = config;
        this.held = held;
        this.whole = whole;
        this.close = close;
        this.keepsOthersOut = keepsOthersOut;
    }

    /** Takes note of an article that has come. */
    void await(Held article) {
        await(article, article.text.time());
    }

    private void await(Held article, long time) {
        due.computeIfAbsent(Math.floorDiv(time, HOUR), hour -> new ArrayDeque<>())
                .add(article);
    }

    /**
     * Looks for articles to give up; call it again and again.
     *
     * @param reached time that the arrivals have come to, milliseconds since the epoch
     * @return groups to be given up, each by id; often none
     */
    List<List<Held>> due(long reached) {
        if (config.disorderMillis() == DeskConfig.UNLIMITED) {
            return List.of();
        }
        long cut = cut(reached);
        List<List<Held>> groups = new ArrayList<>();
        Set<String> leaving = new TreeSet<>();
        for (int i = 0; i < MOST_AT_ONCE; i++) {
            Held next = poll(cut);
            if (next == null) {
                break;
            }
            if (held.get(next.text.id()) == next && !leaving.contains(next.text.id())) {
                List<Held> group = group(next, cut);
                group.forEach(article -> leaving.add(article.text.id()));
                if (!group.isEmpty()) {
                    groups.add(group);
                }
            }
        }
        return groups;
    }

    /**
     * What is older relates to no article in time: W + D behind, and a stretch of the index more, as the lists of a
     * stretch must not change while an arrival can reach one of its articles.
     */
    private long cut(long reached) {
        long window = config.windowMillis();
        return Math.floorDiv(reached - config.disorderMillis() - window, window) * window;
    }

    private @Nullable Held poll(long cut) {
        while (!due.isEmpty() && (due.firstKey() + 1) * HOUR <= cut) {
            Deque<Held> first = due.firstEntry().getValue();
            Held next = first.poll();
            if (next != null) {
                return next;
            }
            due.pollFirstEntry();
        }
        return null;
    }

    private List<Held> group(Held article, long cut) {
        Walk component = walk(article, whole, cut);
        if (component.isDone()) {
            return unlessWaiting(component.found(), article, cut);
        }
        if (article.text.time() < cut - config.spanMillis()) {
            Walk group = walk(article, close, cut - config.windowMillis());
            if (group.isDone()) {
                return unlessWaiting(group.found(), article, cut);
            }
        }
        await(article, component.again);
        return List.of();
    }

    /**
     * A hub waits until those have left that it keeps from being one; else a desk that is restored would compare what
     * this one did not. Two that wait for each other do so for a while.
     */
    private List<Held> unlessWaiting(List<Held> group, Held article, long cut) {
        long patience = cut - config.spanMillis() - 2 * config.windowMillis();
        if (article.text.time() >= patience && group.stream().anyMatch(keepsOthersOut)) {
            await(article, cut + config.windowMillis() / WAITS);
            return List.of();
        }
        return group;
    }

    /** What a walk from article to article has found. */
    private static final class Walk {
        private final List<Held> found = new ArrayList<>();

        /** Found but not gone on from, the latest first: there it is soonest seen that a component goes on. */
        private final PriorityQueue<Held> open = new PriorityQueue<>(
                Comparator.comparing((Held article) -> article.text).reversed());

        private boolean ended;

        /** When to look again, as a time of an article; of a walk that was ended. */
        private long again = Long.MIN_VALUE;

        boolean isDone() {
            return !ended;
        }

        void end(long time) {
            ended = true;
            again = Math.max(again, time);
        }

        void find(Held article, long number) {
            article.walk = number;
            found.add(article);
            open.add(article);
        }

        List<Held> found() {
            return found.stream()
                    .sorted(Comparator.comparing((Held article) -> article.text.id()))
                    .toList();
        }
    }

    /** Walks as long as it meets no article from the cut on. */
    private Walk walk(Held from, Reach reach, long cut) {
        Walk walk = new Walk();
        long number = ++walks;
        walk.find(from, number);
        while (walk.isDone() && !walk.open.isEmpty()) {
            reach.accept(walk.open.remove(), node -> {
                if (node.time() >= cut) {
                    walk.end(node.time());
                } else if (walk.isDone()) {
                    Held other = held.get(node.id());
                    if (other != null && other.walk != number) {
                        walk.find(other, number);
                    }
                }
            });
            if (walk.found.size() > MOST_WALKED) {
                walk.end(cut + config.windowMillis() / WAITS);
            }
        }
        return walk;
    }
}
