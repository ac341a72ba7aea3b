/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.table;

import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

import org.apache.kafka.streams.processor.StateRestoreCallback;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.jspecify.annotations.Nullable;

/** Stands for the task: takes a store's restore callback and replays a changelog into it. */
public final class StoreContext {
    private @Nullable StateRestoreCallback callback;

    /** What a store is initialized with. */
    public StateStoreContext context() {
        return (StateStoreContext) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {StateStoreContext.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "register" -> register(arguments);
                    case "appConfigs" -> Map.of();
                    case "stateDir" -> new File("target");
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private @Nullable Object register(Object[] arguments) {
        if (!(arguments[0] instanceof StateStore)) {
            throw new IllegalArgumentException("a store registers itself");
        }
        callback = (StateRestoreCallback) arguments[1];
        return null;
    }

    /** Replays a record of the changelog. */
    public void restore(String key, byte @Nullable [] value) {
        restore(Objects.requireNonNull(callback, "the store has not registered a callback"), key, value);
    }

    // A tombstone is null in Kafka's interface.
    @SuppressWarnings("NullAway")
    private static void restore(StateRestoreCallback callback, String key, byte @Nullable [] value) {
        callback.restore(key.getBytes(StandardCharsets.UTF_8), value);
    }
}
