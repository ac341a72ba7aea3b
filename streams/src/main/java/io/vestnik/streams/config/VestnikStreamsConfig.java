/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.config;

import java.time.Duration;
import java.util.Map;

import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.serde.SerdeSettings;
import io.vestnik.schemas.serde.ValueSerdes;

/**
 * Configuration of the streams application: the settings of every application, {@link ApplicationSettings}, and its own.
 * Names that Kafka or Confluent have a word for are theirs.
 *
 * <p>A name that is not defined here is refused, so that a misspelt one is not silently without effect; settings of
 * Kafka Streams that are not named here are given with {@value #KAFKA_PREFIX} in front.
 */
public final class VestnikStreamsConfig extends AbstractConfig {
    /** Settings of Kafka Streams and its clients are passed on under this prefix. */
    public static final String KAFKA_PREFIX = "kafka.";

    /** {@code bootstrap.servers} */
    public static final String BOOTSTRAP_SERVERS_CONFIG = "bootstrap.servers";

    public static final String BOOTSTRAP_SERVERS_DOC = "Addresses host:port of brokers, separated by commas.";
    public static final String BOOTSTRAP_SERVERS_DEFAULT = "localhost:9092";

    /** {@code schema.registry.url} */
    public static final String SCHEMA_REGISTRY_URL_CONFIG = SerdeSettings.URL;

    public static final String SCHEMA_REGISTRY_URL_DOC =
            "Addresses of the schema registry, separated by commas; mock://SCOPE is one in memory, for tests.";
    public static final String SCHEMA_REGISTRY_URL_DEFAULT = "http://localhost:8081";

    /** Default of {@value ApplicationSettings#APPLICATION_ID}. */
    public static final String APPLICATION_ID_DEFAULT = "vestnik-streams";

    /** {@code vestnik.namespace} */
    public static final String NAMESPACE_CONFIG = "vestnik.namespace";

    public static final String NAMESPACE_DOC =
            "In front of the name of each topic of Vestnik; empty for live news, replay.R. for the replay R.";
    public static final String NAMESPACE_DEFAULT = "";

    /** {@code vestnik.partitions} */
    public static final String PARTITIONS_CONFIG = "vestnik.partitions";

    public static final String PARTITIONS_DOC =
            "Partitions of topics that do not exist yet; 0 takes the catalogue's. Topics that exist keep theirs.";
    public static final int PARTITIONS_DEFAULT = 0;

    /** {@code state.dir} */
    public static final String STATE_DIR_CONFIG = "state.dir";

    public static final String STATE_DIR_DOC =
            "Directory of the state on disk. It can be restored from the brokers, but that takes its time.";
    public static final String STATE_DIR_DEFAULT = "data/streams";

    /** {@code state.store} */
    public static final String STATE_STORE_CONFIG = "state.store";

    public static final String STATE_STORE_DOC =
            "Where state is kept: rocksdb (on disk) or memory. The desks' articles are in memory in either case.";
    public static final String STATE_STORE_DEFAULT = "rocksdb";

    /** Default of {@value ApplicationSettings#THREADS}. */
    public static final int THREADS_DEFAULT = 2;

    /** {@code commit.interval.ms} */
    public static final String COMMIT_INTERVAL_CONFIG = "commit.interval.ms";

    public static final String COMMIT_INTERVAL_DOC =
            "Milliseconds between commits. Results can be read after the next one in each of four steps; long"
                    + " intervals (1000) give more throughput for a replay at full speed.";
    public static final long COMMIT_INTERVAL_DEFAULT = 100;

    /** {@code statestore.cache.max.bytes} */
    public static final String CACHE_CONFIG = "statestore.cache.max.bytes";

    public static final String CACHE_DOC =
            "Bytes for topics that were touched since the last commit; 0 makes them up once per article instead of once"
                    + " per commit.";
    public static final long CACHE_DEFAULT = 16L * 1024 * 1024;

    /** {@code coverage.counters} */
    public static final String COUNTERS_CONFIG = "coverage.counters";

    public static final String COUNTERS_DOC =
            "Counters (about 100 bytes each) that each coverage task keeps at hand; topics beyond that are counted again"
                    + " from their articles when they are next touched.";
    public static final long COUNTERS_DEFAULT = 500_000;

    /** {@code watch.scan.articles} */
    public static final String WATCH_SCAN_CONFIG = "watch.scan.articles";

    public static final String WATCH_SCAN_DOC =
            "Articles that a task looks at in one step when it goes over all of them after a watch was changed; a step ends"
                    + " earlier when a fifth as many have changed.";
    public static final int WATCH_SCAN_DEFAULT = 1000;

    /** {@code article.max.bytes} */
    public static final String ARTICLE_MAX_BYTES_CONFIG = "article.max.bytes";

    public static final String ARTICLE_MAX_BYTES_DOC =
            "Greatest size of an article's text in bytes of UTF-8; a larger one goes to the dead letters.";
    public static final int ARTICLE_MAX_BYTES_DEFAULT = 2 * 1024 * 1024;

    /** {@code future.tolerance.ms} */
    public static final String FUTURE_TOLERANCE_CONFIG = "future.tolerance.ms";

    public static final String FUTURE_TOLERANCE_DOC =
            "How far, in milliseconds, an observedAt may lie ahead of the clock; what lies further goes to the dead"
                    + " letters.";
    public static final long FUTURE_TOLERANCE_DEFAULT = 600_000;

    /** {@code shutdown.timeout.ms} */
    public static final String SHUTDOWN_TIMEOUT_CONFIG = "shutdown.timeout.ms";

    public static final String SHUTDOWN_TIMEOUT_DOC =
            "Milliseconds that the application may take to commit and leave when it is told to stop.";
    public static final long SHUTDOWN_TIMEOUT_DEFAULT = 30_000;

    /** {@code vestnik.value.serde} */
    public static final String VALUE_SERDE_CONFIG = ValueSerdes.VALUE_SERDE_CONFIG;

    public static final String VALUE_SERDE_DOC =
            "Class of the serde of values: Vestnik's own, or another of the same format, as Confluent's"
                    + " io.confluent.kafka.streams.serdes.avro.SpecificAvroSerde.";
    public static final String VALUE_SERDE_DEFAULT = "io.vestnik.schemas.serde.AvroSerde";

    private static final int MAX_ARTICLE_BYTES = 4 * 1024 * 1024;
    private static final int MAX_PARTITIONS = 10_000;

    private static final ConfigDef DEFINITION = define();

    private final @Nullable String staging;

    /**
     * Reads a configuration.
     *
     * @param properties settings by name; those not given have their defaults
     * @throws ConfigException when a name is unknown or a value is not allowed
     */
    public VestnikStreamsConfig(Map<String, ?> properties) {
        this(properties, null);
    }

    private VestnikStreamsConfig(Map<String, ?> properties, @Nullable String staging) {
        super(DEFINITION, properties, false);
        this.staging = staging;
        for (String name : properties.keySet()) {
            if (!DEFINITION.names().contains(name) && !name.startsWith(KAFKA_PREFIX)) {
                throw new ConfigException(
                        "Unknown setting '" + name + "'. 'vestnik config docs' lists all; a setting of"
                                + " Kafka Streams itself is given as " + KAFKA_PREFIX + name + ".");
            }
        }
        if (getInt(ApplicationSettings.TRANSACTION_TIMEOUT) <= getLong(COMMIT_INTERVAL_CONFIG)) {
            throw new ConfigException(
                    ApplicationSettings.TRANSACTION_TIMEOUT,
                    getInt(ApplicationSettings.TRANSACTION_TIMEOUT),
                    "must be longer than " + COMMIT_INTERVAL_CONFIG + ", or every transaction is aborted");
        }
        desk();
    }

    /** The definition of all settings, for printing. */
    public static ConfigDef definition() {
        return new ConfigDef(DEFINITION);
    }

    /** What stands in front of the names of Vestnik's topics. */
    public String namespace() {
        return getString(NAMESPACE_CONFIG);
    }

    /** The same, but with its results in topics of another namespace. */
    public VestnikStreamsConfig staged(String namespace) {
        return new VestnikStreamsConfig(originals(), namespace);
    }

    /** Namespace of the results that are built beside those that readers read; null when it is these that are written. */
    public @Nullable String staging() {
        return staging;
    }

    /** What is read and written. */
    public Topics topics() {
        return staging == null ? new Topics(namespace()) : Topics.staged(namespace(), staging);
    }

    /** Partitions of topics that do not exist yet; 0 = as the catalogue says. */
    public int partitions() {
        return getInt(PARTITIONS_CONFIG);
    }

    /** Replicas of topics that do not exist yet; -1 = the brokers' default. */
    public short replication() {
        return getInt(ApplicationSettings.REPLICATION_FACTOR).shortValue();
    }

    /** Whether state is kept on disk. */
    public boolean persistent() {
        return getString(STATE_STORE_CONFIG).equals(STATE_STORE_DEFAULT);
    }

    /** Counters that each coverage task keeps at hand. */
    public long counters() {
        return getLong(COUNTERS_CONFIG);
    }

    /** Articles that a task looks at in one step when a watch was changed. */
    public int watchScan() {
        return getInt(WATCH_SCAN_CONFIG);
    }

    /** How far the desks look and how long they remember. */
    public DeskSettings desk() {
        return DeskSettings.of(this);
    }

    /** Greatest size of a text in bytes of UTF-8. */
    public int articleMaxBytes() {
        return getInt(ARTICLE_MAX_BYTES_CONFIG);
    }

    /** How far an observation may lie ahead of the clock. */
    public Duration futureTolerance() {
        return Duration.ofMillis(getLong(FUTURE_TOLERANCE_CONFIG));
    }

    /** How long the application may take to stop. */
    public Duration shutdownTimeout() {
        return Duration.ofMillis(getLong(SHUTDOWN_TIMEOUT_CONFIG));
    }

    // One entry a setting: a table is longer than a method should be, and easier to read than anything shorter.
    private static ConfigDef define() {
        ConfigDef definition = ApplicationSettings.definition(APPLICATION_ID_DEFAULT, THREADS_DEFAULT)
                .define(
                        BOOTSTRAP_SERVERS_CONFIG,
                        ConfigDef.Type.LIST,
                        BOOTSTRAP_SERVERS_DEFAULT,
                        ConfigDef.ValidList.anyNonDuplicateValues(false, false),
                        Importance.HIGH,
                        BOOTSTRAP_SERVERS_DOC)
                .define(
                        SCHEMA_REGISTRY_URL_CONFIG,
                        ConfigDef.Type.LIST,
                        SCHEMA_REGISTRY_URL_DEFAULT,
                        ConfigDef.ValidList.anyNonDuplicateValues(false, false),
                        Importance.HIGH,
                        SCHEMA_REGISTRY_URL_DOC)
                .define(
                        STATE_DIR_CONFIG,
                        ConfigDef.Type.STRING,
                        STATE_DIR_DEFAULT,
                        new NonEmptyString(),
                        Importance.HIGH,
                        STATE_DIR_DOC)
                .define(
                        NAMESPACE_CONFIG,
                        ConfigDef.Type.STRING,
                        NAMESPACE_DEFAULT,
                        ApplicationSettings.namespaces(),
                        Importance.MEDIUM,
                        NAMESPACE_DOC)
                .define(
                        PARTITIONS_CONFIG,
                        ConfigDef.Type.INT,
                        PARTITIONS_DEFAULT,
                        Range.between(0, MAX_PARTITIONS),
                        Importance.MEDIUM,
                        PARTITIONS_DOC)
                .define(
                        STATE_STORE_CONFIG,
                        ConfigDef.Type.STRING,
                        STATE_STORE_DEFAULT,
                        ValidString.in(STATE_STORE_DEFAULT, "memory"),
                        Importance.MEDIUM,
                        STATE_STORE_DOC)
                .define(
                        COMMIT_INTERVAL_CONFIG,
                        ConfigDef.Type.LONG,
                        COMMIT_INTERVAL_DEFAULT,
                        Range.atLeast(1),
                        Importance.MEDIUM,
                        COMMIT_INTERVAL_DOC)
                .define(CACHE_CONFIG, ConfigDef.Type.LONG, CACHE_DEFAULT, Range.atLeast(0), Importance.LOW, CACHE_DOC)
                .define(
                        COUNTERS_CONFIG,
                        ConfigDef.Type.LONG,
                        COUNTERS_DEFAULT,
                        Range.atLeast(1),
                        Importance.LOW,
                        COUNTERS_DOC)
                .define(
                        WATCH_SCAN_CONFIG,
                        ConfigDef.Type.INT,
                        WATCH_SCAN_DEFAULT,
                        Range.between(1, 10_000),
                        Importance.LOW,
                        WATCH_SCAN_DOC)
                .define(
                        ARTICLE_MAX_BYTES_CONFIG,
                        ConfigDef.Type.INT,
                        ARTICLE_MAX_BYTES_DEFAULT,
                        Range.between(1, MAX_ARTICLE_BYTES),
                        Importance.LOW,
                        ARTICLE_MAX_BYTES_DOC)
                .define(
                        FUTURE_TOLERANCE_CONFIG,
                        ConfigDef.Type.LONG,
                        FUTURE_TOLERANCE_DEFAULT,
                        Range.atLeast(0),
                        Importance.LOW,
                        FUTURE_TOLERANCE_DOC)
                .define(
                        SHUTDOWN_TIMEOUT_CONFIG,
                        ConfigDef.Type.LONG,
                        SHUTDOWN_TIMEOUT_DEFAULT,
                        Range.atLeast(1),
                        Importance.LOW,
                        SHUTDOWN_TIMEOUT_DOC)
                .define(
                        VALUE_SERDE_CONFIG,
                        ConfigDef.Type.STRING,
                        VALUE_SERDE_DEFAULT,
                        new NonEmptyString(),
                        Importance.LOW,
                        VALUE_SERDE_DOC);
        DeskSettings.define(definition);
        SerdeSettings.definition().configKeys().values().stream()
                .filter(key -> !key.name.equals(SCHEMA_REGISTRY_URL_CONFIG))
                .forEach(definition::define);
        return definition;
    }
}
