/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.desk;

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

import io.vestnik.schemas.avro.internal.DeskCommand;

/**
 * The desks as a store: what is restored from the changelog goes into them at once, so that a standby holds live desks
 * and needs no scan when it is promoted. The rows themselves are in the changelog only. A desk holds all that it needs
 * of an article in its own form, so rows in memory would be a copy that nobody reads, and the store gives none out.
 *
 * <p>What the processor puts goes on to the changelog and no further: the processor has asked the desk itself, as it
 * needs to know what changed. So a desk is ahead of the changelog until the transaction is committed. A transaction
 * that is aborted ends the task, and with it this store, or revives it: everything is dropped on close, and again on
 * init, as Kafka Streams reuses the object when it revives a task and then restores it from the changelog.
 */
final class DeskStore implements KeyValueStore<Bytes, byte[]> {
    private final String name;
    private final Deserializer<DeskCommand> commands;
    private final Desks desks;
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
        desks.clear();
        context.register(root, this::restore);
        open = true;
    }

    // A removed row is null in Kafka's interface.
    @SuppressWarnings("NullAway")
    private void restore(byte[] key, byte @Nullable [] value) {
        String text = new String(key, StandardCharsets.UTF_8);
        if (value == null) {
            desks.forget(text);
        } else {
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
    public void put(Bytes key, byte @Nullable [] value) {
        // The desk has it already; the layer above this one writes it to the changelog.
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        // As put.
    }

    @Override
    public byte[] putIfAbsent(Bytes key, byte[] value) {
        throw noRows();
    }

    @Override
    public byte[] delete(Bytes key) {
        throw noRows();
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
        return new UnsupportedOperationException("store " + name + " keeps desks, not rows: ask the desks");
    }

    @Override
    public long approximateNumEntries() {
        return desks.size();
    }

    @Override
    public void close() {
        desks.clear();
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
