/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.stories;

/**
 * What stories and threads depend on besides the articles. Evidence is the logarithm of odds, in thousandths: 0 is even
 * odds, 1000 is 73 of 100.
 *
 * @param windowMillis two articles relate only when their firstObservedAt differ by at most this
 * @param spanMillis a story takes no article this much after its first one
 * @param threadSpanMillis a thread takes no story that begins this much after its first one
 * @param hubs articles of one index list that are compared with all others of the list
 * @param story least evidence for an article to belong to a story
 * @param thread least evidence for a story to belong to a thread
 * @param near evidence below the least that an article still counts at, beside better ones
 * @param storyFading what a day between two articles takes from the evidence for one story
 * @param threadFading what a day between two articles takes from the evidence for one thread
 */
public record StoryConfig(
        long windowMillis,
        long spanMillis,
        long threadSpanMillis,
        int hubs,
        int story,
        int thread,
        int near,
        int storyFading,
        int threadFading) {
    public StoryConfig {
        if (windowMillis <= 0 || spanMillis <= 0 || threadSpanMillis <= 0 || hubs <= 0) {
            throw new IllegalArgumentException("window, spans and hubs must be above 0");
        }
        if (near < 0 || storyFading < 0 || threadFading < 0) {
            throw new IllegalArgumentException("near and fadings must not be below 0");
        }
    }
}
