/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.table;

import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Asks an {@link ObjectStore} for its object. An interactive query is the public way through the layers (metrics,
 * changelog) that Kafka Streams puts around a store: they pass on queries that they do not know.
 *
 * @param <T> type of the object
 * @param type the same
 */
public record ObjectQuery<T>(Class<T> type) implements Query<T> {
    /**
     * The object of a store.
     *
     * @throws IllegalStateException when the store has none of that type
     */
    public static <T> T ask(KeyValueStore<String, ?> store, Class<T> type) {
        QueryResult<T> answer = store.query(new ObjectQuery<>(type), PositionBound.unbounded(), new QueryConfig(false));
        if (answer.isFailure()) {
            throw new IllegalStateException(
                    "store " + store.name() + " holds no " + type.getSimpleName() + ": " + answer.getFailureMessage());
        }
        return answer.getResult();
    }
}
