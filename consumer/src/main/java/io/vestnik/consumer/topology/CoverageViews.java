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

/** Coverage of any topic and the stories that its articles belong to, to {@code news.views.coverage.v1}. */
final class CoverageViews implements ViewRecipe<CoverageView> {
    private KeyValueStore<String, Coverage> coverage;
    private KeyValueStore<String, Integer> topicStories;

    @SuppressWarnings("NullAway.Init") // the stores come with open()
    CoverageViews() {}

    /** From touched topics to views of their coverage. */
    static void add(KStream<String, Touched> touchedTopics, ViewSinks sinks) {
        sinks.add(
                touchedTopics,
                ViewKind.COVERAGE,
                CoverageViews::new,
                sinks.topics().viewCoverage,
                ConsumerStores.COVERAGE,
                ConsumerStores.TOPIC_STORIES);
    }

    @Override
    public void open(ProcessorContext<?, ?> context) {
        coverage = context.getStateStore(ConsumerStores.COVERAGE);
        topicStories = context.getStateStore(ConsumerStores.TOPIC_STORIES);
    }

    @Override
    public String id(String topic) {
        return topic;
    }

    @Override
    public @Nullable CoverageView view(String topic) {
        Coverage row = coverage.get(topic);
        if (row == null) {
            return null;
        }
        List<String> stories = Groups.stories(topicStories, topic);
        if (stories.isEmpty()) {
            return null;
        }
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
                .setStories(stories)
                .build();
    }
}
