/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.pipeline;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.TableDigest;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;

/** Reads the tables that the pipeline writes, as they stand now, committed records only. */
public final class FinalTables {
    private static final Duration POLL = Duration.ofMillis(200);

    private final String bootstrap;
    private final Topics topics;

    /**
     * Prepares to read.
     *
     * @param bootstrap addresses of the cluster
     * @param topics the catalogue in use
     */
    public FinalTables(String bootstrap, Topics topics) {
        this.bootstrap = bootstrap;
        this.topics = topics;
    }

    /** What is called for each record, in the order of its partition; the value is null for a tombstone. */
    @FunctionalInterface
    public interface RowReader {
        /** Takes one record. */
        void row(String topic, byte[] key, byte @Nullable [] value);
    }

    /** Computes the digest of the final tables. */
    public TableDigest digest() {
        TableDigest digest = new TableDigest();
        List<String> names = topics.finalTables().stream().map(Topic::name).toList();
        read(names, digest::put);
        return digest;
    }

    /**
     * Reads the live rows of one compacted topic.
     *
     * @param topic the table
     * @param config properties of the serde, the registry's address among them
     * @return its rows by key
     */
    public <V extends SpecificRecord> SortedMap<String, V> rows(Topic<V> topic, Map<String, ?> config) {
        SortedMap<String, V> rows = new TreeMap<>();
        try (Serde<V> serde = topic.serde(config)) {
            read(List.of(topic.name()), (name, key, value) -> {
                String rowKey = new String(key, StandardCharsets.UTF_8);
                if (value == null) {
                    rows.remove(rowKey);
                } else {
                    rows.put(rowKey, serde.deserializer().deserialize(name, value));
                }
            });
        }
        return rows;
    }

    /** Counts the committed records of a topic, whatever they hold. */
    public long count(Topic<?> topic) {
        AtomicLong count = new AtomicLong();
        read(List.of(topic.name()), (name, key, value) -> count.incrementAndGet());
        return count.get();
    }

    /**
     * Reads topics from their beginning to their present end.
     *
     * @param names topics that exist
     * @param reader is given every record
     */
    public void read(Collection<String> names, RowReader reader) {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                Offsets.FETCH_WAIT_MS);
        try (Admin admin = Admin.create(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
                KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            // The ends of uncommitted reading: a marker that is still on its way is waited for, not passed over.
            Map<TopicPartition, Long> ends = Offsets.ends(admin, names, IsolationLevel.READ_UNCOMMITTED);
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            List<TopicPartition> open = new ArrayList<>(ends.keySet());
            while (!open.isEmpty()) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    reader.row(record.topic(), record.key(), record.value());
                }
                open.removeIf(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L));
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
