/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.table;

import java.nio.charset.StandardCharsets;
import java.util.List;

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

/**
 * A store that is a live object and not rows: what is restored from the changelog goes into the object at once, so that a
 * standby holds a live one and needs no scan when it is promoted. The rows are in the changelog only, and the store gives
 * none out; {@link ObjectQuery} asks it for the object.
 *
 * <p>The object is emptied on close and again on init, as Kafka Streams reuses a store when it revives a task and then
 * restores it from the changelog.
 *
 * @param <T> type of the object
 */
public abstract class ObjectStore<T> implements KeyValueStore<Bytes, byte[]> {
    private final String name;
    private final T object;
    private final Position position = Position.emptyPosition();
    private boolean open;

    /**
     * A store that is not open yet.
     *
     * @param object it is the store's alone
     */
    protected ObjectStore(String name, T object) {
        this.name = name;
        this.object = object;
    }

    /** The object. */
    protected final T object() {
        return object;
    }

    /**
     * Takes in a row of the changelog.
     *
     * @param value null when the row was removed
     */
    protected abstract void restore(String key, byte @Nullable [] value);

    /** Forgets all. */
    protected abstract void clear();

    @Override
    public final String name() {
        return name;
    }

    @Override
    // A removed row is null in Kafka's interface.
    @SuppressWarnings("NullAway")
    public final void init(StateStoreContext context, StateStore root) {
        clear();
        context.register(root, (key, value) -> restore(new String(key, StandardCharsets.UTF_8), value));
        open = true;
    }

    @Override
    // Which query it is decides which type its result has.
    @SuppressWarnings("unchecked")
    public final <R> QueryResult<R> query(Query<R> query, PositionBound bound, QueryConfig config) {
        if (query instanceof ObjectQuery<?> asked && asked.type().isInstance(object)) {
            return (QueryResult<R>) QueryResult.forResult(object);
        }
        return QueryResult.forUnknownQueryType(query, this);
    }

    @Override
    public final Position getPosition() {
        return position;
    }

    @Override
    public final void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public byte @Nullable [] delete(Bytes key) {
        throw noRows();
    }

    @Override
    public final byte[] putIfAbsent(Bytes key, byte[] value) {
        throw noRows();
    }

    @Override
    public final byte[] get(Bytes key) {
        throw noRows();
    }

    @Override
    public final KeyValueIterator<Bytes, byte[]> range(@Nullable Bytes from, @Nullable Bytes to) {
        throw noRows();
    }

    @Override
    public final KeyValueIterator<Bytes, byte[]> all() {
        throw noRows();
    }

    private UnsupportedOperationException noRows() {
        return new UnsupportedOperationException("store " + name + " keeps an object, not rows: ask for the "
                + object.getClass().getSimpleName());
    }

    @Override
    public final void close() {
        clear();
        open = false;
    }

    @Override
    public final boolean persistent() {
        return false;
    }

    @Override
    public final boolean isOpen() {
        return open;
    }
}
