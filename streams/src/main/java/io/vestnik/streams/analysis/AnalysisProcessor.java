/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.analysis;

import java.util.Optional;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

import io.vestnik.schemas.ErasureMark;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.internal.ArticleState;
import io.vestnik.streams.table.StepOutput;
import io.vestnik.streams.table.TopologyParts;

/**
 * Holds the events of each article, and sends it on when it reads differently from before. A record without a value
 * erases its article: all that is kept of it is a number.
 */
final class AnalysisProcessor extends ContextualProcessor<String, ArticleEvent, String, StepOutput> {
    private final ArticleCheck check;
    private final ArticleRevision revision;
    private final TopologyParts parts;

    // Set by init, which Kafka Streams calls before anything else.
    @SuppressWarnings("NullAway.Init")
    private ArticleKeeper articles;

    AnalysisProcessor(ArticleCheck check, ArticleRevision revision, TopologyParts parts) {
        this.check = check;
        this.revision = revision;
        this.parts = parts;
    }

    @Override
    public void init(ProcessorContext<String, StepOutput> context) {
        super.init(context);
        articles = new ArticleKeeper(parts, context);
    }

    @Override
    public void process(Record<String, ArticleEvent> record) {
        Optional<ArticleEvent> event = check.check(record.key(), record.value(), ErasureMark.isOn(record.headers()));
        String articleId = record.key();
        ArticleState before = articles.held(articleId);
        (event.isPresent() ? revision.apply(before, event.get()) : revision.erase(before))
                .ifPresent(revised -> articles.keep(articleId, before, revised));
    }
}
