/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.table;

import java.util.Map;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

import io.vestnik.schemas.serde.Encoded;

/** Makes the stores of the steps: changelogged, uncached unless a step says otherwise, on disk or in memory. */
public final class StoreFactory {
    private final boolean persistent;
    private final ValueSerdeCache serdes;

    /**
     * A factory.
     *
     * @param persistent whether rows are kept in RocksDB rather than on the heap
     */
    public StoreFactory(boolean persistent, ValueSerdeCache serdes) {
        this.persistent = persistent;
        this.serdes = serdes;
    }

    /** A store of records. */
    public <V extends SpecificRecord> StoreBuilder<KeyValueStore<String, V>> records(String name, Class<V> type) {
        return store(supplier(name), serdes.of(type));
    }

    /** A store of records with their bodies. */
    public <V extends SpecificRecord> StoreBuilder<KeyValueStore<String, Encoded<V>>> encoded(
            String name, Class<V> type) {
        return store(supplier(name), serdes.encoded(type));
    }

    /** A store of other values. */
    public <V> StoreBuilder<KeyValueStore<String, V>> values(String name, Serde<V> values) {
        return store(supplier(name), values);
    }

    /** Where the rows of a store of this name are kept. */
    public KeyValueBytesStoreSupplier supplier(String name) {
        return persistent ? Stores.persistentKeyValueStore(name) : Stores.inMemoryKeyValueStore(name);
    }

    /** A changelogged store over the given rows. */
    public <V> StoreBuilder<KeyValueStore<String, V>> store(KeyValueBytesStoreSupplier rows, Serde<V> values) {
        return Stores.keyValueStoreBuilder(rows, serdes.keys(), values)
                .withCachingDisabled()
                .withLoggingEnabled(Map.of());
    }
}
