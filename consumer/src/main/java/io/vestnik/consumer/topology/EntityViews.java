/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.query.ViewKind;
import io.vestnik.consumer.recipe.EntityRecipe;
import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.avro.Entity;
import io.vestnik.schemas.avro.EntityView;
import io.vestnik.schemas.serde.Encoded;

/** An entity, the outlets that name it and the stories it is named in, to {@code news.views.entities.v1}. */
final class EntityViews implements ViewRecipe<TopicRows, EntityView> {
    private static final String PREFIX = TopicIds.entity("");

    private KeyValueStore<String, Encoded<Entity>> entities;

    @SuppressWarnings("NullAway.Init") // the store comes with open()
    private EntityViews() {}

    /** From touched topics to views of entities. */
    static void add(KStream<RowKey, TopicRows> touchedTopics, ViewSinks sinks) {
        sinks.add(
                touchedTopics.filter((key, rows) -> key.group().startsWith(PREFIX), Named.as("entities-touched")),
                ViewKind.ENTITIES,
                EntityViews::new,
                sinks.topics().viewEntities,
                ConsumerStores.ENTITIES);
    }

    @Override
    public void open(ProcessorContext<?, ?> context) {
        entities = context.getStateStore(ConsumerStores.ENTITIES);
    }

    @Override
    public String id(String topic) {
        return topic.substring(PREFIX.length());
    }

    @Override
    public @Nullable EntityView view(String topic, TopicRows rows) {
        Encoded<Entity> kept = entities.get(id(topic));
        return EntityRecipe.view(kept == null ? null : kept.value(), rows.coverage(), rows.stories());
    }
}
