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
import io.vestnik.schemas.serde.Encoded;

/**
 * The stores of the consumer, all on disk and with a changelog but for those of what was touched. Keys are UTF-8
 * strings. Names are part of the changelogs' names: a renamed store starts empty.
 */
final class ConsumerStores {
    /** topic to Coverage. */
    static final String COVERAGE = "coverage-rows";
    /** topic|articleId to what is to be taken back of an article: time|story. */
    static final String TOPIC_MEMBERS = "topic-members";
    /** topic|time|articleId to ArticleLine, of topics that are stories. */
    static final String STORY_LINES = "story-lines";
    /** topic|story to the number of the topic's articles in the story. */
    static final String TOPIC_STORIES = "topic-stories";
    /** entityId to Entity. */
    static final String ENTITIES = "entity-rows";
    /** Name to Watch, all of them in each task. */
    static final String WATCHES = "watch-rows";
    /** topic to ToldSpikes. */
    static final String TOLD_SPIKES = "told-spikes";
    /** utteranceId to Utterance. */
    static final String UTTERANCES = "utterance-rows";
    /** utteranceId|articleId|begin to UtteranceMember. */
    static final String UTTERANCE_MEMBERS = "utterance-member-rows";
    /** utteranceId|time|articleId|begin to the key of the row. */
    static final String UTTERANCE_MEMBER_ORDER = "utterance-member-order";

    /** articleId to what its analysis gives to its view. */
    static final String SAID = "article-said";
    /** articleId to Placement. */
    static final String PLACEMENTS = "placement-rows";

    /** Topics to build views of; keeps nothing. */
    static final String TOUCHED_TOPICS = "touched-topics";
    /** Utterances to build views of; keeps nothing. */
    static final String TOUCHED_UTTERANCES = "touched-utterances";
    /** Articles to build views of; keeps nothing. */
    static final String TOUCHED_ARTICLES = "touched-articles";

    private ConsumerStores() {}

    /** View id to view. */
    static <V extends SpecificRecord> StoreBuilder<KeyValueStore<String, Encoded<V>>> views(
            ViewKind kind, Serde<Encoded<V>> values) {
        return store(kind.store(), values);
    }

    /** Position in the list of all views, see {@link ViewKind#place}, to view id. */
    static StoreBuilder<KeyValueStore<String, String>> positions(ViewKind kind) {
        return store(kind.positionStore(), Serdes.String());
    }

    /** A store with a changelog and without a cache: what is read by other threads must be in the store itself. */
    static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values)
                .withLoggingEnabled(Map.of())
                .withCachingDisabled();
    }
}
