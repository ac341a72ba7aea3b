/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import java.util.Objects;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;

import io.vestnik.schemas.serde.Encoded;

/** Keeps the rows of a table under their own keys and forwards what each record has changed, be it nothing. */
final class RowTable<V extends SpecificRecord> extends ContextualFixedKeyProcessor<RowKey, Encoded<V>, RowChange<V>> {
    private final String storeName;
    private KeyValueStore<String, Encoded<V>> rows;

    @SuppressWarnings("NullAway.Init") // the store comes with init()
    RowTable(String storeName) {
        this.storeName = storeName;
    }

    @Override
    public void init(FixedKeyProcessorContext<RowKey, RowChange<V>> context) {
        super.init(context);
        rows = context.getStateStore(storeName);
    }

    @Override
    public void process(FixedKeyRecord<RowKey, Encoded<V>> record) {
        String key = record.key().row();
        Encoded<V> before = rows.get(key);
        Encoded<V> after = record.value();
        if (!Objects.equals(before, after)) {
            rows.put(key, after);
        }
        context().forward(record.withValue(new RowChange<>(before, after)));
    }
}
