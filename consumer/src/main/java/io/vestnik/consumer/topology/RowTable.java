/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import java.util.Objects;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Keeps the rows of a table under their own keys and forwards what has changed. */
final class RowTable<V> extends ContextualProcessor<String, V, String, RowChange<V>> {
    private final String storeName;
    private KeyValueStore<String, V> rows;

    @SuppressWarnings("NullAway.Init") // the store comes with init()
    RowTable(String storeName) {
        this.storeName = storeName;
    }

    @Override
    public void init(ProcessorContext<String, RowChange<V>> context) {
        super.init(context);
        rows = context.getStateStore(storeName);
    }

    @Override
    public void process(Record<String, V> record) {
        V before = rows.get(record.key());
        V after = record.value();
        if (Objects.equals(before, after)) {
            return;
        }
        if (after == null) {
            rows.delete(record.key());
        } else {
            rows.put(record.key(), after);
        }
        context().forward(record.withValue(new RowChange<>(before, after)));
    }
}
