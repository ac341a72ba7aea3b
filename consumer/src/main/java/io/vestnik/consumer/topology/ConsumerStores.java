/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import java.util.Map;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

import io.vestnik.consumer.query.ViewKind;

/**
 * The stores of the consumer, all with a changelog; RocksDB but for the small ones of what is to be computed. Keys are
 * UTF-8 strings. Names are part of the changelogs' names: a renamed store starts empty.
 */
final class ConsumerStores {
    /** topic to Coverage. */
    static final String COVERAGE = "coverage-rows";
    /** topic|articleId to CoverageMember. */
    static final String COVERAGE_MEMBERS = "coverage-member-rows";
    /** topic|time|articleId to the key of the row. */
    static final String COVERAGE_MEMBER_ORDER = "coverage-member-order";
    /** topic|story to the number of the topic's articles in the story. */
    static final String TOPIC_STORIES = "topic-stories";
    /** entityId to Entity. */
    static final String ENTITIES = "entity-rows";
    /** utteranceId to Utterance. */
    static final String UTTERANCES = "utterance-rows";
    /** utteranceId|articleId|begin to UtteranceMember. */
    static final String UTTERANCE_MEMBERS = "utterance-member-rows";
    /** utteranceId|time|articleId|begin to the key of the row. */
    static final String UTTERANCE_MEMBER_ORDER = "utterance-member-order";

    private ConsumerStores() {}

    /** View id to view. */
    static <V extends SpecificRecord> StoreBuilder<KeyValueStore<String, V>> views(ViewKind kind, Serde<V> serde) {
        return store(kind.store(), serde);
    }

    /** Position in the list of all views, see {@link ViewKind#position}, to view id. */
    static StoreBuilder<KeyValueStore<String, String>> positions(ViewKind kind) {
        return store(kind.positionStore(), Serdes.String());
    }

    /** Key of a view that is to be recomputed to the timestamp of the latest record that touched it. */
    static StoreBuilder<KeyValueStore<String, Long>> pending(ViewKind kind) {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(kind.pendingStore()), Serdes.String(), Serdes.Long())
                .withLoggingEnabled(Map.of())
                .withCachingDisabled();
    }

    /** A store with a changelog and without a cache: what is read by other threads must be in the store itself. */
    static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values)
                .withLoggingEnabled(Map.of())
                .withCachingDisabled();
    }
}
