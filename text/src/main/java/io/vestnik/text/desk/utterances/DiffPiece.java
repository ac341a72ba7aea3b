/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

/**
 * A run of words in the comparison of a variant with the best source.
 *
 * @param op what happened to the words
 * @param text the words, as written in the variant (SAME, ADDED) or in the source (REMOVED)
 */
public record DiffPiece(Op op, String text) {
    /** What happened to a run of words. */
    public enum Op {
        SAME,
        ADDED,
        REMOVED
    }
}
