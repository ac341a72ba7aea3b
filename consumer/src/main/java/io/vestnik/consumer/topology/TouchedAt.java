/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Says of a group that a row of it has come, by the time of the record; what its view is now, the stores tell. */
final class TouchedAt<V> extends ContextualFixedKeyProcessor<RowKey, V, Long> {
    @Override
    public void process(FixedKeyRecord<RowKey, V> record) {
        context().forward(record.withValue(record.timestamp()));
    }
}
