package io.vestnik.streams.desk;

import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Asks a store of desk articles for its live desks. An interactive query is the public way through the layers (metrics,
 * changelog) that Kafka Streams puts around a store: they pass on queries that they do not know.
 */
final class DesksQuery implements Query<Desks> {
    /** The live desks of a store. */
    static Desks ask(KeyValueStore<String, ?> store) {
        QueryResult<Desks> answer =
                store.query(new DesksQuery(), PositionBound.unbounded(), new QueryConfig(false));
        if (answer.isFailure()) {
            throw new IllegalStateException("store " + store.name() + " holds no desks: " + answer.getFailureMessage());
        }
        return answer.getResult();
    }
}
