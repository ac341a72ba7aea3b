/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.copies;

/**
 * What copies and derivations depend on besides the texts. Shares are in thousandths.
 *
 * @param windowMillis two articles relate only when their firstObservedAt differ by at most this
 * @param containment least part of the shorter text's shingles that a copy shares
 * @param excerptLength least words of an excerpt, as a part of the original's words
 * @param facts least part of the numbers and names of the text with fewer of them that a copy shares
 * @param derivationShare least part of a text's shingles that stand in the text it was written from
 * @param hubs articles of one index list that are compared with all others of the list
 */
public record CopyConfig(
        long windowMillis, int containment, int excerptLength, int facts, int derivationShare, int hubs) {
    private static final int WHOLE = 1000;

    public CopyConfig {
        if (windowMillis <= 0 || hubs <= 0) {
            throw new IllegalArgumentException("window and hubs must be above 0");
        }
        for (int share : new int[] {containment, excerptLength, facts, derivationShare}) {
            if (share < 0 || share > WHOLE) {
                throw new IllegalArgumentException("a share must be in 0..1000 thousandths, not " + share);
            }
        }
    }
}
