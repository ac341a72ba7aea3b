/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.query.ViewKind;
import io.vestnik.consumer.recipe.CoverageRecipe;
import io.vestnik.schemas.avro.CoverageView;

/** Coverage of any topic and the stories that its articles belong to, to {@code news.views.coverage.v1}. */
final class CoverageViews implements ViewRecipe<TopicRows, CoverageView> {
    private CoverageViews() {}

    /** From touched topics to views of their coverage. */
    static void add(KStream<RowKey, TopicRows> touchedTopics, ViewSinks sinks) {
        sinks.add(touchedTopics, ViewKind.COVERAGE, CoverageViews::new, sinks.topics().viewCoverage);
    }

    @Override
    public void open(ProcessorContext<?, ?> context) {
        // What was read is all that it needs.
    }

    @Override
    public String id(String topic) {
        return topic;
    }

    @Override
    public @Nullable CoverageView view(String topic, TopicRows rows) {
        return CoverageRecipe.view(rows.coverage(), rows.stories());
    }
}
