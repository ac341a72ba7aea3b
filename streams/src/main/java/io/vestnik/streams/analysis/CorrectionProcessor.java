/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.analysis;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

import io.vestnik.schemas.avro.Correction;
import io.vestnik.schemas.avro.internal.ArticleState;
import io.vestnik.streams.article.CorrectedArticle;
import io.vestnik.streams.table.StepOutput;
import io.vestnik.streams.table.TopologyParts;

/**
 * Keeps what people have corrected with the article that it is of, and sends the article on when it reads differently
 * now. A correction of an article that has not come yet waits in its state.
 */
final class CorrectionProcessor extends ContextualProcessor<String, Correction, String, StepOutput> {
    private final CorrectionCheck check;
    private final TopologyParts parts;

    // Set by init, which Kafka Streams calls before anything else.
    @SuppressWarnings("NullAway.Init")
    private ArticleKeeper articles;

    CorrectionProcessor(CorrectionCheck check, TopologyParts parts) {
        this.check = check;
        this.parts = parts;
    }

    @Override
    public void init(ProcessorContext<String, StepOutput> context) {
        super.init(context);
        articles = new ArticleKeeper(parts, context);
    }

    @Override
    public void process(Record<String, Correction> record) {
        Correction correction = check.check(record.key(), record.value());
        String articleId = record.key();
        ArticleState before = articles.held(articleId);
        CorrectedArticle.correct(before, correction)
                .ifPresent(corrected -> articles.keep(articleId, before, corrected));
    }
}
