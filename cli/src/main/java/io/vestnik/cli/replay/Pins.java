/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.replay;

import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

import io.vestnik.cli.pipeline.OffsetRange;

/**
 * What of a cluster a run is made from, where its corpus is a topic: settled when the run begins, so that the same run made
 * again takes the same. What there was none of then there is none of again, whatever has come since.
 *
 * @param offsets of the articles, by partition; null when the corpus is no topic
 * @param corrected of the corrections, by partition; null when there were none
 * @param watches what users watched for; null when they watched for nothing
 */
record Pins(
        @Nullable SortedMap<Integer, OffsetRange> offsets,
        @Nullable SortedMap<Integer, OffsetRange> corrected,
        Manifest.@Nullable Watches watches) {

    /** Those of a run that was made. */
    static Pins of(Manifest.Corpus made) {
        Manifest.Corrections corrections = made.corrections();
        return new Pins(made.offsets(), corrections == null ? null : corrections.offsets(), made.watches());
    }
}
