/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;

import io.vestnik.consumer.query.LocalQueryStore;
import io.vestnik.schemas.StoryIds;

/**
 * Keeps of each article the id of the story that would begin with it. So the id that a story once had leads to the article
 * that gave it, and on to the story that this article is in now. Forwards what it is told.
 */
final class FirstArticles<V extends SpecificRecord>
        extends ContextualFixedKeyProcessor<RowKey, RowChange<V>, RowChange<V>> {
    private KeyValueStore<String, String> articles;

    @SuppressWarnings("NullAway.Init") // the store comes with init()
    FirstArticles() {}

    @Override
    public void init(FixedKeyProcessorContext<RowKey, RowChange<V>> context) {
        super.init(context);
        articles = context.getStateStore(LocalQueryStore.FIRST_ARTICLES);
    }

    @Override
    public void process(FixedKeyRecord<RowKey, RowChange<V>> record) {
        RowChange<V> change = record.value();
        if ((change.before() == null) != (change.after() == null)) {
            String articleId = record.key().row();
            articles.put(StoryIds.of(articleId), change.after() == null ? null : articleId);
        }
        context().forward(record);
    }
}
