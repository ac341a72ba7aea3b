/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk.utterances;

import org.jspecify.annotations.Nullable;

/**
 * The article that quotes stand in.
 *
 * @param articleId the article
 * @param time its firstObservedAt, milliseconds since the epoch
 * @param claimedAt its claimed time of publication, milliseconds since the epoch; null when unknown
 * @param outlet publisher; null when unknown
 * @param title title; null when there is none
 */
public record QuoteSource(
        String articleId,
        long time,
        @Nullable Long claimedAt,
        @Nullable String outlet,
        @Nullable String title) {}
