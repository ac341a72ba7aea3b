/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.util.Map;

import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;

/**
 * The settings that mean the same in each of Vestnik's applications over Kafka Streams, by Kafka's names. What an
 * application allows, says or assumes otherwise than the others it defines itself.
 */
public final class ApplicationSettings {
    /** Names the consumer group, the internal topics and the transactions. */
    public static final String APPLICATION_ID = "application.id";
    /** Threads that process. */
    public static final String THREADS = "num.stream.threads";
    /** Copies of the state in other instances. */
    public static final String STANDBYS = "num.standby.replicas";
    /** Whether results may be counted twice after a fault. */
    public static final String GUARANTEE = "processing.guarantee";
    /** Replicas of the topics that are created. */
    public static final String REPLICATION_FACTOR = "replication.factor";
    /** Silence, in milliseconds, after which an instance is taken for dead. */
    public static final String SESSION_TIMEOUT = "session.timeout.ms";
    /** Milliseconds after which the transaction of a dead instance is aborted. */
    public static final String TRANSACTION_TIMEOUT = "transaction.timeout.ms";

    // Kafka Streams has constants for them, but who only reads the records has no need of Kafka Streams.
    private static final String EXACTLY_ONCE = "exactly_once_v2";
    private static final String AT_LEAST_ONCE = "at_least_once";

    /** An article makes tens of kilobytes; each batch costs a compressor and a request, whatever is in it. */
    private static final int BATCH_BYTES = 128 * 1024;

    /** Kafka Streams' own. */
    private static final long LEAST_LINGER_MS = 100;
    /** More would come near the time within which a record must be delivered. */
    private static final long MOST_LINGER_MS = 1_000;

    private ApplicationSettings() {}

    /**
     * The definition of the shared settings, for an application to add its own to.
     *
     * @param applicationId default of {@value #APPLICATION_ID}
     * @param threads default of {@value #THREADS}
     */
    public static ConfigDef definition(String applicationId, int threads) {
        return new ConfigDef()
                .define(
                        APPLICATION_ID,
                        ConfigDef.Type.STRING,
                        applicationId,
                        new NonEmptyString(),
                        Importance.HIGH,
                        "Names the consumer group, the internal topics and the transactions; instances with the same"
                                + " one share the work.")
                .define(
                        THREADS,
                        ConfigDef.Type.INT,
                        threads,
                        Range.atLeast(1),
                        Importance.MEDIUM,
                        "Threads that process; more than there are partitions stay idle.")
                .define(
                        STANDBYS,
                        ConfigDef.Type.INT,
                        1,
                        Range.atLeast(0),
                        Importance.MEDIUM,
                        "Copies of the state that other instances keep, ready to go on; without a second instance there"
                                + " are none.")
                .define(
                        GUARANTEE,
                        ConfigDef.Type.STRING,
                        EXACTLY_ONCE,
                        ValidString.in(EXACTLY_ONCE, AT_LEAST_ONCE),
                        Importance.MEDIUM,
                        "exactly_once_v2, or at_least_once where results may be counted twice after a fault: for"
                                + " comparison only.")
                .define(
                        REPLICATION_FACTOR,
                        ConfigDef.Type.INT,
                        -1,
                        Range.between(-1, (int) Short.MAX_VALUE),
                        Importance.MEDIUM,
                        "Replicas of topics that do not exist yet, internal ones included; -1 takes the brokers'"
                                + " default.")
                .define(
                        SESSION_TIMEOUT,
                        ConfigDef.Type.INT,
                        6_000,
                        Range.atLeast(1),
                        Importance.LOW,
                        "Milliseconds after which a silent instance is taken for dead and its work given to others.")
                .define(
                        TRANSACTION_TIMEOUT,
                        ConfigDef.Type.INT,
                        10_000,
                        Range.atLeast(1),
                        Importance.LOW,
                        "Milliseconds after which the broker aborts the transaction of a dead instance; readers wait for"
                                + " it. Must be longer than commit.interval.ms.");
    }

    /**
     * How an application's producers batch what they send, by Kafka's names.
     *
     * @param commitIntervalMs milliseconds between commits
     */
    public static Map<String, Object> batching(long commitIntervalMs) {
        return Map.of(
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.BATCH_SIZE_CONFIG,
                BATCH_BYTES,
                // Nobody sees a record before its transaction is committed, and that sends what is left.
                ProducerConfig.LINGER_MS_CONFIG,
                Math.max(LEAST_LINGER_MS, Math.min(MOST_LINGER_MS, commitIntervalMs)),
                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                Topic.MAX_MESSAGE_BYTES);
    }

    /** Refuses what cannot stand in front of the names of topics. */
    public static ConfigDef.Validator namespaces() {
        return ConfigDef.LambdaValidator.with(
                ApplicationSettings::checkNamespace, () -> "empty, or parts that each end with a dot");
    }

    private static void checkNamespace(String name, Object value) {
        try {
            TopicNames.of(value.toString(), "news.articles.v1");
        } catch (IllegalArgumentException e) {
            throw new ConfigException(name, value, e.getMessage());
        }
    }
}
