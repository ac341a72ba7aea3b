/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.table;

import java.util.function.Function;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Gives each task its own {@link ObjectStore}.
 *
 * @param name name of the store
 * @param metricsScope what its metrics are named after
 * @param stores makes one of that name
 */
public record ObjectStoreSupplier(String name, String metricsScope, Function<String, ObjectStore<?>> stores)
        implements KeyValueBytesStoreSupplier {
    @Override
    public KeyValueStore<Bytes, byte[]> get() {
        return stores.apply(name);
    }
}
