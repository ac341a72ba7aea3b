/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.watch;

import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.state.KeyValueStore;

import io.vestnik.schemas.avro.Watch;

/** Asks a store of watches for its book: a query is the public way through the layers that Kafka Streams puts around it. */
public final class WatchBookQuery implements Query<WatchBook> {
    static final WatchBookQuery QUERY = new WatchBookQuery();

    private WatchBookQuery() {}

    /** The book of a store. */
    public static WatchBook ask(KeyValueStore<String, Watch> store) {
        QueryResult<WatchBook> answer = store.query(QUERY, PositionBound.unbounded(), new QueryConfig(false));
        if (answer.isFailure()) {
            throw new IllegalStateException(
                    "store " + store.name() + " holds no watches: " + answer.getFailureMessage());
        }
        return answer.getResult();
    }
}
