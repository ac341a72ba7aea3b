/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.pipeline;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Where partitions end and how far groups have come. */
final class Offsets {
    static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    /**
     * How long a broker may hold back an answer that has nothing in it. Its default of half a second is made for readers
     * that wait for news; these read what is there, and most partitions hold little.
     */
    static final int FETCH_WAIT_MS = 10;

    private static final long CALL_SECONDS = 30;

    private Offsets() {}

    static Map<TopicPartition, Long> ends(Admin admin, Collection<String> topics, IsolationLevel isolation)
            throws InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new TreeMap<>(ORDER);
        get(admin.describeTopics(topics).allTopicNames()).forEach((name, description) -> description
                .partitions()
                .forEach(partition -> asked.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
        Map<TopicPartition, Long> ends = new TreeMap<>(ORDER);
        get(admin.listOffsets(asked, new ListOffsetsOptions(isolation)).all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    static Map<TopicPartition, Long> committed(Admin admin, String group) throws InterruptedException {
        Map<TopicPartition, Long> committed = new TreeMap<>(ORDER);
        get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        committed.put(partition, offset.offset());
                    }
                });
        return committed;
    }

    /** Waits for the cluster's answer, for a bounded time. */
    static <T> T get(KafkaFuture<T> answer) throws InterruptedException {
        try {
            return answer.get(CALL_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the cluster refuses to tell its offsets: " + e.getMessage(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the cluster does not answer within " + CALL_SECONDS + " s", e);
        }
    }
}
