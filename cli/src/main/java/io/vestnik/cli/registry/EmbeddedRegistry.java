/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.registry;

import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import org.apache.kafka.common.KafkaException;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;

/**
 * A schema registry in this process: HTTP on loopback, its state in the topic {@code _schemas} of a cluster that no
 * other registry serves.
 */
public final class EmbeddedRegistry implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final long MAX_BODY = 4L << 20;

    private final SchemaLog log;
    private final Javalin server;

    private EmbeddedRegistry(SchemaLog log, Javalin server) {
        this.log = log;
        this.server = server;
    }

    /**
     * Restores the schemas of the cluster and starts to serve them.
     *
     * @param bootstrapServers the cluster
     * @param port the port on 127.0.0.1; 0 for a free one
     * @throws CommandFailure when the cluster cannot be read or the port is taken
     */
    public static EmbeddedRegistry start(String bootstrapServers, int port) {
        SchemaLog log;
        try {
            log = KafkaSchemaLog.open(bootstrapServers);
        } catch (KafkaException e) {
            throw unreadable(bootstrapServers, e);
        }
        try {
            SchemaStore store = new SchemaStore(log);
            store.restore();
            return new EmbeddedRegistry(log, serve(store, port));
        } catch (KafkaException e) {
            log.close();
            throw unreadable(bootstrapServers, e);
        } catch (RuntimeException | Error e) {
            log.close();
            throw e;
        }
    }

    /** Value for {@code schema.registry.url}. */
    public String url() {
        return "http://" + HOST + ":" + server.port();
    }

    /** Stops to serve. What was registered stays in the cluster. */
    @Override
    public void close() {
        try {
            server.stop();
        } finally {
            log.close();
        }
    }

    static Javalin serve(SchemaStore store, int port) {
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.startup.startupWatcherEnabled = false;
            config.http.maxRequestSize = MAX_BODY;
            config.http.defaultContentType = RegistryApi.CONTENT_TYPE;
            config.router.ignoreTrailingSlashes = true;
            config.jetty.host = HOST;
            config.jetty.port = port;
            config.jetty.threadPool = new QueuedThreadPool(16, 2);
            new RegistryApi(store).addTo(config.routes);
        });
        try {
            return server.start();
        } catch (JavalinBindException e) {
            throw new CommandFailure(
                    ExitCode.UNAVAILABLE,
                    "Port " + port + " on " + HOST
                            + " is taken by another program. Choose another one with --registry-port, or none for a"
                            + " free one.",
                    e);
        }
    }

    private static CommandFailure unreadable(String bootstrapServers, KafkaException e) {
        return new CommandFailure(
                ExitCode.UNAVAILABLE,
                "The schemas in " + bootstrapServers + " cannot be read: " + e.getMessage()
                        + ". Check that the cluster runs.",
                e);
    }
}
