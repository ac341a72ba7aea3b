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
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.errors.BadRecordHandler;
import io.vestnik.consumer.errors.BadRowHandler;
import io.vestnik.consumer.topology.BoundedRocksDb;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;

/**
 * The settings of the consumer. Settings that are not listed go to Kafka Streams, its clients and the serdes as they
 * are, so that {@code basic.auth.user.info} or {@code security.protocol} need nothing here; {@value #STREAMS_PREFIX} in
 * front of a name overrides what the consumer would set itself.
 */
public final class VestnikConsumerConfig extends AbstractConfig {
    /** Settings with this prefix override the consumer's own choice for Kafka Streams. */
    public static final String STREAMS_PREFIX = "streams.";

    public static final String BOOTSTRAP_SERVERS_CONFIG = "bootstrap.servers";
    private static final String BOOTSTRAP_SERVERS_DOC = "Brokers to start from, host:port separated by commas.";

    public static final String SCHEMA_REGISTRY_URL_CONFIG = "schema.registry.url";
    private static final String SCHEMA_REGISTRY_URL_DOC =
            "Addresses of the schema registry, separated by commas; mock://SCOPE is a registry in memory, for tests.";

    public static final String APPLICATION_ID_CONFIG = "application.id";
    private static final String APPLICATION_ID_DOC =
            "Name of the application: its consumer group, and the start of the names of its changelog topics. Instances"
                    + " of one name share the work.";
    public static final String APPLICATION_ID_DEFAULT = "vestnik-consumer";

    public static final String TOPIC_NAMESPACE_CONFIG = "vestnik.namespace";
    private static final String TOPIC_NAMESPACE_DOC =
            "What stands in front of each topic's name: empty for the live topics, replay.R. for the replay R.";
    public static final String TOPIC_NAMESPACE_DEFAULT = "";

    public static final String STATE_DIR_CONFIG = "state.dir";
    private static final String STATE_DIR_DOC =
            "Directory of the RocksDB stores. What is lost there is read again from the changelog topics.";
    public static final String STATE_DIR_DEFAULT = "data/consumer";

    public static final String NUM_STREAM_THREADS_CONFIG = "num.stream.threads";
    private static final String NUM_STREAM_THREADS_DOC = "Threads that process records.";
    public static final int NUM_STREAM_THREADS_DEFAULT = 1;

    public static final String NUM_STANDBY_REPLICAS_CONFIG = "num.standby.replicas";
    private static final String NUM_STANDBY_REPLICAS_DOC =
            "Copies of each store that other instances keep up to date, so that one takes over without reading the"
                    + " changelog. Without effect while there is one instance.";
    public static final int NUM_STANDBY_REPLICAS_DEFAULT = 1;

    public static final String PROCESSING_GUARANTEE_CONFIG = "processing.guarantee";
    private static final String PROCESSING_GUARANTEE_DOC =
            "exactly_once_v2, or at_least_once where updates may come twice after a crash.";
    public static final String PROCESSING_GUARANTEE_DEFAULT = StreamsConfig.EXACTLY_ONCE_V2;

    public static final String COMMIT_INTERVAL_MS_CONFIG = "commit.interval.ms";
    private static final String COMMIT_INTERVAL_MS_DOC = "Milliseconds between commits; readers see results by then.";
    public static final long COMMIT_INTERVAL_MS_DEFAULT = 30;

    public static final String SESSION_TIMEOUT_MS_CONFIG = "session.timeout.ms";
    private static final String SESSION_TIMEOUT_MS_DOC =
            "Milliseconds without a heartbeat after which an instance counts as gone and others take its work.";
    public static final int SESSION_TIMEOUT_MS_DEFAULT = 6_000;

    public static final String TRANSACTION_TIMEOUT_MS_CONFIG = "transaction.timeout.ms";
    private static final String TRANSACTION_TIMEOUT_MS_DOC =
            "Milliseconds after which the broker aborts what a killed instance left open; readers wait until then.";
    public static final int TRANSACTION_TIMEOUT_MS_DEFAULT = 10_000;

    public static final String REPLICATION_FACTOR_CONFIG = "replication.factor";
    private static final String REPLICATION_FACTOR_DOC =
            "Replicas of the topics that are created; -1 = as the broker does by default.";
    public static final int REPLICATION_FACTOR_DEFAULT = -1;

    public static final String TOPIC_PARTITIONS_CONFIG = "vestnik.partitions";
    private static final String TOPIC_PARTITIONS_DOC =
            "Partitions of the topics that are created; 0 = as the catalogue says.";
    public static final int TOPIC_PARTITIONS_DEFAULT = 0;

    public static final String VIEW_INTERVAL_MS_CONFIG = "view.interval.ms";
    private static final String VIEW_INTERVAL_MS_DOC =
            "Milliseconds within which changes of one view are gathered before it is computed and written.";
    public static final long VIEW_INTERVAL_MS_DEFAULT = 100;

    public static final String CLOSE_TIMEOUT_MS_CONFIG = "close.timeout.ms";
    private static final String CLOSE_TIMEOUT_MS_DOC = "Milliseconds that a graceful end may take.";
    public static final long CLOSE_TIMEOUT_MS_DEFAULT = 20_000;

    public static final String QUERY_LISTEN_CONFIG = "query.listen";
    private static final String QUERY_LISTEN_DOC =
            "host:port that the query server listens on; port 0 = any that is free. There is no access control: listen"
                    + " elsewhere than on loopback only in a network that you trust.";
    public static final String QUERY_LISTEN_DEFAULT = "127.0.0.1:8085";

    public static final String QUERY_ADVERTISED_CONFIG = "query.advertised";
    private static final String QUERY_ADVERTISED_DOC =
            "host:port under which other instances reach this one's query server; empty = as it listens.";
    public static final String QUERY_ADVERTISED_DEFAULT = "";

    public static final String QUERY_PEER_TIMEOUT_MS_CONFIG = "query.peer.timeout.ms";
    private static final String QUERY_PEER_TIMEOUT_MS_DOC =
            "Milliseconds within which another instance has to answer, else the whole answer is a 503.";
    public static final long QUERY_PEER_TIMEOUT_MS_DEFAULT = 2_000;

    private static final String NEVER = Long.toString(Long.MAX_VALUE);

    private static final ConfigDef DEFINITION = new ConfigDef()
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
            .define(
                    APPLICATION_ID_CONFIG,
                    ConfigDef.Type.STRING,
                    APPLICATION_ID_DEFAULT,
                    new NonEmptyString(),
                    Importance.HIGH,
                    APPLICATION_ID_DOC)
            .define(QUERY_LISTEN_CONFIG, ConfigDef.Type.STRING, QUERY_LISTEN_DEFAULT, Importance.HIGH, QUERY_LISTEN_DOC)
            .define(STATE_DIR_CONFIG, ConfigDef.Type.STRING, STATE_DIR_DEFAULT, Importance.HIGH, STATE_DIR_DOC)
            .define(
                    TOPIC_NAMESPACE_CONFIG,
                    ConfigDef.Type.STRING,
                    TOPIC_NAMESPACE_DEFAULT,
                    Importance.MEDIUM,
                    TOPIC_NAMESPACE_DOC)
            .define(
                    NUM_STREAM_THREADS_CONFIG,
                    ConfigDef.Type.INT,
                    NUM_STREAM_THREADS_DEFAULT,
                    Range.atLeast(1),
                    Importance.MEDIUM,
                    NUM_STREAM_THREADS_DOC)
            .define(
                    NUM_STANDBY_REPLICAS_CONFIG,
                    ConfigDef.Type.INT,
                    NUM_STANDBY_REPLICAS_DEFAULT,
                    Range.atLeast(0),
                    Importance.MEDIUM,
                    NUM_STANDBY_REPLICAS_DOC)
            .define(
                    PROCESSING_GUARANTEE_CONFIG,
                    ConfigDef.Type.STRING,
                    PROCESSING_GUARANTEE_DEFAULT,
                    ValidString.in(StreamsConfig.EXACTLY_ONCE_V2, StreamsConfig.AT_LEAST_ONCE),
                    Importance.MEDIUM,
                    PROCESSING_GUARANTEE_DOC)
            .define(
                    REPLICATION_FACTOR_CONFIG,
                    ConfigDef.Type.INT,
                    REPLICATION_FACTOR_DEFAULT,
                    Range.between(-1, (int) Short.MAX_VALUE),
                    Importance.MEDIUM,
                    REPLICATION_FACTOR_DOC)
            .define(
                    TOPIC_PARTITIONS_CONFIG,
                    ConfigDef.Type.INT,
                    TOPIC_PARTITIONS_DEFAULT,
                    Range.atLeast(0),
                    Importance.MEDIUM,
                    TOPIC_PARTITIONS_DOC)
            .define(
                    QUERY_ADVERTISED_CONFIG,
                    ConfigDef.Type.STRING,
                    QUERY_ADVERTISED_DEFAULT,
                    Importance.MEDIUM,
                    QUERY_ADVERTISED_DOC)
            .define(
                    COMMIT_INTERVAL_MS_CONFIG,
                    ConfigDef.Type.LONG,
                    COMMIT_INTERVAL_MS_DEFAULT,
                    Range.atLeast(1),
                    Importance.LOW,
                    COMMIT_INTERVAL_MS_DOC)
            .define(
                    VIEW_INTERVAL_MS_CONFIG,
                    ConfigDef.Type.LONG,
                    VIEW_INTERVAL_MS_DEFAULT,
                    Range.atLeast(1),
                    Importance.LOW,
                    VIEW_INTERVAL_MS_DOC)
            .define(
                    SESSION_TIMEOUT_MS_CONFIG,
                    ConfigDef.Type.INT,
                    SESSION_TIMEOUT_MS_DEFAULT,
                    Range.atLeast(1),
                    Importance.LOW,
                    SESSION_TIMEOUT_MS_DOC)
            .define(
                    TRANSACTION_TIMEOUT_MS_CONFIG,
                    ConfigDef.Type.INT,
                    TRANSACTION_TIMEOUT_MS_DEFAULT,
                    Range.atLeast(1),
                    Importance.LOW,
                    TRANSACTION_TIMEOUT_MS_DOC)
            .define(
                    CLOSE_TIMEOUT_MS_CONFIG,
                    ConfigDef.Type.LONG,
                    CLOSE_TIMEOUT_MS_DEFAULT,
                    Range.atLeast(0),
                    Importance.LOW,
                    CLOSE_TIMEOUT_MS_DOC)
            .define(
                    QUERY_PEER_TIMEOUT_MS_CONFIG,
                    ConfigDef.Type.LONG,
                    QUERY_PEER_TIMEOUT_MS_DEFAULT,
                    Range.atLeast(1),
                    Importance.LOW,
                    QUERY_PEER_TIMEOUT_MS_DOC);

    /**
     * Reads and checks the settings.
     *
     * @throws ConfigException when one is missing or wrong; the message names it
     */
    public VestnikConsumerConfig(Map<?, ?> settings) {
        super(DEFINITION, settings, false);
        queryListen();
        queryAdvertised();
    }

    /** The definition of all settings, for printing. */
    public static ConfigDef definition() {
        return new ConfigDef(DEFINITION);
    }

    /** The topics of the configured namespace. */
    public Topics topics() {
        return new Topics(getString(TOPIC_NAMESPACE_CONFIG));
    }

    /** Where the query server listens. */
    public HostPort queryListen() {
        return HostPort.parse(QUERY_LISTEN_CONFIG, getString(QUERY_LISTEN_CONFIG), 0);
    }

    /** Where other instances reach the query server, given where it listens. */
    public HostPort queryAdvertised(HostPort listening) {
        HostPort advertised = queryAdvertised();
        return advertised == null ? listening : advertised;
    }

    private @Nullable HostPort queryAdvertised() {
        String advertised = getString(QUERY_ADVERTISED_CONFIG);
        return advertised.isEmpty() ? null : HostPort.parse(QUERY_ADVERTISED_CONFIG, advertised, 1);
    }

    /** How often touched views are computed. */
    public Duration viewInterval() {
        return Duration.ofMillis(getLong(VIEW_INTERVAL_MS_CONFIG));
    }

    /** How long a graceful end may take. */
    public Duration closeTimeout() {
        return Duration.ofMillis(getLong(CLOSE_TIMEOUT_MS_CONFIG));
    }

    /** How long another instance may take to answer. */
    public Duration peerTimeout() {
        return Duration.ofMillis(getLong(QUERY_PEER_TIMEOUT_MS_CONFIG));
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
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, getString(APPLICATION_ID_CONFIG));
        properties.put(StreamsConfig.APPLICATION_SERVER_CONFIG, advertised.toString());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, getString(STATE_DIR_CONFIG));
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, getInt(NUM_STREAM_THREADS_CONFIG));
        properties.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, getInt(NUM_STANDBY_REPLICAS_CONFIG));
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, getString(PROCESSING_GUARANTEE_CONFIG));
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, getLong(COMMIT_INTERVAL_MS_CONFIG));
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, getInt(REPLICATION_FACTOR_CONFIG));
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class.getName());
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, BadRecordHandler.class.getName());
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, BadRowHandler.class.getName());
        properties.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                getInt(SESSION_TIMEOUT_MS_CONFIG));
        properties.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                Math.max(1, getInt(SESSION_TIMEOUT_MS_CONFIG) / 3));
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        properties.put(
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
                getInt(TRANSACTION_TIMEOUT_MS_CONFIG));
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Topic.MAX_MESSAGE_BYTES);
        internalTopics().forEach((name, value) -> properties.put(StreamsConfig.topicPrefix(name), value));
        properties.putAll(originalsWithPrefix(STREAMS_PREFIX));
        Properties result = new Properties();
        result.putAll(properties);
        return result;
    }

    /** Changelogs bear the times of the news: neither age nor distance from the clock may remove or refuse a record. */
    private static Map<String, String> internalTopics() {
        return Map.of(
                TopicConfig.RETENTION_MS_CONFIG, "-1",
                TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, NEVER,
                TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG, NEVER,
                TopicConfig.SEGMENT_MS_CONFIG, NEVER,
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(Topic.MAX_MESSAGE_BYTES));
    }
}
