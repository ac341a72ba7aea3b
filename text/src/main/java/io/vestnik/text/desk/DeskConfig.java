/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.time.Duration;

/**
 * What a desk's answers depend on besides the articles. Two desks with equal configurations give equal answers. Shares
 * and similarities are in thousandths.
 *
 * @param windowMillis W: two articles relate only when their firstObservedAt differ by at most this
 * @param storySpanMillis S: a story takes no article this much after its first one
 * @param copyContainment least part of the shorter text's shingles that a copy shares
 * @param excerptLength least words of an excerpt, as a part of the original's words
 * @param copyFacts least part of the numbers and names of the text with fewer of them that a copy shares
 * @param derivationShare least part of a text's shingles that stand in the text it was written from
 * @param storySimilarity least similarity that makes two articles candidates for one story
 * @param storyAverage least mean similarity of an article to a story's members that are near it
 * @param hubs articles of one index list that are compared with all others of the list; the others are compared only
 *     with these
 */
public record DeskConfig(
        long windowMillis,
        long storySpanMillis,
        int copyContainment,
        int excerptLength,
        int copyFacts,
        int derivationShare,
        int storySimilarity,
        int storyAverage,
        int hubs) {
    private static final int WHOLE = 1000;

    public DeskConfig {
        if (windowMillis <= 0 || storySpanMillis <= 0 || hubs <= 0) {
            throw new IllegalArgumentException("window, story span and hubs of a desk must be above 0");
        }
        for (int share :
                new int[] {copyContainment, excerptLength, copyFacts, derivationShare, storySimilarity, storyAverage}) {
            if (share < 0 || share > WHOLE) {
                throw new IllegalArgumentException("a share must be in 0..1000 thousandths, not " + share);
            }
        }
    }

    /** The defaults, measured on the development sets; see {@code docs/models/desk.md}. */
    public static DeskConfig defaults() {
        return new DeskConfig(
                Duration.ofDays(7).toMillis(), Duration.ofDays(14).toMillis(), 430, 450, 500, 200, 380, 410, 128);
    }
}
