/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.Analysis;
import io.vestnik.text.PairCorrection;

/**
 * One article as a desk holds it.
 *
 * @param articleId the article
 * @param contentHash content hash of the version held
 * @param firstObservedAt earliest observation of the article, milliseconds since the epoch, UTC
 * @param claimedAt claimed time of publication, milliseconds since the epoch; null when unknown
 * @param outlet publisher; null when unknown
 * @param title title; null when there is none
 * @param analysis what the version says
 * @param quotesFirstObservedAt for each quote of the analysis, in its order, when it was first observed, milliseconds
 *     since the epoch
 * @param knownAt greatest observedAt of the article's events, milliseconds since the epoch; takes no part in any result
 * @param corrections what people have said of this article and others, by kind and article
 */
public record DeskArticle(
        String articleId,
        String contentHash,
        long firstObservedAt,
        @Nullable Long claimedAt,
        @Nullable String outlet,
        @Nullable String title,
        Analysis analysis,
        List<Long> quotesFirstObservedAt,
        long knownAt,
        List<PairCorrection> corrections) {
    /** An article that nobody has said anything of. */
    public DeskArticle(
            String articleId,
            String contentHash,
            long firstObservedAt,
            @Nullable Long claimedAt,
            @Nullable String outlet,
            @Nullable String title,
            Analysis analysis,
            List<Long> quotesFirstObservedAt,
            long knownAt) {
        this(
                articleId,
                contentHash,
                firstObservedAt,
                claimedAt,
                outlet,
                title,
                analysis,
                quotesFirstObservedAt,
                knownAt,
                List.of());
    }
}
