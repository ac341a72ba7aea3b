/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import java.util.Objects;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the rows of a member table, whose keys are composite with the group in front, beside an index that has the
 * groups' rows in the order of the views. Forwards what has changed under the group's key. The partition stays right:
 * member tables are partitioned by the group.
 */
abstract class MemberTable<V> extends ContextualProcessor<String, V, String, RowChange<V>> {
    private final String rowStore;
    private final String orderStore;
    private KeyValueStore<String, V> rows;
    private KeyValueStore<String, String> order;

    @SuppressWarnings("NullAway.Init") // the stores come with init()
    MemberTable(String rowStore, String orderStore) {
        this.rowStore = rowStore;
        this.orderStore = orderStore;
    }

    @Override
    public void init(ProcessorContext<String, RowChange<V>> context) {
        super.init(context);
        rows = context.getStateStore(rowStore);
        order = context.getStateStore(orderStore);
    }

    @Override
    public void process(Record<String, V> record) {
        String rowKey = record.key();
        String group = group(rowKey);
        V before = rows.get(rowKey);
        V after = record.value();
        if (Objects.equals(before, after)) {
            return;
        }
        if (before != null) {
            order.delete(orderKey(group, rowKey, before));
            removed(group, before);
        }
        if (after == null) {
            rows.delete(rowKey);
        } else {
            rows.put(rowKey, after);
            order.put(orderKey(group, rowKey, after), rowKey);
            added(group, after);
        }
        context().forward(record.withKey(group).withValue(new RowChange<>(before, after)));
    }

    /** The group that a row key begins with. */
    abstract String group(String rowKey);

    /** Key of a row in the index. */
    abstract String orderKey(String group, String rowKey, V row);

    /** A row was added to its group. */
    void added(String group, V row) {}

    /** A row was taken from its group. */
    void removed(String group, V row) {}
}
