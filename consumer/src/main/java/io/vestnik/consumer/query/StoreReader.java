/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.query;

import java.util.Map;
import java.util.function.Function;

import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.http.NotReadyException;

/** Puts a question to a state store in each partition that this instance is active for. */
@FunctionalInterface
public interface StoreReader {
    /**
     * The answers by partition; partitions that cannot answer now are left out.
     *
     * @param question to one partition of the store; may be put while the task writes. What it opens it closes
     * @throws NotReadyException when there is nothing to ask now
     */
    <V, R extends @Nullable Object> Map<Integer, R> ask(
            String store, Function<ReadOnlyKeyValueStore<String, V>, R> question);
}
