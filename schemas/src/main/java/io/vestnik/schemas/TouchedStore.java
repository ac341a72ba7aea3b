/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.util.List;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The store under a table of keys that were touched, which is there for its cache alone. The cache holds a touched key
 * until the next commit, within the transaction, and then gives it on once, however often it was touched. The store
 * keeps nothing, and nothing is ever read from it. It needs no changelog: what was touched and not yet given on belongs
 * to a transaction that was not committed, so its records come again. Whoever uses it has to touch a key at each of its
 * records, also at one that changes nothing: a task that was given up may have committed what it kept and not what it
 * was about to give on.
 *
 * <p>Unlike Kafka's own store of the least recently used, it is open again when a revived task initializes it a second
 * time.
 */
public final class TouchedStore implements KeyValueStore<Bytes, byte[]> {
    private final String name;
    private boolean open;

    private TouchedStore(String name) {
        this.name = name;
    }

    /**
     * How a table of touched keys is kept. Its values are times, milliseconds since the epoch.
     *
     * @param name of the store
     * @param keys serde of the keys: those that it writes alike are one key
     */
    public static <K> Materialized<K, Long, KeyValueStore<Bytes, byte[]>> table(String name, Serde<K> keys) {
        return Materialized.<K, Long>as(supplier(name))
                .withKeySerde(keys)
                .withValueSerde(Serdes.Long())
                .withCachingEnabled()
                .withLoggingDisabled();
    }

    /** Gives each task its own. */
    static KeyValueBytesStoreSupplier supplier(String name) {
        return new KeyValueBytesStoreSupplier() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public KeyValueStore<Bytes, byte[]> get() {
                return new TouchedStore(name);
            }

            @Override
            public String metricsScope() {
                return "touched";
            }
        };
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        context.register(root, (key, value) -> {
            throw new IllegalStateException("store " + name + " has no changelog to be restored from");
        });
        open = true;
    }

    @Override
    public void close() {
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

    @Override
    public void put(Bytes key, byte @Nullable [] value) {
        // What was touched went on when the cache was flushed.
    }

    // Kafka's interface answers null for what a store does not hold.
    @Override
    @SuppressWarnings("NullAway")
    public byte @Nullable [] putIfAbsent(Bytes key, byte[] value) {
        return null;
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        // As put.
    }

    @Override
    @SuppressWarnings("NullAway")
    public byte @Nullable [] delete(Bytes key) {
        return null;
    }

    @Override
    @SuppressWarnings("NullAway")
    public byte @Nullable [] get(Bytes key) {
        return null;
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(@Nullable Bytes from, @Nullable Bytes to) {
        throw new UnsupportedOperationException("nothing is read from " + name);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        throw new UnsupportedOperationException("nothing is read from " + name);
    }

    @Override
    public long approximateNumEntries() {
        return 0;
    }
}
