/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.serde.ValueSerdes;

/**
 * One topic: its name, what it holds and how the broker is to keep it. Keys are UTF-8 strings.
 *
 * @param name full name, its namespace in front
 * @param valueType generated class of the values
 * @param partitions partitions that the catalogue asks for
 * @param cleanup what happens to old records
 * @param retention how long records stay; null = for good
 * @param timestamps CREATE_TIME where records carry the time of the news, LOG_APPEND_TIME where the clock of the broker
 *     is meant
 * @param key what the key is, for a reader; the parts of a composite key joined by '|', see {@link Keys}
 */
public record Topic<V extends SpecificRecord>(
        String name,
        Class<V> valueType,
        int partitions,
        Cleanup cleanup,
        @Nullable Duration retention,
        TimestampType timestamps,
        String key) {

    /** Greatest size of a record batch in bytes; producers need {@code max.request.size} as great. */
    public static final int MAX_MESSAGE_BYTES = 8 * 1024 * 1024;

    /** Segments of compacted topics, in bytes: small, as the segment that is written to is never compacted. */
    static final int COMPACTED_SEGMENT_BYTES = 64 * 1024 * 1024;

    private static final String FOREVER = "-1";
    private static final String NEVER = Long.toString(Long.MAX_VALUE);

    /** The name without the namespace; names the table in the digest and in the history. */
    public String baseName() {
        return TopicNames.base(name);
    }

    /** Whether records bear the time of the news rather than the broker's. */
    public boolean eventStamped() {
        return timestamps == TimestampType.CREATE_TIME;
    }

    /** The topic's configuration at the broker, by Kafka's names. */
    public Map<String, String> config() {
        Map<String, String> config = new TreeMap<>();
        config.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup.policy());
        config.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, timestamps.name);
        config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_MESSAGE_BYTES));
        config.put(TopicConfig.RETENTION_MS_CONFIG, retention == null ? FOREVER : Long.toString(retention.toMillis()));
        config.put(TopicConfig.RETENTION_BYTES_CONFIG, FOREVER);
        if (eventStamped()) {
            anyTime(config);
        } else {
            config.put(
                    TopicConfig.SEGMENT_MS_CONFIG,
                    Long.toString(Duration.ofDays(1).toMillis()));
        }
        if (cleanup == Cleanup.COMPACT) {
            config.put(TopicConfig.SEGMENT_BYTES_CONFIG, Integer.toString(COMPACTED_SEGMENT_BYTES));
        }
        return config;
    }

    /**
     * The configuration of the topics that Kafka Streams makes for itself, by Kafka's names: they bear the times of the news
     * too, so that neither age nor distance from the clock may remove or refuse a record.
     */
    public static Map<String, String> internalConfig() {
        Map<String, String> config = new TreeMap<>();
        config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_MESSAGE_BYTES));
        config.put(TopicConfig.RETENTION_MS_CONFIG, FOREVER);
        anyTime(config);
        return config;
    }

    /**
     * A replay writes years within minutes: neither must the broker refuse a timestamp for being far from its clock, nor may
     * a step in time close a segment.
     */
    private static void anyTime(Map<String, String> config) {
        config.put(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, NEVER);
        config.put(TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG, NEVER);
        config.put(TopicConfig.SEGMENT_MS_CONFIG, NEVER);
    }

    /** Serde of the keys. */
    public Serde<String> keySerde() {
        return Serdes.String();
    }

    /**
     * Serde of the values, configured. {@value ValueSerdes#VALUE_SERDE_CONFIG} in the configuration names another class
     * than Vestnik's own.
     *
     * @param config properties of the client, those of the schema registry among them
     */
    public Serde<V> serde(Map<String, ?> config) {
        return ValueSerdes.create(valueType, config);
    }
}
