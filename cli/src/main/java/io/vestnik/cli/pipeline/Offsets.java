/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.pipeline;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Where partitions begin and end, and how far groups have come. */
public final class Offsets {
    /** The order of topics by name, and of their partitions. */
    public static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    /**
     * How long a broker may hold back an answer that has nothing in it. Its default of half a second is made for readers
     * that wait for news; these read what is there, and most partitions hold little.
     */
    static final int FETCH_WAIT_MS = 10;

    private static final long CALL_SECONDS = 30;

    private Offsets() {}

    /**
     * What partitions hold.
     *
     * @param topics topics that exist
     * @param isolation whether records count that no transaction has committed yet
     * @throws org.apache.kafka.common.errors.UnknownTopicOrPartitionException when one does not
     */
    public static Map<TopicPartition, OffsetRange> ranges(
            Admin admin, Collection<String> topics, IsolationLevel isolation) throws InterruptedException {
        Map<TopicPartition, Long> begins = list(admin, topics, OffsetSpec.earliest(), isolation);
        Map<TopicPartition, OffsetRange> ranges = new TreeMap<>(ORDER);
        list(admin, topics, OffsetSpec.latest(), isolation)
                .forEach((partition, end) ->
                        ranges.put(partition, new OffsetRange(begins.getOrDefault(partition, 0L), end)));
        return ranges;
    }

    /** Where the partitions of topics end. */
    public static Map<TopicPartition, Long> ends(Admin admin, Collection<String> topics, IsolationLevel isolation)
            throws InterruptedException {
        return list(admin, topics, OffsetSpec.latest(), isolation);
    }

    private static Map<TopicPartition, Long> list(
            Admin admin, Collection<String> topics, OffsetSpec which, IsolationLevel isolation)
            throws InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new TreeMap<>(ORDER);
        get(admin.describeTopics(topics).allTopicNames()).forEach((name, description) -> description
                .partitions()
                .forEach(partition -> asked.put(new TopicPartition(name, partition.partition()), which)));
        Map<TopicPartition, Long> offsets = new TreeMap<>(ORDER);
        get(admin.listOffsets(asked, new ListOffsetsOptions(isolation)).all())
                .forEach((partition, offset) -> offsets.put(partition, offset.offset()));
        return offsets;
    }

    /** How far a group has come, for the partitions that it has committed for. */
    public static Map<TopicPartition, Long> committed(Admin admin, String group) throws InterruptedException {
        Map<TopicPartition, Long> committed = new TreeMap<>(ORDER);
        get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition, offset.offset());
                    }
                });
        return committed;
    }

    /** The greatest timestamp of the records of topics; the epoch when they hold none. */
    public static Instant newest(Admin admin, Collection<String> topics) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new TreeMap<>(ORDER);
        ends(admin, topics, IsolationLevel.READ_UNCOMMITTED)
                .keySet()
                .forEach(partition -> asked.put(partition, OffsetSpec.maxTimestamp()));
        long newest = get(admin.listOffsets(asked).all()).values().stream()
                .mapToLong(ListOffsetsResultInfo::timestamp)
                .max()
                .orElse(0);
        return Instant.ofEpochMilli(Math.max(0, newest));
    }

    /**
     * Waits for the cluster's answer, for a bounded time.
     *
     * @throws KafkaException what the cluster answers instead
     */
    public static <T> T get(KafkaFuture<T> answer) throws InterruptedException {
        try {
            return answer.get(CALL_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        } catch (java.util.concurrent.TimeoutException e) {
            throw new TimeoutException("There was no answer within " + CALL_SECONDS + " s.", e);
        }
    }
}
