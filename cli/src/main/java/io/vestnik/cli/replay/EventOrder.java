/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.replay;

import java.util.Comparator;

import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.ArticleEventKind;

/**
 * Where an event stands among those of a corpus: by when it was observed, then by article, a retraction last, then by
 * content. So a corpus is in one order however its lines are.
 *
 * @param observedAt when it was observed, milliseconds since the epoch
 * @param articleId its article
 * @param retraction whether it takes the article back
 * @param contentHash SHA-256 of the content; empty for a retraction
 */
record EventOrder(long observedAt, String articleId, boolean retraction, String contentHash)
        implements Comparable<EventOrder> {
    private static final Comparator<EventOrder> ORDER = Comparator.comparingLong(EventOrder::observedAt)
            .thenComparing(EventOrder::articleId)
            .thenComparing(EventOrder::retraction)
            .thenComparing(EventOrder::contentHash);

    static EventOrder of(ArticleEvent event) {
        String hash = event.getContentHash();
        return new EventOrder(
                event.getObservedAt().toEpochMilli(),
                event.getArticleId(),
                event.getKind() == ArticleEventKind.RETRACTION,
                hash == null ? "" : hash);
    }

    @Override
    public int compareTo(EventOrder other) {
        return ORDER.compare(this, other);
    }
}
