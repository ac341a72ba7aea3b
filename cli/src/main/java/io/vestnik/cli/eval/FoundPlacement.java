/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where an article was placed.
 *
 * @param id its id
 * @param copyOf the article that it is a copy of; null for an original
 * @param copyShare similarity to that one in thousandths; null when it was not told
 * @param story id of its story; null when it has none, and so stands alone
 * @param thread id of the thread of its story; null when the story stands alone
 * @param links evidence for the story
 */
public record FoundPlacement(
        String id,
        @Nullable String copyOf,
        @Nullable Integer copyShare,
        @Nullable String story,
        @Nullable String thread,
        List<Link> links) {
    /**
     * What an article has in common with another one of its story.
     *
     * @param id the other article
     * @param similarity in thousandths
     * @param shared words, weightiest first
     */
    public record Link(String id, int similarity, List<String> shared) {}

    /** The story, as a key that no story of another article has when this one stands alone. */
    public static String storyKey(@Nullable FoundPlacement placement, String id) {
        String story = placement == null ? null : placement.story;
        return story == null ? "alone " + id : "story " + story;
    }

    /** The thread, likewise; a story without a thread is a thread of its own. */
    public static String threadKey(@Nullable FoundPlacement placement, String id) {
        String thread = placement == null ? null : placement.thread;
        return thread == null ? storyKey(placement, id) : "thread " + thread;
    }
}
