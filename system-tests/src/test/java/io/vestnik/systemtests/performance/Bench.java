/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.performance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.admin.Admin;

import io.vestnik.systemtests.Cluster;
import io.vestnik.systemtests.Newsroom;
import io.vestnik.systemtests.VestnikProcess;

import static org.awaitility.Awaitility.await;

/** What a run needs: a broker with a registry as a process of its own, and a directory that goes when the run is over. */
final class Bench implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(1);

    private final Path directory;
    private final VestnikProcess broker;
    private final Cluster cluster;

    private Bench(Path directory, VestnikProcess broker, Cluster cluster) {
        this.directory = directory;
        this.broker = broker;
        this.cluster = cluster;
    }

    /** Starts the broker, on loopback and free ports. */
    static Bench open(Path directory) throws IOException {
        delete(directory);
        Path absolute = Files.createDirectories(directory).toAbsolutePath();
        String data = absolute.resolve("kafka").toString();
        VestnikProcess broker = VestnikProcess.start(
                absolute, "broker", "--data", data, "--port", "0", "--registry-port", "0", "--json");
        try {
            await("the broker is up").atMost(START_LIMIT).until(() -> {
                if (!broker.alive()) {
                    throw new AssertionError("The broker has ended" + broker.tail());
                }
                return broker.printed().contains("}");
            });
            JsonNode addresses = addresses(broker.printed());
            Cluster cluster = Cluster.at(
                    addresses.get("bootstrap").asText(),
                    addresses.get("registry").asText());
            return new Bench(absolute, broker, cluster);
        } catch (RuntimeException | Error e) {
            broker.close();
            throw e;
        }
    }

    private static JsonNode addresses(String printed) {
        try {
            return new ObjectMapper().readTree(printed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the broker has printed no addresses but " + printed, e);
        }
    }

    /** Where files of the run may be put. */
    Path directory() {
        return directory;
    }

    Cluster cluster() {
        return cluster;
    }

    Admin admin() {
        return Admin.create(cluster.settings());
    }

    /** Removes the topics of a namespace and of its application, so that the next ones find the broker as these did. */
    void remove(Newsroom room) throws InterruptedException {
        try (Admin admin = admin()) {
            Set<String> topics = new TreeSet<>(admin.listTopics().names().get());
            topics.removeIf(topic ->
                    !topic.startsWith(room.topics().namespace()) && !topic.startsWith(room.applicationId() + "-"));
            admin.deleteTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not remove topics", e.getCause());
        }
    }

    /** Removes a directory with all that is in it. */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        broker.close();
        delete(directory);
    }
}
