/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.analysis;

import java.util.List;
import java.util.Optional;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.ErasureMark;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.internal.ArticleState;
import io.vestnik.schemas.serde.Encoded;
import io.vestnik.streams.error.BadArticleException;
import io.vestnik.streams.table.StepOutput;
import io.vestnik.streams.table.TopologyParts;
import io.vestnik.streams.table.ValueSizes;

/**
 * Holds the events of each article, and sends it on when it reads differently from before. A record without a value
 * erases its article: all that is kept of it is a number.
 */
final class AnalysisProcessor extends ContextualProcessor<String, ArticleEvent, String, StepOutput> {
    private final ArticleCheck check;
    private final ArticleRevision revision;
    private final ArticleOutputs articleOutputs;

    // Set by init, which Kafka Streams calls before anything else.
    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, Encoded<ArticleState>> states;

    AnalysisProcessor(ArticleCheck check, ArticleRevision revision, TopologyParts parts) {
        this.check = check;
        this.revision = revision;
        this.articleOutputs = new ArticleOutputs(parts);
    }

    @Override
    public void init(ProcessorContext<String, StepOutput> context) {
        super.init(context);
        states = context.getStateStore(AnalysisTopology.STATES);
    }

    @Override
    public void process(Record<String, ArticleEvent> record) {
        Optional<ArticleEvent> event = check.check(record.key(), record.value(), ErasureMark.isOn(record.headers()));
        String articleId = record.key();
        Encoded<ArticleState> held = states.get(articleId);
        @Nullable ArticleState before = held == null ? null : held.value();
        Optional<ArticleState> revised =
                event.isPresent() ? revision.apply(before, event.get()) : revision.erase(before);
        if (revised.isEmpty()) {
            return;
        }
        Encoded<ArticleState> after = sized(revised.get());
        List<Record<String, StepOutput>> outputs = articleOutputs.of(
                articleId, before, after.value(), context().taskId().partition());
        states.put(articleId, after);
        outputs.forEach(context()::forward);
    }

    /**
     * The state as it is kept. It holds the analysis, so whatever is made of it is no larger.
     *
     * @throws BadArticleException when it is too large for a topic
     */
    static Encoded<ArticleState> sized(ArticleState state) {
        Encoded<ArticleState> encoded = Encoded.of(state);
        int size = encoded.size();
        if (size > ValueSizes.LIMIT) {
            throw new BadArticleException(
                    BadArticleException.Reason.TOO_LARGE,
                    "What was read from the article has " + size + " bytes, more than the " + ValueSizes.LIMIT
                            + " that a topic takes; shorten or split it.");
        }
        return encoded;
    }
}
