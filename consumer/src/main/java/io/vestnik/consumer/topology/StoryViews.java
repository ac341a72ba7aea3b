/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.query.ViewKind;
import io.vestnik.consumer.recipe.StoryRecipe;
import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.avro.ArticleLine;
import io.vestnik.schemas.avro.StoryView;
import io.vestnik.schemas.serde.Encoded;

/** Coverage of a story and the lines of its articles, to {@code news.views.stories.v1}. */
final class StoryViews implements ViewRecipe<TopicRows, StoryView> {
    private static final String PREFIX = TopicIds.story("");

    private KeyValueStore<String, Encoded<ArticleLine>> storyLines;

    @SuppressWarnings("NullAway.Init") // the store comes with open()
    private StoryViews() {}

    /** From touched topics to views of stories. */
    static void add(KStream<RowKey, TopicRows> touchedTopics, ViewSinks sinks) {
        sinks.add(
                touchedTopics.filter((key, rows) -> key.group().startsWith(PREFIX), Named.as("stories-touched")),
                ViewKind.STORIES,
                StoryViews::new,
                sinks.topics().viewStories,
                ConsumerStores.STORY_LINES);
    }

    @Override
    public void open(ProcessorContext<?, ?> context) {
        storyLines = context.getStateStore(ConsumerStores.STORY_LINES);
    }

    @Override
    public String id(String topic) {
        return topic.substring(PREFIX.length());
    }

    @Override
    public @Nullable StoryView view(String topic, TopicRows rows) {
        return StoryRecipe.view(rows.coverage(), receiver -> Groups.values(storyLines, topic, receiver));
    }
}
