/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;

import io.vestnik.consumer.errors.BadRecordHandler;
import io.vestnik.consumer.events.EventConfig;
import io.vestnik.consumer.events.EventSettings;
import io.vestnik.consumer.http.HttpConfig;
import io.vestnik.consumer.http.HttpSettings;
import io.vestnik.consumer.topology.BoundedRocksDb;
import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;

/**
 * The settings of the consumer: those of every application, {@link ApplicationSettings}, and its own. What is not listed
 * goes to Kafka Streams, its clients and the serdes as it is, so that {@code basic.auth.user.info} or
 * {@code security.protocol} need nothing here; {@value #STREAMS_PREFIX} in front of a name overrides what the consumer
 * would set itself.
 */
public final class VestnikConsumerConfig extends AbstractConfig {
    /** Settings with this prefix override the consumer's own choice for Kafka Streams. */
    public static final String STREAMS_PREFIX = "streams.";

    public static final String BOOTSTRAP_SERVERS_CONFIG = "bootstrap.servers";
    private static final String BOOTSTRAP_SERVERS_DOC = "Brokers to start from, host:port separated by commas.";

    public static final String SCHEMA_REGISTRY_URL_CONFIG = "schema.registry.url";
    private static final String SCHEMA_REGISTRY_URL_DOC =
            "Addresses of the schema registry, separated by commas; mock://SCOPE is a registry in memory, for tests.";

    /** Default of {@value ApplicationSettings#APPLICATION_ID}. */
    public static final String APPLICATION_ID_DEFAULT = "vestnik-consumer";

    public static final String TOPIC_NAMESPACE_CONFIG = "vestnik.namespace";
    private static final String TOPIC_NAMESPACE_DOC =
            "What stands in front of each topic's name: empty for the live topics, replay.R. for the replay R.";
    public static final String TOPIC_NAMESPACE_DEFAULT = "";

    public static final String STATE_DIR_CONFIG = "state.dir";
    private static final String STATE_DIR_DOC =
            "Directory of the RocksDB stores. What is lost there is read again from the changelog topics.";
    public static final String STATE_DIR_DEFAULT = "data/consumer";

    /** Default of {@value ApplicationSettings#THREADS}. */
    public static final int THREADS_DEFAULT = 1;

    public static final String COMMIT_INTERVAL_MS_CONFIG = "commit.interval.ms";
    private static final String COMMIT_INTERVAL_MS_DOC = "Milliseconds between commits; readers see results by then.";
    public static final long COMMIT_INTERVAL_MS_DEFAULT = 100;

    public static final String TOPIC_PARTITIONS_CONFIG = "vestnik.partitions";
    private static final String TOPIC_PARTITIONS_DOC =
            "Partitions of the topics that are created; 0 = as the catalogue says.";
    public static final int TOPIC_PARTITIONS_DEFAULT = 0;

    public static final String CLOSE_TIMEOUT_MS_CONFIG = "close.timeout.ms";
    private static final String CLOSE_TIMEOUT_MS_DOC = "Milliseconds that a graceful end may take.";
    public static final long CLOSE_TIMEOUT_MS_DEFAULT = 20_000;

    public static final String AS_OF_ENABLED_CONFIG = "as.of.enabled";
    private static final String AS_OF_ENABLED_DOC =
            "Whether questions about the past are answered. Costs a copy of the history on the disk of each instance, and"
                    + " reading it once; false = such questions are refused.";
    public static final boolean AS_OF_ENABLED_DEFAULT = true;

    private static final ConfigDef DEFINITION = EventConfig.addTo(
                    HttpConfig.addTo(ApplicationSettings.definition(APPLICATION_ID_DEFAULT, THREADS_DEFAULT)))
            .define(
                    BOOTSTRAP_SERVERS_CONFIG,
                    ConfigDef.Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    new NonEmptyString(),
                    Importance.HIGH,
                    BOOTSTRAP_SERVERS_DOC)
            .define(
                    SCHEMA_REGISTRY_URL_CONFIG,
                    ConfigDef.Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    new NonEmptyString(),
                    Importance.HIGH,
                    SCHEMA_REGISTRY_URL_DOC)
            .define(STATE_DIR_CONFIG, ConfigDef.Type.STRING, STATE_DIR_DEFAULT, Importance.HIGH, STATE_DIR_DOC)
            .define(
                    TOPIC_NAMESPACE_CONFIG,
                    ConfigDef.Type.STRING,
                    TOPIC_NAMESPACE_DEFAULT,
                    Importance.MEDIUM,
                    TOPIC_NAMESPACE_DOC)
            .define(
                    TOPIC_PARTITIONS_CONFIG,
                    ConfigDef.Type.INT,
                    TOPIC_PARTITIONS_DEFAULT,
                    Range.atLeast(0),
                    Importance.MEDIUM,
                    TOPIC_PARTITIONS_DOC)
            .define(
                    AS_OF_ENABLED_CONFIG,
                    ConfigDef.Type.BOOLEAN,
                    AS_OF_ENABLED_DEFAULT,
                    Importance.MEDIUM,
                    AS_OF_ENABLED_DOC)
            .define(
                    COMMIT_INTERVAL_MS_CONFIG,
                    ConfigDef.Type.LONG,
                    COMMIT_INTERVAL_MS_DEFAULT,
                    Range.atLeast(1),
                    Importance.LOW,
                    COMMIT_INTERVAL_MS_DOC)
            .define(
                    CLOSE_TIMEOUT_MS_CONFIG,
                    ConfigDef.Type.LONG,
                    CLOSE_TIMEOUT_MS_DEFAULT,
                    Range.atLeast(0),
                    Importance.LOW,
                    CLOSE_TIMEOUT_MS_DOC);

    /**
     * Reads and checks the settings.
     *
     * @throws ConfigException when one is missing or wrong; the message names it
     */
    public VestnikConsumerConfig(Map<?, ?> settings) {
        super(DEFINITION, settings, false);
        HttpConfig.settings(this);
        HttpConfig.advertised(this);
    }

    /** The definition of all settings, for printing. */
    public static ConfigDef definition() {
        return new ConfigDef(DEFINITION);
    }

    /** The topics of the configured namespace. */
    public Topics topics() {
        return new Topics(getString(TOPIC_NAMESPACE_CONFIG));
    }

    /**
     * How the query server is reached.
     *
     * @throws ConfigException when it listens elsewhere than on loopback and has no token, or the token cannot be read
     */
    public HttpSettings http() {
        return HttpConfig.settings(this);
    }

    /** Where other instances reach the query server, given where it listens. */
    public HostPort queryAdvertised(HostPort listening) {
        HostPort advertised = HttpConfig.advertised(this);
        return advertised == null ? listening : advertised;
    }

    /** How long another instance may take to answer. */
    public Duration peerTimeout() {
        return HttpConfig.peerTimeout(this);
    }

    /** Bounds of live updates. */
    public EventSettings events() {
        return EventConfig.settings(this);
    }

    /** How long a graceful end may take. */
    public Duration closeTimeout() {
        return Duration.ofMillis(getLong(CLOSE_TIMEOUT_MS_CONFIG));
    }

    /** Properties of the serdes and of admin clients: everything that was given. */
    public Map<String, Object> clientProperties() {
        return new HashMap<>(originals());
    }

    /**
     * Properties for Kafka Streams.
     *
     * @param advertised where other instances reach this one's query server
     */
    public Properties streamsProperties(HostPort advertised) {
        Map<String, Object> properties = new HashMap<>(originals());
        properties.keySet().removeIf(name -> DEFINITION.names().contains(name) || name.startsWith(STREAMS_PREFIX));
        // Handlers write dead letters with the serde, so they need the registry's properties too.
        properties.put(SCHEMA_REGISTRY_URL_CONFIG, getString(SCHEMA_REGISTRY_URL_CONFIG));
        properties.put(TOPIC_NAMESPACE_CONFIG, getString(TOPIC_NAMESPACE_CONFIG));
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, getString(BOOTSTRAP_SERVERS_CONFIG));
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, getString(ApplicationSettings.APPLICATION_ID));
        properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, advertised.toString());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, getString(STATE_DIR_CONFIG));
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, getInt(ApplicationSettings.THREADS));
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, getInt(ApplicationSettings.STANDBYS));
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, getString(ApplicationSettings.GUARANTEE));
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, getLong(COMMIT_INTERVAL_MS_CONFIG));
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, getInt(ApplicationSettings.REPLICATION_FACTOR));
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class.getName());
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, BadRecordHandler.class.getName());
        properties.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                getInt(ApplicationSettings.SESSION_TIMEOUT));
        properties.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                Math.max(1, getInt(ApplicationSettings.SESSION_TIMEOUT) / 3));
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        properties.put(
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                getInt(ApplicationSettings.TRANSACTION_TIMEOUT));
        ApplicationSettings.batching(getLong(COMMIT_INTERVAL_MS_CONFIG))
                .forEach((name, value) -> properties.put(StreamsConfig.producerPrefix(name), value));
        Topic.internalConfig().forEach((name, value) -> properties.put(StreamsConfig.topicPrefix(name), value));
        properties.putAll(originalsWithPrefix(STREAMS_PREFIX));
        Properties result = new Properties();
        result.putAll(properties);
        return result;
    }
}
