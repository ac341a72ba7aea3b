/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.erase;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

import io.vestnik.cli.pipeline.Calls;

/**
 * Waits until brokers have cleaned tables and deleted the closed segments of logs. A table's partition is clean when the
 * record that was put behind it for this is gone; a log's segments are deleted when it has become smaller, from one look to
 * a later one, on every broker. So segments must be there: who else deletes them, as Kafka Streams does in repartition
 * topics, must not have done so between the closing of the segments and this.
 */
final class Cleaning {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Admin admin;
    private final PartitionReader uncommitted;
    private final Map<TopicPartition, Long> unclean;
    /** By broker, the most that a partition has held since. */
    private final Map<TopicPartition, Map<Integer, Long>> undeleted = new TreeMap<>(SegmentCut.ORDER);

    /**
     * Prepares to wait.
     *
     * @param uncommitted reads records of aborted transactions too
     * @param tables where the records are that the cleaner removes last
     */
    Cleaning(Admin admin, PartitionReader uncommitted, Map<TopicPartition, Long> tables) {
        this.admin = admin;
        this.uncommitted = uncommitted;
        this.unclean = new TreeMap<>(SegmentCut.ORDER);
        this.unclean.putAll(tables);
    }

    /** Deletes what partitions hold before an offset, which is the beginning of a segment. */
    void delete(Map<TopicPartition, Long> offsets) {
        Map<TopicPartition, RecordsToDelete> before = new HashMap<>();
        offsets.forEach((partition, offset) -> {
            if (offset > 0) {
                before.put(partition, RecordsToDelete.beforeOffset(offset));
            }
        });
        if (before.isEmpty()) {
            return;
        }
        undeleted.putAll(sizes(before.keySet()));
        Calls.get(admin.deleteRecords(before).all());
    }

    /**
     * Waits.
     *
     * @return partitions that are not done within the limit
     */
    Set<String> await(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        look();
        while (!isDone() && System.nanoTime() < deadline) {
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
            look();
        }
        Set<String> pending = new TreeSet<>();
        unclean.keySet().forEach(partition -> pending.add(partition.toString()));
        undeleted.keySet().forEach(partition -> pending.add(partition.toString()));
        return pending;
    }

    private boolean isDone() {
        return unclean.isEmpty() && undeleted.isEmpty();
    }

    private void look() {
        if (!unclean.isEmpty()) {
            List<TopicPartition> present = uncommitted.present(unclean);
            unclean.keySet().retainAll(present);
        }
        Map<TopicPartition, Map<Integer, Long>> now = sizes(List.copyOf(undeleted.keySet()));
        undeleted.forEach((partition, largest) -> {
            Map<Integer, Long> sizes = now.getOrDefault(partition, Map.of());
            // What a broker no longer holds is deleted too.
            largest.entrySet().removeIf(broker -> sizes.getOrDefault(broker.getKey(), 0L) < broker.getValue());
            // While records come in, a log may be larger without its old segments than it was with them.
            largest.replaceAll((broker, size) -> sizes.getOrDefault(broker, size));
        });
        undeleted.values().removeIf(Map::isEmpty);
    }

    /** Bytes of partitions on each broker that has a replica. */
    private Map<TopicPartition, Map<Integer, Long>> sizes(Collection<TopicPartition> partitions) {
        Map<TopicPartition, Map<Integer, Long>> sizes = new TreeMap<>(SegmentCut.ORDER);
        if (partitions.isEmpty()) {
            return sizes;
        }
        List<Integer> brokers = Calls.get(admin.describeCluster().nodes()).stream()
                .map(Node::id)
                .toList();
        Calls.get(admin.describeLogDirs(brokers).allDescriptions()).forEach((broker, directories) -> directories
                .values()
                .forEach(directory -> directory.replicaInfos().forEach((partition, replica) -> {
                    if (partitions.contains(partition) && !replica.isFuture()) {
                        sizes.computeIfAbsent(partition, any -> new TreeMap<>()).put(broker, replica.size());
                    }
                })));
        return sizes;
    }
}
