/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.pipeline;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.TableDigest;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;

/** Reads the tables that the pipeline writes, as they stand now, committed records only. */
public final class FinalTables {
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

    /** Reads the last record of each key of one compacted topic, by key; those without a value are tombstones. */
    public SortedMap<String, ConsumerRecord<byte[], byte[]>> latest(Topic<?> topic) {
        SortedMap<String, ConsumerRecord<byte[], byte[]>> latest = new TreeMap<>();
        records(List.of(topic.name()), record -> latest.put(new String(record.key(), StandardCharsets.UTF_8), record));
        return latest;
    }

    /** Counts the committed records of a topic, whatever they hold. */
    public long count(Topic<?> topic) {
        AtomicLong count = new AtomicLong();
        records(List.of(topic.name()), record -> count.incrementAndGet());
        return count.get();
    }

    /**
     * Reads topics from their beginning to their present end.
     *
     * @param names topics that exist
     * @param reader is given every record
     */
    public void read(Collection<String> names, RowReader reader) {
        records(names, record -> reader.row(record.topic(), record.key(), record.value()));
    }

    /**
     * The same for who needs more of a record than its key and its value.
     *
     * @param names topics that exist
     * @param reader is given every record
     */
    public void records(Collection<String> names, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        Map<String, Object> settings = Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        try (Admin admin = Admin.create(settings)) {
            // The ends of uncommitted reading: a marker that is still on its way is waited for, not passed over.
            new RangeReader(settings)
                    .read(Offsets.ranges(admin, names, IsolationLevel.READ_UNCOMMITTED), reader, () -> true);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
