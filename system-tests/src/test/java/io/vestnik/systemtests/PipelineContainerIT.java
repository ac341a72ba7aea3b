/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.avro.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.Testcontainers;

import io.vestnik.consumer.ConsumerRunner;
import io.vestnik.consumer.VestnikConsumerConfig;
import io.vestnik.consumer.http.HttpConfig;
import io.vestnik.producer.ObservedAt;
import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.avro.StoryView;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The whole pipeline over a broker and a registry that we did not write gives what it gives over the embedded ones. */
@Testcontainers(disabledWithoutDocker = true)
@ExtendWith(SharedContainers.class)
@Timeout(600)
class PipelineContainerIT {
    private static final Instant OBSERVED = Instant.parse("2025-03-13T00:00:00Z");
    private static final Duration LIMIT = Duration.ofMinutes(3);

    @TempDir
    static Path data;

    private static Cluster cluster;

    @BeforeAll
    static void start(Containers containers) {
        cluster = Cluster.at(containers.bootstrap(), containers.registryUrl());
    }

    @Test
    void shouldGiveTheDigestOfTheEmbeddedPipelineAndServeItsViews() throws Exception {
        List<Path> files = News.files(News.harbour());
        Map<String, String> embedded;
        try (Cluster own = Cluster.embedded(data.resolve("kafka"));
                Newsroom room = new Newsroom(own, "embedded", 2).start(data.resolve("streams"))) {
            room.publish(News.batch(files), ObservedAt.given(OBSERVED));
            embedded = room.settle().digests();
        }

        try (Newsroom room = new Newsroom(cluster, "contained", 3).start(data.resolve("streams"));
                ConsumerRunner consumer = ConsumerRunner.start(consumerConfig(room))) {
            room.publish(News.batch(files), ObservedAt.given(OBSERVED));

            assertThat(room.settle().digests()).isEqualTo(embedded);
            for (Topic<?> table : room.topics().finalTables()) {
                assertThatFramesBearIdsOfTheRegistry(room, table);
            }
            await().atMost(LIMIT)
                    .until(() -> room.tables()
                                    .rows(room.topics().viewStories, cluster.settings())
                                    .size()
                            == 2);
            await().atMost(LIMIT).until(consumer::ready);
            String id = room.tables().rows(room.topics().viewStories, cluster.settings()).values().stream()
                    .filter(story -> story.getArticles() == 4)
                    .map(StoryView::getStory)
                    .findFirst()
                    .orElseThrow();
            assertThat(get("http://" + consumer.queryAddress() + "/stories/" + id))
                    .contains("1-transcript.txt", "2-report.txt", "3-report.txt", "4-copy.txt");
        }
    }

    /** The id in each frame is the registry's own, and what it answers to it is the schema of the table. */
    private static void assertThatFramesBearIdsOfTheRegistry(Newsroom room, Topic<?> table) throws Exception {
        Map<String, byte[]> rows = new TreeMap<>();
        room.tables().read(List.of(table.name()), (topic, key, value) -> {
            if (value != null) {
                rows.put(new String(key, StandardCharsets.UTF_8), value);
            }
        });
        assertThat(rows).as(table.name()).isNotEmpty();
        Set<Integer> ids = new TreeSet<>();
        rows.values().forEach(value -> {
            assertThat(value[0]).isZero();
            ids.add(ByteBuffer.wrap(value).getInt(1));
        });
        assertThat(ids).as("schema ids of " + table.name()).hasSize(1);
        String answer =
                get(cluster.registryUrl() + "/schemas/ids/" + ids.iterator().next());
        Schema registered = new Schema.Parser()
                .parse(new ObjectMapper().readTree(answer).get("schema").asText());
        assertThat(registered.getFullName()).isEqualTo(table.valueType().getName());
    }

    private static VestnikConsumerConfig consumerConfig(Newsroom room) {
        Map<String, Object> config = cluster.settings();
        config.put(ApplicationSettings.APPLICATION_ID, room.applicationId() + "-consumer");
        config.put(VestnikConsumerConfig.TOPIC_NAMESPACE_CONFIG, room.topics().namespace());
        config.put(
                VestnikConsumerConfig.STATE_DIR_CONFIG, data.resolve("consumer").toString());
        config.put(ApplicationSettings.REPLICATION_FACTOR, 1);
        config.put(ApplicationSettings.STANDBYS, 0);
        config.put(HttpConfig.QUERY_LISTEN_CONFIG, "127.0.0.1:0");
        return new VestnikConsumerConfig(config);
    }

    private static String get(String address) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(address + ": " + answer.body()).isEqualTo(200);
        return answer.body();
    }
}
