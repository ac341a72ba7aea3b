/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.asof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.VestnikConsumerConfig;
import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.HistoryEntry;

/** A history store on disk, with a registry in memory, that is given entries. */
final class HistoryFixture implements AutoCloseable {
    static final Topics TOPICS = Topics.live();

    private final Map<String, Object> settings =
            Map.of(VestnikConsumerConfig.SCHEMA_REGISTRY_URL_CONFIG, "mock://" + UUID.randomUUID());
    private final Path directory;
    private final List<ConsumerRecord<byte[], byte[]>> bad = new ArrayList<>();
    private final List<ConsumerRecord<byte[], byte[]>> waiting = new ArrayList<>();
    private HistoryStore store;
    private long offset;

    HistoryFixture() throws IOException {
        directory = Files.createTempDirectory("history");
        store = open();
    }

    private HistoryStore open() {
        return HistoryStore.open(directory, TOPICS, settings, (record, why) -> bad.add(record));
    }

    /** Closes the store and opens it again. */
    void reopen() {
        store.close();
        store = open();
    }

    HistoryStore store() {
        return store;
    }

    AsOfViews views() {
        return AsOfViews.over(store, TOPICS, () -> true);
    }

    List<ConsumerRecord<byte[], byte[]>> bad() {
        return bad;
    }

    static <V extends SpecificRecord> HistoryEntry entry(Topic<V> table, String key, @Nullable V row, Instant knownAt) {
        return HistoryEntry.newBuilder()
                .setTable(table.baseName())
                .setRowKey(key)
                .setKnownAt(knownAt)
                .setRow(row == null ? null : ByteBuffer.wrap(CanonicalAvro.body(row)))
                .setSchema$(row == null ? null : CanonicalAvro.fingerprint(table.valueType()))
                .build();
    }

    /** An entry that is taken with the next {@link #flush}. */
    HistoryFixture add(HistoryEntry entry) {
        return addBytes(
                Keys.of(entry.getTable(), entry.getRowKey()),
                TOPICS.history.serde(settings).serializer().serialize(TOPICS.history.name(), entry));
    }

    HistoryFixture addBytes(String key, byte[] value) {
        waiting.add(
                new ConsumerRecord<>(TOPICS.history.name(), 0, offset++, key.getBytes(StandardCharsets.UTF_8), value));
        return this;
    }

    /** Takes what was added, in one step. */
    HistoryFixture flush() {
        store.take(List.copyOf(waiting), Map.of(new TopicPartition(TOPICS.history.name(), 0), offset));
        waiting.clear();
        return this;
    }

    /** Takes what was added in some order that leaves the changes of each row in theirs, in several steps. */
    HistoryFixture flushShuffled(Random random) {
        Map<String, Deque<ConsumerRecord<byte[], byte[]>>> rows = new TreeMap<>();
        for (ConsumerRecord<byte[], byte[]> record : waiting) {
            rows.computeIfAbsent(new String(record.key(), StandardCharsets.UTF_8), key -> new ArrayDeque<>())
                    .add(record);
        }
        List<Deque<ConsumerRecord<byte[], byte[]>>> left = new ArrayList<>(rows.values());
        waiting.clear();
        while (!left.isEmpty()) {
            int row = random.nextInt(left.size());
            waiting.add(left.get(row).remove());
            if (left.get(row).isEmpty()) {
                left.remove(row);
            }
            if (random.nextInt(10) == 0) {
                flush();
            }
        }
        return flush();
    }

    @Override
    public void close() throws IOException {
        store.close();
        Utils.delete(directory.toFile());
    }
}
