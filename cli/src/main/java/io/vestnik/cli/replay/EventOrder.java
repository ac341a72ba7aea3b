/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.replay;

import java.util.Comparator;

import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.ArticleEventKind;
import io.vestnik.schemas.avro.Correction;
import io.vestnik.schemas.avro.CorrectionKind;

/**
 * Where an event stands among those of a corpus: by when it was observed, then by article, a retraction last, then by
 * content. So a corpus is in one order however its lines are.
 *
 * @param observedAt when it was observed, milliseconds since the epoch
 * @param articleId its article
 * @param correction whether it is what a person said of the article
 * @param retraction whether it takes the article, or an earlier correction, back
 * @param contentHash SHA-256 of the content; empty for a retraction; of a correction its id, who said it and why
 */
record EventOrder(long observedAt, String articleId, boolean correction, boolean retraction, String contentHash)
        implements Comparable<EventOrder> {
    private static final Comparator<EventOrder> ORDER = Comparator.comparingLong(EventOrder::observedAt)
            .thenComparing(EventOrder::articleId)
            .thenComparing(EventOrder::correction)
            .thenComparing(EventOrder::retraction)
            .thenComparing(EventOrder::contentHash);

    static EventOrder of(ArticleEvent event) {
        String hash = event.getContentHash();
        return new EventOrder(
                event.getObservedAt().toEpochMilli(),
                event.getArticleId(),
                false,
                event.getKind() == ArticleEventKind.RETRACTION,
                hash == null ? "" : hash);
    }

    static EventOrder of(Correction correction) {
        return new EventOrder(
                correction.getObservedAt().toEpochMilli(),
                correction.getArticleId(),
                true,
                correction.getKind() == CorrectionKind.RETRACTION,
                String.join("\n", correction.getId(), correction.getBy(), correction.getWhy()));
    }

    @Override
    public int compareTo(EventOrder other) {
        return ORDER.compare(this, other);
    }
}
