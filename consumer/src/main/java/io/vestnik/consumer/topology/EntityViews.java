/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.query.ViewKind;
import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.Entity;
import io.vestnik.schemas.avro.EntityView;

/** An entity, the outlets that name it and the stories it is named in, to {@code news.views.entities.v1}. */
final class EntityViews implements ViewRecipe<EntityView> {
    private static final String PREFIX = TopicIds.entity("");

    private KeyValueStore<String, Entity> entities;
    private KeyValueStore<String, Coverage> coverage;
    private KeyValueStore<String, Integer> topicStories;

    @SuppressWarnings("NullAway.Init") // the stores come with open()
    EntityViews() {}

    /** From touched topics to views of entities. */
    static void add(KStream<String, Touched> touchedTopics, ViewSinks sinks) {
        KStream<String, Touched> entities =
                touchedTopics.filter((topic, touched) -> topic.startsWith(PREFIX), sinks.named("entities-touched"));
        sinks.add(
                entities,
                ViewKind.ENTITIES,
                EntityViews::new,
                sinks.topics().viewEntities,
                ConsumerStores.ENTITIES,
                ConsumerStores.COVERAGE,
                ConsumerStores.TOPIC_STORIES);
    }

    @Override
    public void open(ProcessorContext<?, ?> context) {
        entities = context.getStateStore(ConsumerStores.ENTITIES);
        coverage = context.getStateStore(ConsumerStores.COVERAGE);
        topicStories = context.getStateStore(ConsumerStores.TOPIC_STORIES);
    }

    @Override
    public String id(String topic) {
        return topic.substring(PREFIX.length());
    }

    @Override
    public @Nullable EntityView view(String topic) {
        Entity entity = entities.get(id(topic));
        Coverage row = coverage.get(topic);
        if (entity == null || row == null) {
            return null;
        }
        return EntityView.newBuilder()
                .setEntityId(entity.getEntityId())
                .setType(entity.getType())
                .setName(entity.getName())
                .setVariants(entity.getVariants())
                .setArticles(entity.getArticles())
                .setMentions(entity.getMentions())
                .setQuotes(entity.getQuotes())
                .setFirstObservedAt(entity.getFirstObservedAt())
                .setCompanions(entity.getCompanions())
                .setOutlets(row.getOutlets())
                .setStories(Groups.stories(topicStories, topic))
                .build();
    }
}
