/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The settings of a broker that is alone, on loopback, and holds news of any age. */
final class BrokerConfiguration {
    static final int NODE_ID = 1;
    static final String HOST = "127.0.0.1";
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private BrokerConfiguration() {}

    static Properties of(BrokerDirectory data, int brokerPort, int controllerPort, Map<String, String> overrides) {
        Properties properties = new Properties();
        properties.putAll(node(data.logDirectory(), brokerPort, controllerPort));
        properties.putAll(data.wasClosedCleanly() ? PATIENT_CONTROLLER : IMPATIENT_CONTROLLER);
        properties.putAll(ONE_NODE);
        properties.putAll(NEWS_OF_ANY_AGE);
        properties.putAll(QUICK_GROUPS);
        properties.putAll(SMALL);
        properties.putAll(overrides);
        return properties;
    }

    private static Map<String, String> node(Path logDirectory, int brokerPort, int controllerPort) {
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE_ID),
                "listeners",
                "BROKER://" + HOST + ":" + brokerPort + "," + CONTROLLER_LISTENER + "://" + HOST + ":" + controllerPort,
                "listener.security.protocol.map",
                "BROKER:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT",
                "inter.broker.listener.name",
                "BROKER",
                "controller.listener.names",
                CONTROLLER_LISTENER,
                // A static voter, not a dynamic quorum: its port is not written to the log and may change.
                "controller.quorum.voters",
                NODE_ID + "@" + HOST + ":" + controllerPort,
                "log.dirs",
                logDirectory.toString());
    }

    /** There is no other broker to fail over to, so a busy machine is no reason to give this one up. */
    private static final Map<String, String> PATIENT_CONTROLLER =
            Map.of("broker.heartbeat.interval.ms", "500", "broker.session.timeout.ms", "18000");

    /** After a kill the controller refuses the broker until the session of the killed one is over. */
    private static final Map<String, String> IMPATIENT_CONTROLLER =
            Map.of("broker.heartbeat.interval.ms", "500", "broker.session.timeout.ms", "2500");

    private static final Map<String, String> ONE_NODE = Map.of(
            "default.replication.factor", "1",
            "min.insync.replicas", "1",
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "4",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "share.coordinator.state.topic.num.partitions", "1");

    /** Records carry the time of the news; none of them is old enough to be deleted or new enough to be refused. */
    private static final Map<String, String> NEWS_OF_ANY_AGE = Map.of(
            "log.retention.ms", "-1",
            "log.retention.bytes", "-1",
            "log.message.timestamp.before.max.ms", Long.toString(Long.MAX_VALUE),
            "log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE),
            "auto.create.topics.enable", "false",
            // Room for a body of the greatest size that is let through, with its envelope.
            "message.max.bytes", Integer.toString(8 << 20),
            "replica.fetch.max.bytes", Integer.toString(8 << 20));

    /** A member that comes, goes or dies is noticed in seconds: there is one user, and he waits. */
    private static final Map<String, String> QUICK_GROUPS = Map.ofEntries(
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            Map.entry("group.min.session.timeout.ms", "1000"),
            Map.entry("group.consumer.min.session.timeout.ms", "1000"),
            Map.entry("group.consumer.session.timeout.ms", "6000"),
            Map.entry("group.consumer.min.heartbeat.interval.ms", "300"),
            Map.entry("group.consumer.heartbeat.interval.ms", "1000"),
            Map.entry("group.streams.min.session.timeout.ms", "1000"),
            Map.entry("group.streams.session.timeout.ms", "6000"),
            Map.entry("group.streams.min.heartbeat.interval.ms", "300"),
            Map.entry("group.streams.heartbeat.interval.ms", "1000"),
            Map.entry("group.streams.initial.rebalance.delay.ms", "0"),
            // What a killed process left open blocks readers of committed records until it is aborted.
            Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000"));

    /** Threads and buffers of a machine that also runs everything else. */
    private static final Map<String, String> SMALL = Map.ofEntries(
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("num.recovery.threads.per.data.dir", "2"),
            Map.entry("background.threads", "2"),
            Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20)),
            Map.entry("log.cleaner.io.buffer.size", Integer.toString(64 << 10)),
            // Who erases an article waits for the segments to be cleaned and deleted; to look for them costs nothing.
            Map.entry("log.cleaner.backoff.ms", "1000"),
            Map.entry("log.retention.check.interval.ms", "5000"),
            Map.entry("log.initial.task.delay.ms", "5000"),
            // Enough entries for a segment of 1 GiB.
            Map.entry("log.index.size.max.bytes", Integer.toString(2 << 20)),
            // Registering every metric with JMX costs half a second of the start, and nobody reads it there.
            Map.entry("metric.reporters", ""));
}
