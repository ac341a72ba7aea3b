/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import java.util.List;

import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.query.ViewKind;
import io.vestnik.consumer.recipe.CoverageRecipe;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.CoverageView;
import io.vestnik.schemas.avro.SpikeRule;
import io.vestnik.schemas.avro.Watch;
import io.vestnik.schemas.serde.Encoded;

/** Coverage of any topic and the stories that its articles belong to, to {@code news.views.coverage.v1}. */
final class CoverageViews implements ViewRecipe<TopicRows, CoverageView> {
    private KeyValueStore<String, Encoded<Watch>> watches;

    @SuppressWarnings("NullAway.Init") // the store comes with open()
    private CoverageViews() {}

    /** From touched topics to views of their coverage. */
    static void add(KStream<RowKey, TopicRows> touchedTopics, ViewSinks sinks) {
        sinks.add(
                touchedTopics,
                ViewKind.COVERAGE,
                CoverageViews::new,
                sinks.topics().viewCoverage,
                ConsumerStores.WATCHES);
    }

    @Override
    public void open(ProcessorContext<?, ?> context) {
        watches = context.getStateStore(ConsumerStores.WATCHES);
    }

    @Override
    public String id(String topic) {
        return topic;
    }

    @Override
    public @Nullable CoverageView view(String topic, TopicRows rows) {
        Coverage row = rows.coverage();
        SpikeRule rule = SpikeUpdates.rule(watches, topic);
        return CoverageRecipe.view(
                row, rows.stories(), row == null || rule == null ? List.of() : new Spikes(row, rule).all());
    }
}
