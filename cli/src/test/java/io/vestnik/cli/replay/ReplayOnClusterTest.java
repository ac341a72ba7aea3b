/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.CommandFailure;
import io.vestnik.consumer.history.History;
import io.vestnik.consumer.history.Pace;
import io.vestnik.producer.PublishListener;
import io.vestnik.schemas.avro.HistoryEntry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReplayOnClusterTest {
    private static final Instant START = Instant.parse("2025-03-01T08:00:00Z");
    private static final String TEXT =
            "Губернатор области Иван Петров открыл новый мост через реку Вятку. «Мы построили"
                    + " этот мост за четыре года вместо пяти запланированных», — сказал Иван Петров. Строительство обошлось в ";

    @TempDir
    private Path temp;

    private Path corpus;
    private Path corrections;

    @BeforeEach
    void writeCorpus() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            lines.add("{\"id\":\"article-" + i % 9 + "\",\"observedAt\":\"" + START.plusSeconds(i) + "\",\"text\":\""
                    + TEXT + (i % 4) + " миллиарда рублей.\"}");
        }
        corpus = Files.write(temp.resolve("corpus.jsonl"), lines);
        corrections = Files.write(
                temp.resolve("corrections.jsonl"),
                List.of(
                        "{\"kind\":\"OTHER_STORY\",\"articleId\":\"article-0\",\"otherArticleId\":\"article-1\","
                                + "\"observedAt\":\"" + START.plusSeconds(4) + "\"}",
                        "{\"kind\":\"NOT_A_COPY\",\"articleId\":\"article-4\",\"otherArticleId\":\"article-0\","
                                + "\"observedAt\":\"" + START.plusSeconds(20) + "\"}"));
    }

    @Test
    void shouldGiveTheTablesOfTheDriver() throws Exception {
        Manifest driver = run("driver", request(ReplayRequest.Engine.DRIVER, 1, 1, null), null);
        Manifest cluster = run("cluster", request(ReplayRequest.Engine.CLUSTER, 2, 2, 3L), null);
        assertThat(cluster.tables()).isEqualTo(driver.tables());
        assertThat(cluster.corpus()).isEqualTo(driver.corpus());
        assertThat(changes("cluster")).isEqualTo(changes("driver"));
        // The watches and the corrections of the run are in it.
        assertThat(driver.corpus().corrections()).isNotNull();
        assertThat(changes("driver"))
                .extracting(HistoryEntry::getRowKey)
                .contains("watch:w")
                .doesNotContain("watch:none");
    }

    private List<HistoryEntry> changes(String id) throws IOException {
        List<HistoryEntry> changes = new ArrayList<>();
        try (History history = History.open(new RunDirectory(temp.resolve("runs"), RunId.of(id)).history(), null)) {
            history.forEachRemaining(changes::add);
        }
        return changes;
    }

    @Test
    void shouldTouchNothingElseOfAClusterAndLeaveNothingThereWhenRemoved() throws Exception {
        try (ReplayCluster cluster = ReplayCluster.embedded(temp.resolve("kafka"));
                Admin admin = Admin.create(cluster.settings())) {
            ReplayRequest request = request(ReplayRequest.Engine.CLUSTER, 1, 1, null);
            run("first", request, cluster.settings());

            assertThat(topics(admin))
                    .allMatch(topic -> topic.startsWith("replay.first.") || topic.startsWith("vestnik-replay-first-"))
                    .contains("replay.first.news.placements.v1");
            new RunDirectory(temp.resolve("runs"), RunId.of("first")).remove();
            assertThatThrownBy(() -> run("first", request, cluster.settings()))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("Run first is in use on this cluster");

            assertThat(ReplayCluster.remove(cluster.settings(), RunId.of("first")))
                    .isPositive();
            assertThat(topics(admin)).isEmpty();
            assertThat(admin.listGroups().all().get()).isEmpty();
        }
    }

    private static List<String> topics(Admin admin) throws Exception {
        return admin.listTopics().names().get().stream()
                .filter(name -> !name.startsWith("_"))
                .toList();
    }

    private ReplayRequest request(ReplayRequest.Engine engine, int partitions, int instances, @Nullable Long seed) {
        return new ReplayRequest(
                corpus.toString(),
                "UTC",
                null,
                null,
                null,
                engine,
                partitions,
                instances,
                seed,
                Map.of(),
                Map.of(),
                Map.of("w", "мост OR языка", "none", "Кремль"),
                corrections.toString());
    }

    private Manifest run(String id, ReplayRequest request, @Nullable Map<String, Object> cluster)
            throws IOException, InterruptedException {
        RunDirectory directory = new RunDirectory(temp.resolve("runs"), RunId.of(id));
        Manifest manifest = new Replay(
                        request, directory, cluster, Pace.UNLIMITED, ReplayListener.NONE, new PublishListener() {})
                .run();
        assertThat(manifest).isNotNull();
        return manifest;
    }
}
