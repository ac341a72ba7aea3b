/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.vestnik.cli.pipeline.Quiescence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** An instance of the consumer at a port and with a state directory of its own: killed, it is started as the same again. */
public final class ConsumerProcess implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private final int port = freePort();
    private final Path directory;
    private final Cluster cluster;
    private final Newsroom room;
    private final Path config;
    private VestnikProcess process;

    /**
     * Starts it.
     *
     * @param directory for its output, settings and state; no other instance has it
     */
    public ConsumerProcess(Path directory, Cluster cluster, Newsroom room, String applicationId) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.cluster = cluster;
        this.room = room;
        this.config = Files.write(directory.resolve("consumer.properties"), List.of("application.id=" + applicationId));
        this.process = run();
    }

    /** Where it answers. */
    public int port() {
        return port;
    }

    public boolean alive() {
        return process.alive();
    }

    /** The last that it has said. */
    public String tail() {
        return process.tail();
    }

    /** SIGKILL. */
    public void kill() throws InterruptedException {
        process.kill();
    }

    /** SIGKILL in the midst of the work: as soon as something is left to do, and some of it still is afterwards. */
    public void killAtWork(Quiescence left, Duration limit) throws InterruptedException {
        await("something is left to do")
                .atMost(limit)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    assertThat(alive()).as("consumes" + tail()).isTrue();
                    return !left.lag().isEmpty();
                });
        kill();
        assertThat(left.lag()).as("left to do at the kill").isNotEmpty();
    }

    /** Starts it with the state that it has left. */
    public void start() {
        process = run();
    }

    /** Waits until it answers questions. */
    public void awaitReady(Duration limit) {
        await("the consumer is ready").atMost(limit).ignoreExceptions().until(() -> {
            assertThat(alive()).as("consumes" + tail()).isTrue();
            return send("/health/ready").statusCode() == 200;
        });
    }

    /** What it answers, as text. */
    public String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** What it answers, as JSON. */
    public JsonNode json(String path) throws IOException, InterruptedException {
        return mapper.readTree(get(path));
    }

    @Override
    public void close() {
        process.close();
    }

    private HttpResponse<String> send(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private VestnikProcess run() {
        return VestnikProcess.start(
                directory,
                "consume",
                "--bootstrap",
                cluster.bootstrap(),
                "--registry",
                cluster.registryUrl(),
                "--namespace",
                room.topics().namespace(),
                "--config",
                config.toString(),
                "--listen",
                "127.0.0.1:" + port,
                "--state-dir",
                directory.resolve("state").toString());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
