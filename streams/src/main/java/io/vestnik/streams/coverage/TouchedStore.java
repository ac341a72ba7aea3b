/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.coverage;

import java.util.List;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A store that keeps nothing. The table of touched topics needs one under its cache, and nothing is ever read from it.
 * Unlike Kafka's own store of the least recently used, it is open again when a revived task initializes it a second time.
 */
final class TouchedStore implements KeyValueStore<Bytes, byte[]> {
    private final String name;
    private boolean open;

    TouchedStore(String name) {
        this.name = name;
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
