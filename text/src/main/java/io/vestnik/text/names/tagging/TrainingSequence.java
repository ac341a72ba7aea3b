/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names.tagging;

/**
 * A stretch of text to learn from, at whose ends no name goes on.
 *
 * @param features hashed features of each token
 * @param first tags that are allowed for each token in the first pass, as bits
 * @param allowed tags that the annotation allows for each token from then on; several where it does not tell
 * @param scheme which annotation scheme it was annotated by, from zero
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record TrainingSequence(int[][] features, int[] first, int[] allowed, int scheme) {
    /** The same with what is allowed in the first pass allowed in all. */
    public TrainingSequence narrow() {
        return new TrainingSequence(features, first, first, scheme);
    }
}
