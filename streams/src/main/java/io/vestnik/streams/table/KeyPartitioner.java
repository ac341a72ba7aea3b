/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.table;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;

import io.vestnik.schemas.Keys;
import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.Topics;

/**
 * Puts a row where the row it belongs to is: hours and members of a topic beside its coverage, members of an utterance
 * beside the utterance, an entity beside its coverage. Readers can then join them without a shuffle. The hash is that
 * of Kafka's own partitioner.
 */
public final class KeyPartitioner<V> implements StreamPartitioner<String, V> {
    private final UnaryOperator<String> owner;

    private KeyPartitioner(UnaryOperator<String> owner) {
        this.owner = owner;
    }

    /** The partitioner of a table of these topics. */
    public static <V> KeyPartitioner<V> of(Topics topics, io.vestnik.schemas.Topic<?> table) {
        if (table.equals(topics.coverageHours)
                || table.equals(topics.coverageMembers)
                || table.equals(topics.utteranceMembers)) {
            return new KeyPartitioner<>(key -> Keys.split(key).get(0));
        }
        return new KeyPartitioner<>(table.equals(topics.entities) ? TopicIds::entity : UnaryOperator.identity());
    }

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, V value, int numPartitions) {
        return Optional.of(Set.of(partition(key, numPartitions)));
    }

    /** The partition of a row, by its key. */
    public int partition(String key, int numPartitions) {
        byte[] bytes = owner.apply(key).getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(bytes)) % numPartitions;
    }
}
