/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;

/**
 * Tells an orchestrator over HTTP how an application is: {@code /health/live} answers 200 as long as the process does,
 * {@code /health/ready} 200 or 503.
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
     * @throws CommandFailure when the address is none, or cannot be had
     */
    public static HealthServer start(@Nullable String address, BooleanSupplier ready) {
        if (address == null) {
            return new HealthServer(null);
        }
        try {
            HttpServer server = HttpServer.create(parse(address), 0);
            server.createContext("/health/live", exchange -> answer(exchange, true));
            server.createContext("/health/ready", exchange -> answer(exchange, ready.getAsBoolean()));
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
        try (exchange) {
            byte[] body = (good ? "ok\n" : "not ready\n").getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(good ? 200 : 503, body.length);
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
