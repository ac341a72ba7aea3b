/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.performance;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

/** Notes how many rows each store takes from its changelog, and how long that takes, all partitions together. */
final class Restored implements StateRestoreListener {
    private static final class Store {
        private long rows;
        private long began = Long.MAX_VALUE;
        private long ended;
    }

    private final Map<String, Store> stores = new TreeMap<>();

    @Override
    public synchronized void onRestoreStart(TopicPartition partition, String name, long from, long to) {
        Store store = stores.computeIfAbsent(name, key -> new Store());
        store.began = Math.min(store.began, System.nanoTime());
    }

    @Override
    public synchronized void onBatchRestored(TopicPartition partition, String name, long to, long rows) {
        stores.computeIfAbsent(name, key -> new Store()).rows += rows;
    }

    @Override
    public synchronized void onRestoreEnd(TopicPartition partition, String name, long rows) {
        stores.computeIfAbsent(name, key -> new Store()).ended = System.nanoTime();
    }

    /** Rows, and milliseconds from the first partition's begin to the last one's end, by store. */
    synchronized ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        stores.forEach((name, store) -> json.putObject(name)
                .put("rows", store.rows)
                .put("millis", Math.max(0, store.ended - store.began) / 1e6));
        return json;
    }
}
