/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.upgrade;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.pipeline.FinalTables;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.avro.HistoryEntry;
import io.vestnik.streams.table.KeyPartitioner;
import io.vestnik.streams.table.TableRow;

/**
 * Writes to the live tables what differs from the new ones, each row with its change for the history in one transaction.
 * Compares what is there with what is to be, so that run again it writes what is left, and a row that is equal never.
 */
final class TableDelta {
    /** Rows of one transaction. */
    private static final int BATCH = 500;

    private final UpgradePlan plan;
    private final UpgradeWriter writer;
    private final UpgradeListener listener;
    private final Instant knownAt;
    private final Serde<HistoryEntry> history;
    private int written;

    /**
     * Nothing is written yet.
     *
     * @param knownAt when the changes are known
     */
    TableDelta(UpgradePlan plan, UpgradeWriter writer, UpgradeListener listener, Instant knownAt) {
        this.plan = plan;
        this.writer = writer;
        this.listener = listener;
        this.knownAt = knownAt;
        this.history = plan.live().history.serde(plan.serde());
    }

    /**
     * Writes what differs in all tables.
     *
     * @return how many rows that were
     */
    int write() {
        List<Topic<?>> live = plan.live().finalTables();
        List<Topic<?>> staged = plan.staged().finalTables();
        for (int i = 0; i < live.size(); i++) {
            write(live.get(i), staged.get(i));
        }
        return written;
    }

    private <V extends SpecificRecord> void write(Topic<V> table, Topic<?> staged) {
        FinalTables tables = new FinalTables(plan.bootstrap(), plan.live());
        SortedMap<String, ConsumerRecord<byte[], byte[]>> is = tables.latest(table);
        SortedMap<String, ConsumerRecord<byte[], byte[]>> shall = tables.latest(staged);
        SortedSet<String> keys = new TreeSet<>(is.keySet());
        keys.addAll(shall.keySet());
        listener.phase("writing " + table.baseName(), keys.size());
        int partitions = writer.partitions(table);
        List<ProducerRecord<byte[], byte[]>> batch = new ArrayList<>();
        long done = 0;
        try (Serde<V> serde = table.serde(plan.serde())) {
            for (String key : keys) {
                byte[] before = value(is.get(key));
                byte[] value = value(shall.get(key));
                done++;
                if (Arrays.equals(before, value)) {
                    continue;
                }
                V row = value == null ? null : serde.deserializer().deserialize(staged.name(), value);
                // By the schema that the live topic knows it under.
                byte[] framed = row == null ? null : serde.serializer().serialize(table.name(), row);
                if (Arrays.equals(before, framed)) {
                    continue;
                }
                TableRow<V> change =
                        row == null ? TableRow.removal(table, key, knownAt) : TableRow.of(table, key, row, knownAt);
                batch.add(row(change, framed, partitions));
                batch.add(entry(change));
                written++;
                if (batch.size() >= 2 * BATCH) {
                    flush(batch);
                    listener.done(done);
                }
            }
        }
        flush(batch);
        listener.done(done);
    }

    private void flush(List<ProducerRecord<byte[], byte[]>> batch) {
        if (!batch.isEmpty()) {
            writer.write(batch);
            batch.clear();
            listener.step(UpgradeListener.Step.ROWS);
        }
        if (listener.isStopped()) {
            throw new CommandFailure(
                    ExitCode.INTERRUPTED,
                    "Stopped in the middle of the switch. The same command brings it to its end.");
        }
    }

    private static byte @Nullable [] value(@Nullable ConsumerRecord<byte[], byte[]> record) {
        return record == null ? null : record.value();
    }

    private <V extends SpecificRecord> ProducerRecord<byte[], byte[]> row(
            TableRow<V> change, byte @Nullable [] framed, int partitions) {
        Topic<V> table = change.table();
        int partition = KeyPartitioner.<V>of(plan.live(), table).partition(change.key(), partitions);
        return new ProducerRecord<>(table.name(), partition, change.timestamp(), bytes(change.key()), framed);
    }

    private ProducerRecord<byte[], byte[]> entry(TableRow<?> change) {
        String topic = plan.live().history.name();
        return new ProducerRecord<>(
                topic,
                null,
                change.timestamp(),
                bytes(change.historyKey()),
                history.serializer().serialize(topic, change.history()));
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
