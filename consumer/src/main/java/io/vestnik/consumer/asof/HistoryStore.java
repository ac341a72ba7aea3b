/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.asof;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

import io.vestnik.consumer.http.NotReadyException;
import io.vestnik.consumer.tail.BadRecords;
import io.vestnik.consumer.tail.TailSink;
import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.CoverageMember;
import io.vestnik.schemas.avro.HistoryEntry;
import io.vestnik.schemas.serde.BadRecordException;

/**
 * The history of all tables that views are made of, on disk by (table, key, time). Of several changes of a row at one time
 * the last in the log stands, as nobody can have known the others. Entries and the offsets behind them are written in one
 * step, so that a kill between the two cannot be.
 */
public final class HistoryStore implements TailSink, AutoCloseable {
    /** Form of what is on disk; another one is made anew. */
    public static final String VERSION = "1";
    /** What a row of another schema is ordered by: it cannot be told. */
    static final long UNREADABLE = Long.MIN_VALUE;

    private static final long BLOCK_CACHE_BYTES = 32L * 1024 * 1024;
    private static final long WRITE_BYTES = 16L * 1024 * 1024;
    private static final int BLOCK_BYTES = 16 * 1024;
    private static final byte[] NOTHING = {};

    private final Map<String, HistoryTable> tables;
    private final Deserializer<HistoryEntry> entries;
    private final BadRecords badRecords;
    private final LRUCache blocks;
    private final Options options;
    private final RocksDB db;
    private final ReadWriteLock open = new ReentrantReadWriteLock();
    private volatile Consumer<Instant> written = earliest -> {};
    private boolean closed;

    private HistoryStore(Path directory, Topics topics, Map<String, ?> serdes, BadRecords badRecords) {
        this.tables = HistoryTable.of(topics);
        this.entries = topics.history.serde(serdes).deserializer();
        this.badRecords = badRecords;
        RocksDB.loadLibrary();
        blocks = new LRUCache(BLOCK_CACHE_BYTES);
        options = new Options()
                .setCreateIfMissing(true)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setWriteBufferSize(WRITE_BYTES)
                .setTableFormatConfig(
                        new BlockBasedTableConfig().setBlockCache(blocks).setBlockSize(BLOCK_BYTES));
        try {
            db = RocksDB.open(options, directory.toString());
        } catch (RocksDBException e) {
            options.close();
            blocks.close();
            throw new KafkaException("cannot open the history in " + directory, e);
        }
    }

    /**
     * Opens what is kept.
     *
     * @param directory there; see {@link io.vestnik.consumer.tail.KeptDirectory}
     * @param topics whose history it is
     * @param serdes properties of the serdes
     * @throws KafkaException when it cannot be opened
     */
    public static HistoryStore open(Path directory, Topics topics, Map<String, ?> serdes, BadRecords badRecords) {
        return new HistoryStore(directory, topics, serdes, badRecords);
    }

    /** Who is told, after each write, the earliest time that it has said something of. */
    void onWritten(Consumer<Instant> listener) {
        written = listener;
    }

    @Override
    public Map<TopicPartition, Long> positions() {
        Map<TopicPartition, Long> positions = new HashMap<>();
        try (RocksIterator iterator = db.newIterator()) {
            byte[] begin = {HistoryKeys.OFFSETS};
            for (iterator.seek(begin);
                    iterator.isValid() && HistoryKeys.startsWith(iterator.key(), begin);
                    iterator.next()) {
                List<String> parts = Keys.split(HistoryKeys.text(iterator.key(), 1));
                positions.put(
                        new TopicPartition(parts.get(0), Integer.parseInt(parts.get(1))),
                        ByteBuffer.wrap(iterator.value()).getLong());
            }
        }
        return positions;
    }

    @Override
    public void take(List<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> positions) {
        if (records.isEmpty()) {
            return;
        }
        try (WriteBatch batch = new WriteBatch();
                WriteOptions write = new WriteOptions()) {
            Set<ByteBuffer> stories = new HashSet<>();
            Instant earliest = Instant.MAX;
            for (ConsumerRecord<byte[], byte[]> record : records) {
                HistoryEntry entry = entry(record);
                HistoryTable table = entry == null ? null : tables.get(entry.getTable());
                if (entry != null && table != null) {
                    put(batch, table, entry, stories);
                    earliest = entry.getKnownAt().isBefore(earliest) ? entry.getKnownAt() : earliest;
                }
            }
            for (Map.Entry<TopicPartition, Long> position : positions.entrySet()) {
                batch.put(offsetKey(position.getKey()), bytes(position.getValue()));
            }
            db.write(write, batch);
            written.accept(earliest);
        } catch (RocksDBException e) {
            throw new KafkaException("cannot write the history", e);
        }
    }

    @Override
    public void clear() {
        try {
            db.deleteRange(new byte[] {HistoryKeys.OFFSETS}, new byte[] {HistoryKeys.STORIES + 1});
            written.accept(Instant.MIN);
        } catch (RocksDBException e) {
            throw new KafkaException("cannot empty the history", e);
        }
    }

    private @Nullable HistoryEntry entry(ConsumerRecord<byte[], byte[]> record) {
        try {
            return entries.deserialize(record.topic(), record.value());
        } catch (BadRecordException e) {
            badRecords.bad(record, e);
            return null;
        }
    }

    private void put(WriteBatch batch, HistoryTable table, HistoryEntry entry, Set<ByteBuffer> stories)
            throws RocksDBException {
        Instant knownAt = entry.getKnownAt();
        ByteBuffer row = entry.getRow();
        byte[] key = HistoryKeys.version(HistoryKeys.stem(HistoryKeys.ROWS, table, entry.getRowKey()), knownAt);
        Long schema = entry.getSchema$();
        if (row == null || schema == null) {
            batch.put(key, NOTHING);
        } else {
            batch.put(
                    key,
                    ByteBuffer.allocate(Long.BYTES + row.remaining())
                            .putLong(schema)
                            .put(row.duplicate())
                            .array());
        }
        SpecificRecord record =
                row == null || schema == null || !table.isRead() ? null : record(table.topic(), schema, row);
        ToLongFunction<SpecificRecord> order = table.order();
        if (order != null) {
            byte[] value = row == null ? NOTHING : bytes(record == null ? UNREADABLE : order.applyAsLong(record));
            batch.put(
                    HistoryKeys.version(HistoryKeys.stem(HistoryKeys.ORDER, table, entry.getRowKey()), knownAt), value);
        }
        if (record instanceof CoverageMember member) {
            byte[] place = HistoryKeys.stories(member.getTopic(), member.getStory(), member.getArticleId());
            // The log has the changes of a row in the order of their times, so the first is the earliest.
            if (stories.add(ByteBuffer.wrap(place)) && db.get(place) == null) {
                batch.put(place, bytes(HistoryKeys.newestFirst(knownAt)));
            }
        }
    }

    private static <V extends SpecificRecord> @Nullable SpecificRecord record(
            Topic<V> topic, long schema, ByteBuffer row) {
        return schema == CanonicalAvro.fingerprint(topic.valueType())
                ? CanonicalAvro.record(topic.valueType(), row)
                : null;
    }

    /**
     * Asks something of the tables as of a time; whatever is written meanwhile, the question sees one state.
     *
     * @throws NotReadyException when it is closed
     */
    <T> T ask(Instant time, Function<RowsAsOf, T> question) {
        open.readLock().lock();
        try {
            if (closed) {
                throw new NotReadyException("The consumer is ending. Ask again in a moment.");
            }
            try (RowsAsOf rows = new RowsAsOf(db, tables, time)) {
                return question.apply(rows);
            }
        } finally {
            open.readLock().unlock();
        }
    }

    @Override
    public void close() {
        open.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                db.close();
                options.close();
                blocks.close();
                entries.close();
            }
        } finally {
            open.writeLock().unlock();
        }
    }

    private static byte[] offsetKey(TopicPartition partition) {
        return HistoryKeys.offsets(Keys.of(partition.topic(), Integer.toString(partition.partition())));
    }

    private static byte[] bytes(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }
}
