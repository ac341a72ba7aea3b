/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.pipeline.Quiescence;
import io.vestnik.consumer.query.ViewJson;
import io.vestnik.schemas.avro.TopicUpdate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A reader of live updates, while the instances of the consumer that tell it are killed, and it is killed itself: its log has
 * every update once, those of a topic in their order.
 */
@Timeout(900)
class LiveUpdatesIT {
    private static final String CONSUMER = "live-consumer";
    private static final int STAGES = 4;
    private static final int ARTICLES = 100;
    private static final int PARTITIONS = 3;
    private static final Duration LIMIT = Duration.ofMinutes(5);

    @TempDir
    static Path data;

    private static Cluster cluster;

    private final ObjectMapper mapper = new ObjectMapper();
    private final List<CorpusGenerator.Article> corpus =
            new CorpusGenerator(7, Instant.parse("2025-03-01T00:00:00Z")).make(ARTICLES * STAGES);
    private final List<VestnikProcess> readers = new ArrayList<>();
    private final int[] ports = new int[2];
    private Newsroom room;

    @BeforeAll
    static void start() {
        cluster = Cluster.embedded(data.resolve("kafka"));
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Test
    void shouldTellEachUpdateOnceWhenEitherSideIsKilled() throws Exception {
        for (int instance = 0; instance < ports.length; instance++) {
            ports[instance] = freePort();
        }
        try (Newsroom news = new Newsroom(cluster, "live", PARTITIONS);
                Quiescence left = new Quiescence(
                        cluster.bootstrap(), Map.of(CONSUMER, news.topics().consumed()))) {
            room = news.start(data.resolve("streams"));
            VestnikProcess one = consumer(0);
            VestnikProcess two = consumer(1);
            try {
                awaitReady();
                read(beginning());
                untilMore(0);

                one.kill();
                untilMore(1);
                one = consumer(0);

                current().kill();
                untilMore(2, false);
                List<JsonNode> heard = heard();
                read(heard.get(heard.size() - 1).get("id").asText());
                untilMore(3);
                two.kill();

                room.settle();
                VestnikProcess last = one;
                assertThat(left.await(LIMIT, last::alive))
                        .as("left to do" + last.tail())
                        .isEmpty();
                int all = told().values().stream().mapToInt(List::size).sum();
                await("all is heard").atMost(LIMIT).until(() -> heard().size() >= all);
                // What should not come does not come later either.
                Thread.sleep(2_000);
                assertThat(told()).isNotEmpty();
                assertThat(heard()).allMatch(line -> line.get("event").asText().equals("update"));
                SortedMap<String, List<String>> log = new TreeMap<>();
                heard().forEach(line -> add(log, line.get("data")));
                assertThat(log).isEqualTo(told());
                assertThat(last.alive()).isTrue();
                assertStatus();
            } finally {
                one.close();
                two.close();
                readers.forEach(VestnikProcess::close);
            }
        }
    }

    /** The instance that was started anew says how the pipeline is. */
    private void assertStatus() throws IOException, InterruptedException {
        await("nothing is left").atMost(LIMIT).until(() -> mapper.readTree(get(ports[0], "/status"))
                .get("lag")
                .valueStream()
                .allMatch(lag -> lag.asLong() == 0));
        await("the partitions are given out").atMost(LIMIT).until(() -> mapper.readTree(get(ports[0], "/status"))
                .get("state")
                .asText()
                .equals("RUNNING"));
        // That a reader was killed shows when it is sent a sign of life.
        await("one reader")
                .atMost(LIMIT)
                .until(() ->
                        mapper.readTree(get(ports[0], "/status")).get("readers").asInt() == 1);
        JsonNode status = mapper.readTree(get(ports[0], "/status"));
        assertThat(status.at("/restored/done").asLong())
                .isPositive()
                .isLessThanOrEqualTo(status.at("/restored/total").asLong());
        assertThat(status.get("lag").has(room.topics().coverage.name())).isTrue();
        assertThat(status.get("lateArticles").isNumber()).isTrue();
        assertThat(status.get("deadLetters").size()).isZero();
        assertThat(status.get("updatesPerSecond").isNumber()).isTrue();
        String metrics = get(ports[0], "/metrics");
        assertThat(metrics)
                .contains(
                        "vestnik_events_readers 1.0",
                        "vestnik_updates_total",
                        "kafka_stream_thread_",
                        "jvm_memory_used_bytes");
        assertThat(metrics).doesNotContain("vestnik_restore_planned 0.0");
    }

    private static String get(int port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** Publishes a stage; waits until some of it was heard, but not until all is over. */
    private void untilMore(int stage) throws Exception {
        untilMore(stage, true);
    }

    private void untilMore(int stage, boolean heard) throws Exception {
        int before = heard().size();
        room.publish(News.lines(corpus.subList(stage * ARTICLES, (stage + 1) * ARTICLES)));
        if (heard) {
            await("updates are heard").atMost(LIMIT).until(() -> {
                assertThat(current().alive()).as("reads" + current().tail()).isTrue();
                return heard().size() > before;
            });
        }
    }

    private VestnikProcess consumer(int instance) throws IOException {
        Path config = Files.write(data.resolve("live.properties"), List.of("application.id=" + CONSUMER));
        return VestnikProcess.start(
                data,
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
                "127.0.0.1:" + ports[instance],
                "--state-dir",
                data.resolve("live-" + instance).toString());
    }

    private void awaitReady() {
        HttpClient client = HttpClient.newHttpClient();
        for (int port : ports) {
            await("the consumer is ready")
                    .atMost(LIMIT)
                    .ignoreExceptions()
                    .until(() -> client.send(
                                            HttpRequest.newBuilder(
                                                            URI.create("http://127.0.0.1:" + port + "/health/ready"))
                                                    .build(),
                                            HttpResponse.BodyHandlers.ofString())
                                    .statusCode()
                            == 200);
        }
    }

    private void read(String from) {
        readers.add(VestnikProcess.start(
                data,
                "events",
                "--json",
                "--from",
                from,
                "--url",
                "http://127.0.0.1:" + ports[0] + ",http://127.0.0.1:" + ports[1]));
    }

    private VestnikProcess current() {
        return readers.get(readers.size() - 1);
    }

    /** The first offset of all partitions of the topic of updates. */
    private String beginning() throws Exception {
        String name = room.topics().updates.name();
        try (Admin admin = Admin.create(cluster.settings())) {
            TopicDescription topic =
                    admin.describeTopics(List.of(name)).allTopicNames().get().get(name);
            List<String> offsets = new ArrayList<>();
            topic.partitions().forEach(partition -> offsets.add(partition.partition() + ":0"));
            return String.join(",", offsets) + "@" + topic.topicId();
        }
    }

    /** The lines of all readers; what a kill has cut off in the midst of a line was not heard. */
    private List<JsonNode> heard() throws JsonProcessingException {
        List<JsonNode> lines = new ArrayList<>();
        for (VestnikProcess reader : readers) {
            String printed = reader.printed();
            for (String line :
                    printed.substring(0, printed.lastIndexOf('\n') + 1).split("\n", -1)) {
                if (!line.isEmpty()) {
                    lines.add(mapper.readTree(line));
                }
            }
        }
        return lines;
    }

    /** What the topic holds. */
    private SortedMap<String, List<String>> told() {
        SortedMap<String, List<String>> told = new TreeMap<>();
        try (Serde<TopicUpdate> serde = room.topics().updates.serde(cluster.settings())) {
            room.tables().read(List.of(room.topics().updates.name()), (name, key, value) -> {
                SpecificRecord update = serde.deserializer().deserialize(name, value);
                add(told, ViewJson.write(update));
            });
        }
        return told;
    }

    private static void add(SortedMap<String, List<String>> updates, JsonNode update) {
        updates.computeIfAbsent(update.get("topic").asText(), topic -> new ArrayList<>())
                .add(update.toString());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
