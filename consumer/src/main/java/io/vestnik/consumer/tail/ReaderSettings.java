/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.tail;

import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Settings of consumers that read whole topics beside Kafka Streams. */
public final class ReaderSettings {
    private ReaderSettings() {}

    /**
     * Of one that reads what is committed, without a group, and says itself from where on.
     *
     * @param given properties of the application; what is for Kafka Streams, its other clients and the serdes is left out
     * @param reset where it goes on when its place is not in the log: earliest, latest or none
     * @return may be added to
     */
    public static Map<String, Object> committed(Map<String, ?> given, String reset) {
        Map<String, Object> own = new TreeMap<>(given);
        own.keySet().retainAll(ConsumerConfig.configNames());
        own.remove(ConsumerConfig.GROUP_ID_CONFIG);
        // All partitions are read whoever else reads them, and a group would only cost.
        own.remove(ConsumerConfig.GROUP_PROTOCOL_CONFIG);
        own.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        own.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        own.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, reset);
        return own;
    }
}
