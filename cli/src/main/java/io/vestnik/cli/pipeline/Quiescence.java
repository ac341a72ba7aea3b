/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.pipeline;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;

/**
 * Tells when the pipeline has nothing left to do.
 *
 * <p>The applications commit their inputs and their outputs in one transaction, and write nothing that is not caused by
 * an input. So they have finished when every partition that they read is committed to its end. The committed offsets of
 * all groups are read first and the ends afterwards: an input that was still being worked on shows as a gap on its own
 * partition, and what a finished one caused shows as a gap on the next. The ends are those of uncommitted reading: the
 * marker of a transaction reaches its partitions one by one, and until then a record that is already committed for is
 * visible to such a reader only.
 *
 * <p>A gap that is looked into and holds nothing may have held something a moment before: Kafka Streams deletes from its
 * own topics what it has done. So it counts only if nobody has committed for the partition meanwhile.
 */
public final class Quiescence implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration POLL = Duration.ofMillis(100);
    /** More partitions than this with a gap of their own are taken at their word, not looked into. */
    private static final int PROBED_AT_MOST = 16;
    /** A gap of more than this cannot be made of markers alone in practice. */
    private static final long MARKERS_AT_MOST = 64;

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> probe;
    private final Map<String, List<Topic<?>>> groups;
    private final Map<TopicPartition, Long> until;

    /**
     * Prepares to watch.
     *
     * @param bootstrap addresses of the cluster
     * @param groups for each application id the topics that it reads, its own internal ones left out
     */
    public Quiescence(String bootstrap, Map<String, List<Topic<?>>> groups) {
        this(bootstrap, groups, Map.of());
    }

    /**
     * Prepares to watch applications that read some partitions up to given places and no further.
     *
     * @param until the first offset that is not read, by partition
     */
    public Quiescence(String bootstrap, Map<String, List<Topic<?>>> groups, Map<TopicPartition, Long> until) {
        this.groups = new TreeMap<>(groups);
        this.until = until;
        this.admin = Admin.create(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
        this.probe = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        // What was deleted is not to do any more; what stands behind it is.
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        Offsets.FETCH_WAIT_MS),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** What the applications read, by application id. */
    public static Map<String, List<Topic<?>>> inputs(Topics topics, String streamsId, String consumerId) {
        return Map.of(streamsId, topics.inputsOfStreams(), consumerId, topics.consumed());
    }

    /**
     * Waits until nothing is left to do.
     *
     * @param limit how long to wait at most
     * @param alive asked at every turn; when it says false there is no point in waiting on
     * @return records left to process, by group and partition: empty when the pipeline has finished
     * @throws InterruptedException when the thread is interrupted
     */
    public Map<String, Long> await(Duration limit, BooleanSupplier alive) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        Map<String, Long> lag = lag();
        while (!lag.isEmpty() && alive.getAsBoolean() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            lag = lag();
        }
        return lag;
    }

    /** Records that are not yet processed, by group and partition; partitions without any are left out. */
    public Map<String, Long> lag() throws InterruptedException {
        Map<String, Map<TopicPartition, Long>> committed = committed();
        Map<String, Long> lag = new TreeMap<>();
        Map<String, Map<TopicPartition, Long>> empty = new TreeMap<>();
        Set<String> existing = Offsets.get(admin.listTopics().names());
        for (String group : groups.keySet()) {
            Map<TopicPartition, Long> done = committed.getOrDefault(group, Map.of());
            Set<String> read = topicsReadBy(group, existing, done.keySet());
            Map<TopicPartition, Long> ends = Offsets.ends(admin, read, IsolationLevel.READ_UNCOMMITTED);
            Map<TopicPartition, Long> stable = Offsets.ends(admin, read, IsolationLevel.READ_COMMITTED);
            ends.replaceAll(until::getOrDefault);
            ends.forEach((partition, end) -> {
                long from = done.getOrDefault(partition, 0L);
                boolean open = stable.getOrDefault(partition, 0L) < end;
                if (from < end) {
                    if (open || lag.size() >= PROBED_AT_MOST || holdsRecords(partition, from, end)) {
                        lag.put(name(group, partition), end - from);
                    } else {
                        empty.computeIfAbsent(group, name -> new HashMap<>()).put(partition, from);
                    }
                }
            });
        }
        if (lag.isEmpty() && !empty.isEmpty()) {
            Map<String, Map<TopicPartition, Long>> now = committed();
            empty.forEach((group, gaps) -> gaps.forEach((partition, from) -> {
                long moved = now.getOrDefault(group, Map.of()).getOrDefault(partition, 0L) - from;
                if (moved != 0) {
                    lag.put(name(group, partition), moved);
                }
            }));
        }
        return lag;
    }

    private Map<String, Map<TopicPartition, Long>> committed() throws InterruptedException {
        Map<String, Map<TopicPartition, Long>> committed = new TreeMap<>();
        for (String group : groups.keySet()) {
            committed.put(group, Offsets.committed(admin, group));
        }
        return committed;
    }

    private static String name(String group, TopicPartition partition) {
        return group + " " + partition;
    }

    /** What a group reads: its inputs, its own repartition topics, and whatever it has committed for. */
    private Set<String> topicsReadBy(String group, Set<String> existing, Set<TopicPartition> committed) {
        Set<String> read = new TreeSet<>();
        committed.forEach(partition -> read.add(partition.topic()));
        groups.getOrDefault(group, List.of()).forEach(topic -> read.add(topic.name()));
        existing.stream()
                .filter(topic -> topic.startsWith(group + "-") && topic.endsWith("-repartition"))
                .forEach(read::add);
        read.retainAll(existing);
        return read;
    }

    /**
     * Looks into a gap without open transactions. Markers and aborted records take offsets too, and nobody commits for
     * those that came after the last record: after a kill such a gap stays for good.
     */
    private boolean holdsRecords(TopicPartition partition, long from, long end) {
        if (end - from > MARKERS_AT_MOST) {
            return true;
        }
        probe.assign(List.of(partition));
        probe.seek(partition, from);
        while (probe.position(partition) < end) {
            ConsumerRecords<byte[], byte[]> records = probe.poll(POLL);
            if (!records.isEmpty()) {
                return records.iterator().next().offset() < end;
            }
        }
        return false;
    }

    @Override
    public void close() {
        probe.close();
        admin.close();
    }
}
