/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.StoryChange;
import io.vestnik.schemas.avro.StoryChangeKind;

/**
 * What becomes of the stories of a desk when articles move between them at one moment. Each story that is touched gets one entry at most:
 * MERGED before SPLIT before CREATED, GROWN and SHRUNK; REMOVED for a story that is no more.
 */
public final class StoryShifts {
    private final String language;
    private final ToLongFunction<String> sizes;
    private final Map<String, Long> before = new TreeMap<>();
    private final SortedMap<String, Long> after = new TreeMap<>();
    private final Map<String, TreeSet<String>> cameFrom = new TreeMap<>();
    private final Map<String, TreeSet<String>> wentTo = new TreeMap<>();

    /**
     * Nothing has moved yet.
     *
     * @param language language of the desk that the stories are of
     * @param sizes how many articles a story has; 0 when there is none
     */
    public StoryShifts(String language, ToLongFunction<String> sizes) {
        this.language = language;
        this.sizes = sizes;
    }

    /**
     * Moves one article.
     *
     * @param old the story that it was in; null when it was in none
     * @param story the story that it is in; null when it is in none any more
     */
    public void move(@Nullable String old, @Nullable String story) {
        if (story != null && story.equals(old)) {
            return;
        }
        if (story != null) {
            count(story, 1);
        }
        if (old != null) {
            count(old, -1);
        }
        if (old != null && story != null) {
            cameFrom.computeIfAbsent(story, ignored -> new TreeSet<>()).add(old);
            wentTo.computeIfAbsent(old, ignored -> new TreeSet<>()).add(story);
        }
    }

    /** Articles of each story that was touched, as they are now. */
    public SortedMap<String, Long> sizes() {
        return Collections.unmodifiableSortedMap(after);
    }

    /** What became of the stories, by story. */
    public List<StoryChange> changes(Instant knownAt) {
        List<StoryChange> changes = new ArrayList<>();
        after.forEach((story, size) -> {
            long was = before.getOrDefault(story, 0L);
            List<String> merged = cameFrom.getOrDefault(story, new TreeSet<>()).stream()
                    .filter(other -> after.getOrDefault(other, 1L) == 0)
                    .toList();
            List<String> split = List.copyOf(wentTo.getOrDefault(story, new TreeSet<>()));
            StoryChangeKind kind = kind(was, size, !merged.isEmpty(), !split.isEmpty());
            if (kind != null) {
                List<String> others =
                        kind == StoryChangeKind.MERGED ? merged : kind == StoryChangeKind.SPLIT ? split : List.of();
                changes.add(new StoryChange(story, language, kind, Math.toIntExact(size), others, knownAt));
            }
        });
        return changes;
    }

    private static @Nullable StoryChangeKind kind(long before, long after, boolean merged, boolean split) {
        if (after == 0) {
            return before == 0 ? null : StoryChangeKind.REMOVED;
        }
        if (merged) {
            return StoryChangeKind.MERGED;
        }
        if (split) {
            return StoryChangeKind.SPLIT;
        }
        if (before == 0) {
            return StoryChangeKind.CREATED;
        }
        return after == before ? null : after > before ? StoryChangeKind.GROWN : StoryChangeKind.SHRUNK;
    }

    private void count(String story, int difference) {
        if (!before.containsKey(story)) {
            long size = sizes.applyAsLong(story);
            before.put(story, size);
            after.put(story, size);
        }
        after.merge(story, (long) difference, Long::sum);
    }
}
