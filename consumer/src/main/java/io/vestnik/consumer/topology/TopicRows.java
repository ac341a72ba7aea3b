/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import java.util.List;

import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.recipe.CoverageRecipe;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.serde.Encoded;

/**
 * What the views of a touched topic have in common, read once for all of them.
 *
 * @param coverage null when there is no row
 * @param stories the stories that its articles belong to, sorted, at most {@value CoverageRecipe#MAX_STORIES}; none without
 *     coverage
 */
record TopicRows(@Nullable Coverage coverage, List<String> stories) {
    /** No view can be made without coverage, so its stories are not looked for. */
    private static final TopicRows NONE = new TopicRows(null, List.of());

    /** Reads the rows of touched topics; what it forwards bears the time at which the topic was touched. */
    static final class Reader extends ContextualFixedKeyProcessor<RowKey, Long, TopicRows> {
        private KeyValueStore<String, Encoded<Coverage>> coverage;
        private KeyValueStore<String, Integer> stories;

        @SuppressWarnings("NullAway.Init") // the stores come with init()
        Reader() {}

        @Override
        public void init(FixedKeyProcessorContext<RowKey, TopicRows> context) {
            super.init(context);
            coverage = context.getStateStore(ConsumerStores.COVERAGE);
            stories = context.getStateStore(ConsumerStores.TOPIC_STORIES);
        }

        @Override
        public void process(FixedKeyRecord<RowKey, Long> record) {
            String topic = record.key().group();
            Encoded<Coverage> row = coverage.get(topic);
            TopicRows rows = row == null ? NONE : new TopicRows(row.value(), Groups.stories(stories, topic));
            context().forward(record.withValue(rows).withTimestamp(record.value()));
        }
    }
}
