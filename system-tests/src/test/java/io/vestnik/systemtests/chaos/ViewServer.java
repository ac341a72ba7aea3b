/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.vestnik.consumer.query.ListRequest;
import io.vestnik.consumer.query.ViewKind;
import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.systemtests.Cluster;
import io.vestnik.systemtests.VestnikProcess;

import static org.awaitility.Awaitility.await;

/** The consumer as a process, and what it answers. */
final class ViewServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String applicationId;
    private final VestnikProcess process;

    ViewServer(Cluster cluster, String namespace, String applicationId, Path directory) throws IOException {
        this.applicationId = applicationId;
        Properties properties = new Properties();
        properties.setProperty(ApplicationSettings.APPLICATION_ID, applicationId);
        properties.setProperty("close.timeout.ms", Long.toString(Fleet.STOP.toMillis()));
        Path config = directory.resolve("consumer.properties");
        try (var writer = Files.newBufferedWriter(config)) {
            properties.store(writer, null);
        }
        process = VestnikProcess.start(
                directory,
                "consume",
                "--config",
                config.toString(),
                "--bootstrap",
                cluster.bootstrap(),
                "--registry",
                cluster.registryUrl(),
                "--namespace",
                namespace,
                "--state-dir",
                directory.resolve("consumer").toString(),
                "--listen",
                "127.0.0.1:0",
                "--json");
    }

    String applicationId() {
        return applicationId;
    }

    boolean alive() {
        return process.alive();
    }

    /** Ends the test when it has ended by itself. */
    void check() {
        if (!process.alive()) {
            throw new AssertionError("the consumer has ended by itself" + process.tail());
        }
    }

    /** Everything that it answers from its stores: views as JSON, by kind and id. */
    Map<ViewKind, SortedMap<String, String>> answers() throws IOException, InterruptedException {
        SortedMap<ViewKind, SortedMap<String, String>> answers = new TreeMap<>();
        for (ViewKind kind : ViewKind.values()) {
            SortedMap<String, String> views = new TreeMap<>();
            String cursor = "";
            do {
                JsonNode page = get(path(kind) + "full=true&limit=" + ListRequest.MAX_LIMIT
                        + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
                page.get("items").forEach(view -> views.put(view.get(id(kind)).asText(), view.toString()));
                cursor = page.get("next").asText("");
            } while (!cursor.isEmpty() && !cursor.equals("null"));
            answers.put(kind, views);
        }
        return answers;
    }

    private static String path(ViewKind kind) {
        return switch (kind) {
            case STORIES -> "/stories?";
            case COVERAGE -> "/topics?";
            case UTTERANCES -> "/utterances?all=true&";
            case ENTITIES -> "/entities?";
            case ARTICLES -> "/articles?";
        };
    }

    private static String id(ViewKind kind) {
        return switch (kind) {
            case STORIES -> "story";
            case COVERAGE -> "topic";
            case UTTERANCES -> "utteranceId";
            case ENTITIES -> "entityId";
            case ARTICLES -> "articleId";
        };
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(
                HttpRequest.newBuilder(URI.create(url() + path)).build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    private String url() throws IOException {
        await("the consumer listens").atMost(LIMIT).until(() -> {
            check();
            return process.printed().contains("\n");
        });
        return JSON.readTree(process.printed()).get("url").asText();
    }

    /** SIGTERM; it has to end in good order. */
    void terminate() throws InterruptedException {
        process.terminate();
        int status = process.await(Fleet.STOP.multipliedBy(2));
        if (status != 0) {
            throw new AssertionError("the consumer ended with " + status + process.tail());
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
