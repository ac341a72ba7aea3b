/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

import io.vestnik.systemtests.VestnikProcess;

/** One of several brokers: Kafka's own program as a process, broker and controller, on a directory that it keeps. */
final class BrokerNode {
    static final String HOST = "127.0.0.1";
    private static final String CONTROLLER = "CONTROLLER";

    private final int id;
    private final int port;
    private final Path directory;
    private VestnikProcess process;

    /** Formats the directory. */
    BrokerNode(int id, Ports ports, String voters, String clusterId, Path directory) {
        this.id = id;
        this.port = ports.broker();
        this.directory = directory;
        try {
            Files.createDirectories(directory);
            format(clusterId);
            Properties properties = new Properties();
            properties.putAll(Map.of(
                    "process.roles",
                    "broker,controller",
                    "node.id",
                    Integer.toString(id),
                    "listeners",
                    "BROKER://" + HOST + ":" + port + "," + CONTROLLER + "://" + HOST + ":" + ports.controller(),
                    "listener.security.protocol.map",
                    "BROKER:PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
                    "inter.broker.listener.name",
                    "BROKER",
                    "controller.listener.names",
                    CONTROLLER,
                    "controller.quorum.voters",
                    voters,
                    "log.dirs",
                    logs().toString()));
            properties.putAll(THREE_REPLICAS);
            properties.putAll(QUICK);
            try (Writer writer = Files.newBufferedWriter(configuration())) {
                properties.store(writer, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a node listens. */
    record Ports(int broker, int controller) {}

    private static final Map<String, String> THREE_REPLICAS = Map.of(
            "default.replication.factor", "3",
            "min.insync.replicas", "2",
            "offsets.topic.replication.factor", "3",
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.replication.factor", "3",
            "transaction.state.log.min.isr", "2",
            "transaction.state.log.num.partitions", "4",
            "message.max.bytes", Integer.toString(8 << 20),
            "replica.fetch.max.bytes", Integer.toString(8 << 20),
            "auto.create.topics.enable", "false");

    /** What is lost is noticed in seconds, and nothing waits for the sake of waiting. */
    private static final Map<String, String> QUICK = Map.of(
            "broker.heartbeat.interval.ms", "500",
            "broker.session.timeout.ms", "3000",
            "group.initial.rebalance.delay.ms", "0",
            "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
            "num.network.threads", "2",
            "num.io.threads", "4",
            "background.threads", "2",
            "log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20),
            "log.index.size.max.bytes", Integer.toString(2 << 20),
            "metric.reporters", "");

    private void format(String clusterId) {
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(id)
                    .setClusterId(clusterId)
                    .setDirectories(List.of(logs().toString()))
                    .setMetadataLogDirectory(logs().toString())
                    .setControllerListenerName(CONTROLLER)
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setUnstableFeatureVersionsEnabled(false)
                    .setIgnoreFormatted(false)
                    .run();
        } catch (Exception e) {
            throw new IllegalStateException("broker " + id + " cannot be formatted", e);
        }
    }

    /** Starts it on its directory as that was left. */
    void start() {
        process = VestnikProcess.startProgram(
                directory, "broker", "kafka.Kafka", configuration().toString());
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.kill();
    }

    void close() {
        if (process != null) {
            process.close();
        }
    }

    boolean alive() {
        return process.alive();
    }

    String tail() {
        return process.tail();
    }

    int id() {
        return id;
    }

    String address() {
        return HOST + ":" + port;
    }

    private Path logs() {
        return directory.resolve("logs");
    }

    private Path configuration() {
        return directory.resolve("server.properties");
    }
}
