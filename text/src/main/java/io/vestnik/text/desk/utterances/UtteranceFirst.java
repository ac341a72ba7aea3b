/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

/**
 * Who had an utterance first by one of the two clocks: when the quote was observed, or when the publisher claims to have
 * published.
 *
 * @param articleId the article
 * @param time milliseconds since the epoch
 */
public record UtteranceFirst(String articleId, long time) {}
