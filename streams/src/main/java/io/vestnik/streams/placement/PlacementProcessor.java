/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.placement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

import io.vestnik.schemas.avro.internal.ContributionChange;
import io.vestnik.schemas.avro.internal.DeskResult;
import io.vestnik.schemas.avro.internal.PlacementState;
import io.vestnik.streams.article.AnalysisChange;
import io.vestnik.streams.table.Message;
import io.vestnik.streams.table.StepOutput;

/**
 * Feeds the two inputs of the step into the merge and forwards what comes of it. The inputs keep their types by two
 * processors over one store.
 *
 * @param <V> the input: {@link AnalysisChange} or {@link DeskResult}
 */
abstract class PlacementProcessor<V> extends ContextualProcessor<String, V, String, StepOutput> {
    private final PlacementMerge merge;

    // Set by init, which Kafka Streams calls before anything else.
    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, PlacementState> states;

    private PlacementProcessor(PlacementMerge merge) {
        this.merge = merge;
    }

    /** Takes changes of analyses in. */
    static final class OfAnalyses extends PlacementProcessor<AnalysisChange> {
        OfAnalyses(PlacementMerge merge) {
            super(merge);
        }

        @Override
        PlacementMerge.Merged apply(
                PlacementMerge merge, PlacementState before, Record<String, AnalysisChange> record) {
            AnalysisChange change = record.value();
            return merge.analysis(record.key(), before, change, Instant.ofEpochMilli(record.timestamp()));
        }
    }

    /** Takes the desks' answers in. */
    static final class OfResults extends PlacementProcessor<DeskResult> {
        OfResults(PlacementMerge merge) {
            super(merge);
        }

        @Override
        PlacementMerge.Merged apply(PlacementMerge merge, PlacementState before, Record<String, DeskResult> record) {
            return merge.result(record.key(), before, record.value());
        }
    }

    abstract PlacementMerge.Merged apply(PlacementMerge merge, PlacementState before, Record<String, V> record);

    @Override
    public void init(ProcessorContext<String, StepOutput> context) {
        super.init(context);
        states = context.getStateStore(PlacementTopology.STATES);
    }

    @Override
    public void process(Record<String, V> record) {
        PlacementState held = states.get(record.key());
        PlacementMerge.Merged merged = apply(merge, held == null ? PlacementMerge.NOTHING : held, record);
        long timestamp = merged.state().getKnownAt().toEpochMilli();

        List<Record<String, StepOutput>> outputs = new ArrayList<>();
        if (merged.row() != null) {
            outputs.add(new Record<>(record.key(), merged.row(), timestamp, new RecordHeaders()));
        }
        for (ContributionChange change : merged.changes()) {
            outputs.add(new Record<>(change.getTopic(), new Message<>(change), timestamp, new RecordHeaders()));
        }
        states.put(record.key(), merged.state());
        outputs.forEach(context()::forward);
    }
}
