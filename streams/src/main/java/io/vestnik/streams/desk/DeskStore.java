package io.vestnik.streams.desk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.internal.DeskCommand;

/**
 * The articles of the desks, with the desks over them. What is restored from the changelog goes into rows and desks
 * together, so that a standby holds live desks and needs no scan when it is promoted. What the processor puts goes into
 * the rows only: the processor has asked the desk itself, as it needs to know what changed.
 *
 * <p>Everything is dropped on close, and again on init: Kafka Streams reuses the object when it revives a task, and
 * then restores it from the changelog.
 */
final class DeskStore implements KeyValueStore<Bytes, byte[]> {
    private final String name;
    private final Deserializer<DeskCommand> commands;
    private final Desks desks;
    private final NavigableMap<Bytes, byte[]> rows = new TreeMap<>();
    private final Position position = Position.emptyPosition();
    private boolean open;

    DeskStore(String name, Deserializer<DeskCommand> commands, Desks desks) {
        this.name = name;
        this.commands = commands;
        this.desks = desks;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        clear();
        context.register(root, this::restore);
        open = true;
    }

    // A removed row is null in Kafka's interface.
    @SuppressWarnings("NullAway")
    private synchronized void restore(byte[] key, byte @Nullable [] value) {
        String text = new String(key, StandardCharsets.UTF_8);
        if (value == null) {
            rows.remove(Bytes.wrap(key));
            desks.forget(text);
        } else {
            rows.put(Bytes.wrap(key), value);
            desks.restore(text, commands.deserialize(name, value));
        }
    }

    @Override
    // Which query it is decides which type its result has.
    @SuppressWarnings("unchecked")
    public <R> QueryResult<R> query(Query<R> query, PositionBound bound, QueryConfig config) {
        if (query instanceof DesksQuery) {
            return (QueryResult<R>) QueryResult.forResult(desks);
        }
        return QueryResult.forUnknownQueryType(query, this);
    }

    @Override
    public Position getPosition() {
        return position;
    }

    @Override
    public synchronized void put(Bytes key, byte @Nullable [] value) {
        if (value == null) {
            rows.remove(key);
        } else {
            rows.put(key, value);
        }
    }

    @Override
    public synchronized byte @Nullable [] putIfAbsent(Bytes key, byte[] value) {
        byte[] held = rows.get(key);
        if (held == null) {
            put(key, value);
        }
        return held;
    }

    @Override
    public synchronized void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public synchronized byte @Nullable [] delete(Bytes key) {
        return rows.remove(key);
    }

    @Override
    public synchronized byte @Nullable [] get(Bytes key) {
        return rows.get(key);
    }

    @Override
    public synchronized KeyValueIterator<Bytes, byte[]> range(@Nullable Bytes from, @Nullable Bytes to) {
        NavigableMap<Bytes, byte[]> range = from == null ? rows : rows.tailMap(from, true);
        return new RowIterator(to == null ? range : range.headMap(to, true));
    }

    @Override
    public synchronized KeyValueIterator<Bytes, byte[]> all() {
        return new RowIterator(rows);
    }

    @Override
    public synchronized long approximateNumEntries() {
        return rows.size();
    }

    @Override
    public void close() {
        clear();
        open = false;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    private synchronized void clear() {
        rows.clear();
        desks.clear();
    }

    /** Walks over the rows as they were when it was made. */
    private static final class RowIterator implements KeyValueIterator<Bytes, byte[]> {
        private final List<KeyValue<Bytes, byte[]>> entries = new ArrayList<>();
        private int next;

        RowIterator(NavigableMap<Bytes, byte[]> rows) {
            rows.forEach((key, value) -> entries.add(KeyValue.pair(key, value)));
        }

        @Override
        public boolean hasNext() {
            return next < entries.size();
        }

        @Override
        public KeyValue<Bytes, byte[]> next() {
            if (!hasNext()) {
                throw new java.util.NoSuchElementException();
            }
            return entries.get(next++);
        }

        @Override
        public Bytes peekNextKey() {
            return entries.get(next).key;
        }

        @Override
        public void close() {
            entries.clear();
        }
    }
}
