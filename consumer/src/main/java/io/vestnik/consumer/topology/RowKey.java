/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

import io.vestnik.schemas.Keys;
import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.serde.BadRecordException;
import io.vestnik.schemas.serde.BadRecordException.Reason;

/**
 * Key of a row. It is written as its group alone, by which the rows of a view are partitioned: so rows of several tables
 * meet under one key, and Kafka Streams need not be told of another key, for which it would send them through a topic.
 *
 * @param group key of the view that the row belongs to
 * @param row key of the row in its table
 */
record RowKey(String group, String row) {
    /** Parts of {@code topic|articleId}. */
    static final int PARTS_OF_MEMBER = 2;
    /** Parts of {@code utteranceId|articleId|begin}. */
    static final int PARTS_OF_RENDERING = 3;

    /** Serde of keys of a table whose rows are groups of their own. */
    static Serde<RowKey> groups() {
        return serde(key -> new RowKey(key, key));
    }

    /** Serde of entity ids: an entity belongs to its topic. */
    static Serde<RowKey> entities() {
        return serde(key -> new RowKey(TopicIds.entity(key), key));
    }

    /** Serde of names of watches: a watch belongs to its topic. */
    static Serde<RowKey> watches() {
        return serde(key -> new RowKey(TopicIds.watch(key), key));
    }

    /** Serde of keys {@code topic|articleId}. */
    static Serde<RowKey> members() {
        return serde(key -> new RowKey(split(key, PARTS_OF_MEMBER), key));
    }

    /** Serde of keys {@code utteranceId|articleId|begin}. */
    static Serde<RowKey> renderings() {
        return serde(key -> new RowKey(split(key, PARTS_OF_RENDERING), key));
    }

    private static Serde<RowKey> serde(Function<String, RowKey> parsed) {
        Serializer<RowKey> writer = (topic, key) -> key.group().getBytes(StandardCharsets.UTF_8);
        Deserializer<RowKey> reader = (topic, bytes) -> parsed.apply(new String(bytes, StandardCharsets.UTF_8));
        return Serdes.serdeFrom(writer, reader);
    }

    /** The first part of a composite key. */
    private static String split(String key, int parts) {
        try {
            return Keys.split(key, parts).get(0);
        } catch (IllegalArgumentException e) {
            throw new BadRecordException(
                    Reason.BAD_KEY,
                    "The key '" + key + "' does not have " + parts
                            + " parts joined by '|'. Only Vestnik's own writers may write to this topic.",
                    e);
        }
    }
}
