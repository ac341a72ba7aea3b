/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.config;

import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.serde.SerdeSettings;
import io.vestnik.streams.error.BadArticleHandler;
import io.vestnik.streams.error.BadRecordHandler;
import io.vestnik.streams.error.DeadLetterRecords;
import io.vestnik.streams.error.FailedSendHandler;

/** Vestnik's configuration in the terms of Kafka Streams. */
public final class StreamsProperties {
    private static final int HEARTBEATS_PER_SESSION = 3;
    // Deprecated from its first day, as it will be the default; without it every start warns of that.
    private static final String GLOBAL_HANDLER = "processing.exception.handler.global.enabled";

    private StreamsProperties() {}

    /** The properties for {@code KafkaStreams}; settings under {@code kafka.} win over all others. */
    public static Properties of(VestnikStreamsConfig config) {
        Properties properties = new Properties();
        properties.putAll(serde(config));
        properties.put(DeadLetterRecords.NAMESPACE_PROPERTY, config.namespace());
        String staging = config.staging();
        if (staging != null) {
            properties.put(DeadLetterRecords.STAGING_PROPERTY, staging);
        }
        application(config, properties);
        clients(config, properties);
        Topic.internalConfig().forEach((name, value) -> properties.put(StreamsConfig.topicPrefix(name), value));
        errors(properties);
        properties.putAll(config.originalsWithPrefix(VestnikStreamsConfig.KAFKA_PREFIX));
        return properties;
    }

    /** What serdes are configured with. */
    public static Map<String, Object> serde(VestnikStreamsConfig config) {
        Map<String, Object> properties = new TreeMap<>();
        for (String name : SerdeSettings.definition().names()) {
            Object given = config.originals().get(name);
            if (given != null) {
                properties.put(name, given);
            }
        }
        properties.put(
                SerdeSettings.URL, String.join(",", config.getList(VestnikStreamsConfig.SCHEMA_REGISTRY_URL_CONFIG)));
        properties.put(
                VestnikStreamsConfig.VALUE_SERDE_CONFIG, config.getString(VestnikStreamsConfig.VALUE_SERDE_CONFIG));
        return properties;
    }

    private static void application(VestnikStreamsConfig config, Properties properties) {
        properties.put(
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                String.join(",", config.getList(VestnikStreamsConfig.BOOTSTRAP_SERVERS_CONFIG)));
        copy(
                config,
                properties,
                ApplicationSettings.APPLICATION_ID,
                VestnikStreamsConfig.STATE_DIR_CONFIG,
                ApplicationSettings.THREADS,
                ApplicationSettings.STANDBYS,
                ApplicationSettings.GUARANTEE,
                VestnikStreamsConfig.COMMIT_INTERVAL_CONFIG,
                VestnikStreamsConfig.CACHE_CONFIG,
                ApplicationSettings.REPLICATION_FACTOR);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    }

    private static void clients(VestnikStreamsConfig config, Properties properties) {
        int session = config.getInt(ApplicationSettings.SESSION_TIMEOUT);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), session);
        properties.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                Math.max(1, session / HEARTBEATS_PER_SESSION));
        properties.put(
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                config.getInt(ApplicationSettings.TRANSACTION_TIMEOUT));
        ApplicationSettings.batching(config.getLong(VestnikStreamsConfig.COMMIT_INTERVAL_CONFIG))
                .forEach((name, value) -> properties.put(StreamsConfig.producerPrefix(name), value));
    }

    private static void errors(Properties properties) {
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, BadRecordHandler.class);
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, BadArticleHandler.class);
        properties.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, FailedSendHandler.class);
        properties.put(GLOBAL_HANDLER, true);
    }

    private static void copy(VestnikStreamsConfig config, Properties properties, String... names) {
        for (String name : names) {
            properties.put(name, config.values().get(name));
        }
    }
}
