/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.asof;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import com.fasterxml.jackson.databind.JsonNode;

import io.vestnik.consumer.VestnikConsumerConfig;
import io.vestnik.consumer.http.NotReadyException;
import io.vestnik.consumer.http.Problem;
import io.vestnik.consumer.query.ClusterViews;
import io.vestnik.consumer.query.ListRequest;
import io.vestnik.consumer.query.QueryStore;
import io.vestnik.consumer.query.ViewKind;
import io.vestnik.schemas.Topics;

/**
 * The views as they were known at a time. Every instance holds the whole history, so it answers alone and completely.
 */
@FunctionalInterface
public interface AsOfViews {
    /**
     * The views as of a time: made of what had become known by then, by the recipes of the views of now, in their order
     * and with their places. Its shares name no partitions, as they are all of the views.
     *
     * @param time what became known at it is included; after the last change the views are those of now
     * @throws Problem with status 501 when the past is not kept
     * @throws NotReadyException when the history is not read to its end yet
     */
    QueryStore at(Instant time);

    /** Refuses, as the setting says that the past is not kept. */
    static AsOfViews switchedOff() {
        return time -> {
            throw notKept();
        };
    }

    /** The past is asked of, but not kept. */
    static Problem notKept() {
        return new Problem(
                501,
                "Not kept",
                "This consumer keeps no past: " + VestnikConsumerConfig.AS_OF_ENABLED_CONFIG
                        + " is false. Ask without asOf, or start it with "
                        + VestnikConsumerConfig.AS_OF_ENABLED_CONFIG
                        + "=true.");
    }

    /**
     * Over what is kept.
     *
     * @param history keeps it
     * @param topics whose history it is
     * @param complete whether it holds all that was known when the instance started
     */
    static AsOfViews over(HistoryStore history, Topics topics, BooleanSupplier complete) {
        return time -> {
            if (!complete.getAsBoolean()) {
                throw new NotReadyException("The history is still being read. Ask again in a moment.");
            }
            return new AsOfQueryStore(history, topics, time);
        };
    }

    /** A page of a list as of a time; see {@link #at}. */
    default ClusterViews.Page list(Instant time, ViewKind kind, ListRequest request) {
        return ClusterViews.Page.of(at(time), kind, request);
    }

    /** One view as of a time; see {@link #at}. */
    default Optional<JsonNode> get(Instant time, ViewKind kind, String id) {
        return at(time).get(kind, id).rows().stream().map(QueryStore.Row::view).findFirst();
    }

    /**
     * The views of some ids as of a time, in their order; those that were not there are left out.
     *
     * @param brief without what lists leave out, see {@link ViewKind#brief}
     */
    default List<JsonNode> getAll(Instant time, ViewKind kind, List<String> ids, boolean brief) {
        return at(time).getAll(kind, ids, brief).rows().stream()
                .map(QueryStore.Row::view)
                .toList();
    }
}
