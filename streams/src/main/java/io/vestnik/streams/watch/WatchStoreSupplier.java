/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.watch;

import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;

import io.vestnik.schemas.avro.Watch;

/**
 * Gives each task its own {@link WatchStore}.
 *
 * @param name name of the store
 * @param watches reads rows
 */
record WatchStoreSupplier(String name, Deserializer<Watch> watches) implements KeyValueBytesStoreSupplier {
    @Override
    public KeyValueStore<Bytes, byte[]> get() {
        return new WatchStore(name, watches);
    }

    @Override
    public String metricsScope() {
        return "watches";
    }
}
