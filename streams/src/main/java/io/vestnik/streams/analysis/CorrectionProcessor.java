/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.analysis;

import java.util.List;
import java.util.Optional;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.Correction;
import io.vestnik.schemas.avro.internal.ArticleState;
import io.vestnik.schemas.serde.Encoded;
import io.vestnik.streams.table.StepOutput;
import io.vestnik.streams.table.TopologyParts;

/**
 * Keeps what people have corrected with the article that it is of, and sends the article on when it reads differently
 * now. A correction of an article that has not come yet waits in its state.
 */
final class CorrectionProcessor extends ContextualProcessor<String, Correction, String, StepOutput> {
    private final CorrectionCheck check;
    private final ArticleOutputs articleOutputs;

    // Set by init, which Kafka Streams calls before anything else.
    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, Encoded<ArticleState>> states;

    CorrectionProcessor(CorrectionCheck check, TopologyParts parts) {
        this.check = check;
        this.articleOutputs = new ArticleOutputs(parts);
    }

    @Override
    public void init(ProcessorContext<String, StepOutput> context) {
        super.init(context);
        states = context.getStateStore(AnalysisTopology.STATES);
    }

    @Override
    public void process(Record<String, Correction> record) {
        Correction correction = check.check(record.key(), record.value());
        String articleId = record.key();
        Encoded<ArticleState> held = states.get(articleId);
        @Nullable ArticleState before = held == null ? null : held.value();
        Optional<ArticleState> corrected = CorrectedArticle.correct(before, correction);
        if (corrected.isEmpty()) {
            return;
        }
        Encoded<ArticleState> after = AnalysisProcessor.sized(corrected.get());
        List<Record<String, StepOutput>> outputs = articleOutputs.of(
                articleId, before, after.value(), context().taskId().partition());
        states.put(articleId, after);
        outputs.forEach(context()::forward);
    }
}
