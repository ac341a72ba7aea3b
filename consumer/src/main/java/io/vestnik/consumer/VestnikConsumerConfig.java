/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.errors.BadRecordHandler;
import io.vestnik.consumer.events.EventSettings;
import io.vestnik.consumer.http.AccessToken;
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

    public static final String QUERY_LISTEN_CONFIG = "query.listen";
    private static final String QUERY_LISTEN_DOC =
            "host:port that the query server listens on; port 0 = any that is free. Elsewhere than on loopback it needs"
                    + " query.token.file.";
    public static final String QUERY_LISTEN_DEFAULT = "127.0.0.1:8085";

    public static final String QUERY_TOKEN_FILE_CONFIG = "query.token.file";
    private static final String QUERY_TOKEN_FILE_DOC =
            "File with the token that everybody has to show who asks the query server, as Authorization: Bearer TOKEN; the"
                    + " same for all instances, which ask each other. Empty = none, on loopback only.";
    public static final String QUERY_TOKEN_FILE_DEFAULT = "";

    public static final String QUERY_CORS_ORIGINS_CONFIG = "query.cors.origins";
    private static final String QUERY_CORS_ORIGINS_DOC =
            "Origins whose pages may ask the query server, as https://news.example, separated by commas; empty = none.";
    public static final String QUERY_CORS_ORIGINS_DEFAULT = "";
    private static final Pattern ORIGIN = Pattern.compile("https?://([a-z0-9.-]+|\\[[0-9a-f:]+])(:[0-9]+)?");

    public static final String QUERY_ADVERTISED_CONFIG = "query.advertised";
    private static final String QUERY_ADVERTISED_DOC =
            "host:port under which other instances reach this one's query server; empty = as it listens.";
    public static final String QUERY_ADVERTISED_DEFAULT = "";

    public static final String QUERY_PEER_TIMEOUT_MS_CONFIG = "query.peer.timeout.ms";
    private static final String QUERY_PEER_TIMEOUT_MS_DOC =
            "Milliseconds within which another instance has to answer, else the whole answer is a 503.";
    public static final long QUERY_PEER_TIMEOUT_MS_DEFAULT = 2_000;

    public static final String AS_OF_ENABLED_CONFIG = "as.of.enabled";
    private static final String AS_OF_ENABLED_DOC =
            "Whether questions about the past are answered. Costs a copy of the history on the disk of each instance, and"
                    + " reading it once; false = such questions are refused.";
    public static final boolean AS_OF_ENABLED_DEFAULT = true;
    public static final String EVENTS_WINDOW_UPDATES_CONFIG = "events.window.updates";
    private static final String EVENTS_WINDOW_UPDATES_DOC =
            "Newest updates kept in memory for live readers. One that falls behind them is cut off; one that comes back"
                    + " from further back is read the topic for.";
    public static final int EVENTS_WINDOW_UPDATES_DEFAULT = 10_000;

    public static final String EVENTS_WINDOW_BYTES_CONFIG = "events.window.bytes";
    private static final String EVENTS_WINDOW_BYTES_DOC =
            "Size of the newest updates that are kept in memory at most, roughly.";
    public static final long EVENTS_WINDOW_BYTES_DEFAULT = 16L * 1024 * 1024;

    public static final String EVENTS_READERS_CONFIG = "events.readers";
    private static final String EVENTS_READERS_DOC = "Live readers of an instance at a time; more are refused.";
    public static final int EVENTS_READERS_DEFAULT = 1_000;

    public static final String EVENTS_CATCH_UPS_CONFIG = "events.catch.ups";
    private static final String EVENTS_CATCH_UPS_DOC =
            "Live readers that the topic is read for at a time; sixteen times as many wait, more are refused.";
    public static final int EVENTS_CATCH_UPS_DEFAULT = 2;

    public static final String EVENTS_HEARTBEAT_MS_CONFIG = "events.heartbeat.ms";
    private static final String EVENTS_HEARTBEAT_MS_DOC =
            "Milliseconds of silence after which a live reader is sent a sign of life. One that takes nothing for three"
                    + " times as long is cut off.";
    public static final long EVENTS_HEARTBEAT_MS_DEFAULT = 10_000;

    private static final ConfigDef DEFINITION = ApplicationSettings.definition(APPLICATION_ID_DEFAULT, THREADS_DEFAULT)
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
            .define(QUERY_LISTEN_CONFIG, ConfigDef.Type.STRING, QUERY_LISTEN_DEFAULT, Importance.HIGH, QUERY_LISTEN_DOC)
            .define(
                    QUERY_TOKEN_FILE_CONFIG,
                    ConfigDef.Type.STRING,
                    QUERY_TOKEN_FILE_DEFAULT,
                    Importance.MEDIUM,
                    QUERY_TOKEN_FILE_DOC)
            .define(
                    QUERY_CORS_ORIGINS_CONFIG,
                    ConfigDef.Type.LIST,
                    QUERY_CORS_ORIGINS_DEFAULT,
                    ConfigDef.LambdaValidator.with(
                            VestnikConsumerConfig::checkOrigins, () -> "scheme://host or scheme://host:port each"),
                    Importance.LOW,
                    QUERY_CORS_ORIGINS_DOC)
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
                    QUERY_ADVERTISED_CONFIG,
                    ConfigDef.Type.STRING,
                    QUERY_ADVERTISED_DEFAULT,
                    Importance.MEDIUM,
                    QUERY_ADVERTISED_DOC)
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
                    CLOSE_TIMEOUT_MS_DOC)
            .define(
                    QUERY_PEER_TIMEOUT_MS_CONFIG,
                    ConfigDef.Type.LONG,
                    QUERY_PEER_TIMEOUT_MS_DEFAULT,
                    Range.atLeast(1),
                    Importance.LOW,
                    QUERY_PEER_TIMEOUT_MS_DOC)
            .define(
                    EVENTS_WINDOW_UPDATES_CONFIG,
                    ConfigDef.Type.INT,
                    EVENTS_WINDOW_UPDATES_DEFAULT,
                    Range.between(1, 10_000_000),
                    Importance.LOW,
                    EVENTS_WINDOW_UPDATES_DOC)
            .define(
                    EVENTS_WINDOW_BYTES_CONFIG,
                    ConfigDef.Type.LONG,
                    EVENTS_WINDOW_BYTES_DEFAULT,
                    Range.atLeast(1),
                    Importance.LOW,
                    EVENTS_WINDOW_BYTES_DOC)
            .define(
                    EVENTS_READERS_CONFIG,
                    ConfigDef.Type.INT,
                    EVENTS_READERS_DEFAULT,
                    Range.atLeast(0),
                    Importance.LOW,
                    EVENTS_READERS_DOC)
            .define(
                    EVENTS_CATCH_UPS_CONFIG,
                    ConfigDef.Type.INT,
                    EVENTS_CATCH_UPS_DEFAULT,
                    Range.between(1, 1_000),
                    Importance.LOW,
                    EVENTS_CATCH_UPS_DOC)
            .define(
                    EVENTS_HEARTBEAT_MS_CONFIG,
                    ConfigDef.Type.LONG,
                    EVENTS_HEARTBEAT_MS_DEFAULT,
                    // The server takes a connection for dead that was silent for 30 s.
                    Range.between(1, 20_000),
                    Importance.LOW,
                    EVENTS_HEARTBEAT_MS_DOC);

    /**
     * Reads and checks the settings.
     *
     * @throws ConfigException when one is missing or wrong; the message names it
     */
    public VestnikConsumerConfig(Map<?, ?> settings) {
        super(DEFINITION, settings, false);
        queryAdvertised();
        http();
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

    /**
     * How the query server is reached.
     *
     * @throws ConfigException when it listens elsewhere than on loopback and has no token, or the token cannot be read
     */
    public HttpSettings http() {
        HostPort listen = queryListen();
        String file = getString(QUERY_TOKEN_FILE_CONFIG);
        if (file.isEmpty() && !listen.isLoopback()) {
            throw new ConfigException(
                    QUERY_LISTEN_CONFIG,
                    listen,
                    "other machines reach the query server there, so " + QUERY_TOKEN_FILE_CONFIG
                            + " has to name a file with the token that they have to show ('openssl rand -hex 32' prints"
                            + " one), or listen on 127.0.0.1");
        }
        return new HttpSettings(
                listen,
                file.isEmpty() ? null : AccessToken.read(QUERY_TOKEN_FILE_CONFIG, Path.of(file)),
                getList(QUERY_CORS_ORIGINS_CONFIG));
    }

    /** An origin is compared as browsers send it, so that one that is written otherwise would never be allowed. */
    private static void checkOrigins(String name, Object value) {
        for (Object origin : (List<?>) value) {
            if (!ORIGIN.matcher(origin.toString()).matches()) {
                throw new ConfigException(
                        name, origin, "it has to be scheme://host or scheme://host:port in lower case, without a path");
            }
        }
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

    /** How long a graceful end may take. */
    public Duration closeTimeout() {
        return Duration.ofMillis(getLong(CLOSE_TIMEOUT_MS_CONFIG));
    }

    /** How long another instance may take to answer. */
    public Duration peerTimeout() {
        return Duration.ofMillis(getLong(QUERY_PEER_TIMEOUT_MS_CONFIG));
    }

    /** Bounds of live updates. */
    public EventSettings events() {
        return new EventSettings(
                getInt(EVENTS_WINDOW_UPDATES_CONFIG),
                getLong(EVENTS_WINDOW_BYTES_CONFIG),
                getInt(EVENTS_READERS_CONFIG),
                getInt(EVENTS_CATCH_UPS_CONFIG),
                Duration.ofMillis(getLong(EVENTS_HEARTBEAT_MS_CONFIG)));
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
