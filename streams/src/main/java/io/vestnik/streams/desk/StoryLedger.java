/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.desk;

import java.time.Instant;
import java.util.List;

import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.Keys;
import io.vestnik.schemas.avro.StoryChange;
import io.vestnik.text.desk.DeskChange;
import io.vestnik.text.desk.Placement;

/** Knows the story of each article, and tells what happened to stories from the placements that a change of the desk brought. */
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
        StoryShifts shifts = new StoryShifts(language, story -> {
            Long size = sizes.get(Keys.of(language, story));
            return size == null ? 0 : size;
        });
        for (String articleId : change.removedPlacements()) {
            shifts.move(storyOf.delete(Keys.of(language, articleId)), null);
        }
        for (Placement placement : change.placements()) {
            String key = Keys.of(language, placement.articleId());
            @Nullable String old = storyOf.get(key);
            String story = placement.story();
            if (!story.equals(old)) {
                storyOf.put(key, story);
                shifts.move(old, story);
            }
        }
        shifts.sizes().forEach((story, size) -> writeSize(language, story, size));
        return shifts.changes(knownAt);
    }

    /** Forgets articles and stories that nothing more will be said of. */
    void forget(String language, List<String> articleIds, List<String> stories) {
        articleIds.forEach(articleId -> storyOf.delete(Keys.of(language, articleId)));
        stories.forEach(story -> sizes.delete(Keys.of(language, story)));
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
