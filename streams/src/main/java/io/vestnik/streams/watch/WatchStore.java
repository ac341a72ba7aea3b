/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.watch;

import java.nio.charset.StandardCharsets;
import java.util.List;

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

import io.vestnik.schemas.avro.Watch;

/**
 * The watches of a task as a store: what is put and what is restored goes into the {@link WatchBook}, so that all steps
 * of the task ask one book. It is emptied whenever the store is opened, as Kafka Streams reuses the object when it
 * revives a task.
 */
final class WatchStore implements KeyValueStore<Bytes, byte[]> {
    private final String name;
    private final Deserializer<Watch> watches;
    private final WatchBook book = new WatchBook();
    private final Position position = Position.emptyPosition();
    private boolean open;

    WatchStore(String name, Deserializer<Watch> watches) {
        this.name = name;
        this.watches = watches;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        book.clear();
        context.register(root, (key, value) -> put(Bytes.wrap(key), value));
        open = true;
    }

    @Override
    // Which query it is decides which type its result has.
    @SuppressWarnings("unchecked")
    public <R> QueryResult<R> query(Query<R> query, PositionBound bound, QueryConfig config) {
        if (query instanceof WatchBookQuery) {
            return (QueryResult<R>) QueryResult.forResult(book);
        }
        return QueryResult.forUnknownQueryType(query, this);
    }

    @Override
    public Position getPosition() {
        return position;
    }

    @Override
    public void put(Bytes key, byte @Nullable [] value) {
        if (value == null) {
            book.remove(new String(key.get(), StandardCharsets.UTF_8));
        } else {
            book.put(watches.deserialize(name, value));
        }
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public byte[] putIfAbsent(Bytes key, byte[] value) {
        throw noRows();
    }

    // Who puts asks the book what was there before.
    @Override
    @SuppressWarnings("NullAway")
    public byte @Nullable [] delete(Bytes key) {
        put(key, null);
        return null;
    }

    @Override
    public byte[] get(Bytes key) {
        throw noRows();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(@Nullable Bytes from, @Nullable Bytes to) {
        throw noRows();
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        throw noRows();
    }

    private UnsupportedOperationException noRows() {
        return new UnsupportedOperationException("store " + name + " keeps a book of watches, not rows: ask the book");
    }

    @Override
    public long approximateNumEntries() {
        return book.size();
    }

    @Override
    public void close() {
        book.clear();
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
}
