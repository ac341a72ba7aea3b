/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

/**
 * What utterances depend on besides the quotes.
 *
 * @param windowMillis two quotes relate only when the firstObservedAt of their articles differ by at most this
 * @param hubs quotes of one index list that are compared with all others of the list
 */
public record UtteranceConfig(long windowMillis, int hubs) {
    public UtteranceConfig {
        if (windowMillis <= 0 || hubs <= 0) {
            throw new IllegalArgumentException("window and hubs must be above 0");
        }
    }
}
