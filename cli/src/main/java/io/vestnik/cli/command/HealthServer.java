/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.consumer.metrics.Metrics;

/**
 * Tells an orchestrator over HTTP how an application is: {@code /health/live} answers 200 as long as the process does,
 * {@code /health/ready} 200 or 503, {@code /metrics} with the metrics for Prometheus.
 */
public final class HealthServer implements AutoCloseable {
    private final @Nullable HttpServer server;

    private HealthServer(@Nullable HttpServer server) {
        this.server = server;
    }

    /**
     * Serves from now on.
     *
     * @param address {@code host:port}; null serves nothing
     * @param ready whether the application does its work now
     * @param metrics its metrics, in Prometheus' text format
     * @throws CommandFailure when the address is none, or cannot be had
     */
    public static HealthServer start(@Nullable String address, BooleanSupplier ready, Supplier<String> metrics) {
        if (address == null) {
            return new HealthServer(null);
        }
        try {
            HttpServer server = HttpServer.create(parse(address), 0);
            server.createContext("/health/live", exchange -> answer(exchange, true));
            server.createContext("/health/ready", exchange -> answer(exchange, ready.getAsBoolean()));
            server.createContext(Metrics.PATH, exchange -> {
                exchange.getResponseHeaders().set("Content-Type", Metrics.CONTENT_TYPE);
                answer(exchange, 200, metrics.get());
            });
            server.start();
            return new HealthServer(server);
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.UNAVAILABLE,
                    "The address of --health, " + address + ", cannot be had: " + e.getMessage() + ". Name another.",
                    e);
        }
    }

    /** Port that it listens on; -1 when it serves nothing. */
    public int port() {
        return server == null ? -1 : server.getAddress().getPort();
    }

    private static InetSocketAddress parse(String address) {
        int colon = address.lastIndexOf(':');
        try {
            int port = Integer.parseInt(address.substring(colon + 1));
            return new InetSocketAddress(address.substring(0, Math.max(0, colon)), port);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(
                    ExitCode.USAGE, "The address of --health, " + address + ", is not of the form HOST:PORT.", e);
        }
    }

    private static void answer(HttpExchange exchange, boolean good) throws IOException {
        answer(exchange, good ? 200 : 503, good ? "ok\n" : "not ready\n");
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
    }
}
