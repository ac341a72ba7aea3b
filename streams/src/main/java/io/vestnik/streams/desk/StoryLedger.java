package io.vestnik.streams.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.Keys;
import io.vestnik.schemas.avro.StoryChange;
import io.vestnik.schemas.avro.StoryChangeKind;
import io.vestnik.text.desk.DeskChange;
import io.vestnik.text.desk.Placement;

/**
 * Tells what happened to stories from the placements that a change of the desk brought. One change gives each story
 * that it touched one entry: MERGED before SPLIT before CREATED, GROWN and SHRUNK; REMOVED for a story that is no more.
 */
final class StoryLedger {
    private final KeyValueStore<String, String> storyOf;
    private final KeyValueStore<String, Long> sizes;

    /**
     * A ledger.
     *
     * @param storyOf story by language and article
     * @param sizes articles by language and story
     */
    StoryLedger(KeyValueStore<String, String> storyOf, KeyValueStore<String, Long> sizes) {
        this.storyOf = storyOf;
        this.sizes = sizes;
    }

    /** What a change of the desk did to stories, by story. */
    List<StoryChange> apply(String language, DeskChange change, Instant knownAt) {
        Map<String, Long> before = new TreeMap<>();
        Map<String, Long> after = new TreeMap<>();
        Map<String, TreeSet<String>> cameFrom = new TreeMap<>();
        Map<String, TreeSet<String>> wentTo = new TreeMap<>();
        for (String articleId : change.removedPlacements()) {
            String old = storyOf.delete(Keys.of(language, articleId));
            if (old != null) {
                count(language, before, after, old, -1);
            }
        }
        for (Placement placement : change.placements()) {
            String key = Keys.of(language, placement.articleId());
            @Nullable String old = storyOf.get(key);
            String story = placement.story();
            if (story.equals(old)) {
                continue;
            }
            storyOf.put(key, story);
            count(language, before, after, story, 1);
            if (old != null) {
                count(language, before, after, old, -1);
                cameFrom.computeIfAbsent(story, ignored -> new TreeSet<>()).add(old);
                wentTo.computeIfAbsent(old, ignored -> new TreeSet<>()).add(story);
            }
        }
        List<StoryChange> changes = new ArrayList<>();
        after.forEach((story, size) -> {
            long was = before.getOrDefault(story, 0L);
            List<String> merged = cameFrom.getOrDefault(story, new TreeSet<>()).stream()
                    .filter(other -> after.getOrDefault(other, 1L) == 0)
                    .toList();
            List<String> split = List.copyOf(wentTo.getOrDefault(story, new TreeSet<>()));
            StoryChangeKind kind = kind(was, size, !merged.isEmpty(), !split.isEmpty());
            if (kind != null) {
                List<String> others = kind == StoryChangeKind.MERGED
                        ? merged
                        : kind == StoryChangeKind.SPLIT ? split : List.of();
                changes.add(new StoryChange(story, kind, Math.toIntExact(size), others, knownAt));
            }
            writeSize(language, story, size);
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

    private void count(
            String language, Map<String, Long> before, Map<String, Long> after, String story, int difference) {
        if (!before.containsKey(story)) {
            Long size = sizes.get(Keys.of(language, story));
            before.put(story, size == null ? 0L : size);
            after.put(story, size == null ? 0L : size);
        }
        after.merge(story, (long) difference, Long::sum);
    }

    private void writeSize(String language, String story, long size) {
        String key = Keys.of(language, story);
        if (size == 0) {
            sizes.delete(key);
        } else {
            sizes.put(key, size);
        }
    }
}
