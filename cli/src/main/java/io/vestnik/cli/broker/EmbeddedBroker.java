/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;

/**
 * A Kafka broker and controller in this process: the production server and the production feature levels, one node, on
 * loopback. Its data is kept in a directory and is there again at the next start; ports may change between starts.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final int ATTEMPTS = 5;

    private final BrokerDirectory directory;
    private final KafkaRaftServer server;
    private final int port;
    private final CompletableFuture<String> failed;
    private final Consumer<String> onFatalFault;
    private boolean closed;

    private EmbeddedBroker(
            BrokerDirectory directory,
            KafkaRaftServer server,
            int port,
            CompletableFuture<String> failed,
            Consumer<String> onFatalFault) {
        this.directory = directory;
        this.server = server;
        this.port = port;
        this.failed = failed;
        this.onFatalFault = onFatalFault;
    }

    /** Starts a broker on free ports. See {@link #start(Path, int, Map)}. */
    public static EmbeddedBroker start(Path directory) {
        return start(directory, 0, Map.of());
    }

    /**
     * Starts a broker and returns when it serves clients.
     *
     * @param directory where its data is; created when missing, formatted when new, used as it is when it has data
     * @param port the port on 127.0.0.1 for clients; 0 for a free one
     * @param overrides broker settings that replace the defaults of {@link BrokerConfiguration}
     * @throws CommandFailure when the directory or the port cannot be had, or the broker does not start
     */
    public static EmbeddedBroker start(Path directory, int port, Map<String, String> overrides) {
        BrokerDirectory data = BrokerDirectory.open(directory.toAbsolutePath().normalize());
        try {
            format(data);
            return start(data, port, overrides);
        } catch (RuntimeException | Error e) {
            data.close();
            throw e;
        }
    }

    /** Value for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return BrokerConfiguration.HOST + ":" + port;
    }

    /** Id of the cluster; stays with the directory. */
    public String clusterId() {
        return directory.clusterId();
    }

    /**
     * Completes with the reason if the broker fails on its own (a full disk, a broken directory); never completes
     * otherwise. Whoever started it ends the run then, with a status that is not 0.
     */
    public CompletableFuture<String> failed() {
        return failed.copy();
    }

    /** Shuts the broker down cleanly and frees the directory. A second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            stop(server);
        } finally {
            ExitGuard.unregister(onFatalFault);
            directory.close();
        }
    }

    private static EmbeddedBroker start(BrokerDirectory data, int port, Map<String, String> overrides) {
        for (int attempt = 1; ; attempt++) {
            int brokerPort = port == 0 ? freePort() : port;
            CompletableFuture<String> failed = new CompletableFuture<>();
            Consumer<String> onFatalFault = failed::complete;
            ExitGuard.register(onFatalFault);
            KafkaRaftServer server = null;
            try {
                Properties properties = BrokerConfiguration.of(data.logDirectory(), brokerPort, freePort(), overrides);
                server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
                server.startup();
                return new EmbeddedBroker(data, server, brokerPort, failed, onFatalFault);
            } catch (Throwable e) {
                ExitGuard.unregister(onFatalFault);
                if (server != null) {
                    stop(server);
                }
                boolean portTaken = isPortTaken(e);
                // Between the choice of a free port and its use another process may have taken it.
                if (portTaken && port == 0 && attempt < ATTEMPTS) {
                    LOG.info("A free port was taken by another process, choosing again", e);
                    continue;
                }
                if (e instanceof VirtualMachineError error) {
                    throw error;
                }
                if (portTaken) {
                    throw new CommandFailure(
                            ExitCode.UNAVAILABLE,
                            "Port " + brokerPort + " on " + BrokerConfiguration.HOST
                                    + " is taken by another program. Choose another one with --port, or none for a free"
                                    + " one.",
                            e);
                }
                throw new CommandFailure(
                        ExitCode.FAILED,
                        "The broker in " + data.logDirectory() + " does not start: " + rootMessage(e),
                        e);
            }
        }
    }

    private static void stop(KafkaRaftServer server) {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(BrokerDirectory data) {
        Path logs = data.logDirectory();
        if (Files.exists(logs.resolve("meta.properties"))) {
            KafkaMeta.check(logs, data.clusterId());
            return;
        }
        try (Stream<Path> content = Files.list(logs)) {
            if (content.anyMatch(Files::isDirectory)) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        logs + " holds topics but no meta.properties: it is damaged. Restore that file or use another"
                                + " directory with --data.");
            }
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(BrokerConfiguration.NODE_ID)
                    .setClusterId(data.clusterId())
                    .setDirectories(List.of(logs.toString()))
                    .setMetadataLogDirectory(logs.toString())
                    .setControllerListenerName(BrokerConfiguration.CONTROLLER_LISTENER)
                    .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setUnstableFeatureVersionsEnabled(false)
                    .setIgnoreFormatted(false)
                    .run();
        } catch (CommandFailure e) {
            throw e;
        } catch (Exception e) {
            throw new CommandFailure(
                    ExitCode.UNAVAILABLE, "Cannot format " + logs + " for a broker: " + e.getMessage(), e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("No free port on " + BrokerConfiguration.HOST, e);
        }
    }

    private static boolean isPortTaken(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketException) {
                return true;
            }
        }
        return false;
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
            root = cause;
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
