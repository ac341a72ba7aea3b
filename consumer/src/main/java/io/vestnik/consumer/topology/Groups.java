/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

import io.vestnik.consumer.recipe.CoverageRecipe;
import io.vestnik.schemas.Keys;

/** Reads what a store holds of one group: its keys are composite with the group in front. */
final class Groups {
    private static final StringSerializer PREFIXES = new StringSerializer();

    private Groups() {}

    /** Gives the group's values in the order of the keys until the receiver has enough and says false. */
    static <T> void values(ReadOnlyKeyValueStore<String, T> store, String group, Predicate<? super T> receiver) {
        try (KeyValueIterator<String, T> rows = store.prefixScan(Keys.prefix(group), PREFIXES)) {
            while (rows.hasNext()) {
                if (!receiver.test(rows.next().value)) {
                    return;
                }
            }
        }
    }

    /** The stories that a topic's articles belong to, sorted, at most {@value CoverageRecipe#MAX_STORIES}. */
    static List<String> stories(ReadOnlyKeyValueStore<String, Integer> topicStories, String topic) {
        List<String> stories = new ArrayList<>();
        try (KeyValueIterator<String, Integer> rows = topicStories.prefixScan(Keys.prefix(topic), PREFIXES)) {
            while (rows.hasNext() && stories.size() < CoverageRecipe.MAX_STORIES) {
                KeyValue<String, Integer> row = rows.next();
                stories.add(Keys.split(row.key).get(1));
            }
        }
        return stories;
    }
}
