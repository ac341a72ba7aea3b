/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import java.util.List;

import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.query.ViewKind;
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
        if (row == null || rows.stories().isEmpty()) {
            return null;
        }
        SpikeRule rule = SpikeUpdates.rule(watches, topic);
        return CoverageView.newBuilder()
                .setTopic(topic)
                .setKind(row.getKind())
                .setName(row.getName())
                .setArticles(row.getArticles())
                .setOriginals(row.getOriginals())
                .setCopies(row.getCopies())
                .setQuotes(row.getQuotes())
                .setOutlets(row.getOutlets())
                .setSpeakers(row.getSpeakers())
                .setEntities(row.getEntities())
                .setFirstObservedAt(row.getFirstObservedAt())
                .setFirstObservedIn(row.getFirstObservedIn())
                .setLastObservedAt(row.getLastObservedAt())
                .setHours(row.getHours())
                .setStories(rows.stories())
                .setSpikes(rule == null ? List.of() : new Spikes(row, rule).all())
                .build();
    }
}
