/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.schemas.avro.Placement;
import io.vestnik.streams.config.DeskSettings;

import static org.assertj.core.api.Assertions.assertThat;

/** Topologies that are started when days of news wait for them, which they read partition by partition. */
@Timeout(300)
class CatchUpIT {
    private static final int ARTICLES = 400;
    private static final int PARTITIONS = 4;

    /** The corpus spans many times these. */
    private static final Map<String, Object> SHORT = Map.of(
            DeskSettings.WINDOW_CONFIG, Duration.ofHours(2).toMillis(),
            DeskSettings.STORY_SPAN_CONFIG, Duration.ofHours(4).toMillis());

    @TempDir
    static Path data;

    @Test
    void shouldFindNothingLateThatIsInOrderWithinItsPartition() throws Exception {
        List<CorpusGenerator.Article> corpus = new CorpusGenerator(5, Instant.parse("2025-01-10T00:00:00Z"))
                .make(ARTICLES).stream()
                        .sorted(Comparator.comparingLong(CorpusGenerator.Article::observedAt))
                        .toList();
        Duration span = Duration.ofMillis(
                corpus.get(ARTICLES - 1).observedAt() - corpus.get(0).observedAt());
        assertThat(span).isGreaterThan(Duration.ofHours(20));
        Map<String, Object> bounded = new TreeMap<>(SHORT);
        bounded.put(DeskSettings.DISORDER_CONFIG, Duration.ofMinutes(15).toMillis());
        Map<String, Object> unlimited = new TreeMap<>(SHORT);
        unlimited.put(DeskSettings.DISORDER_CONFIG, DeskSettings.UNLIMITED);

        try (Cluster cluster = Cluster.embedded(data.resolve("kafka"));
                Newsroom catching = new Newsroom(cluster, "catching", PARTITIONS);
                Newsroom keeping = new Newsroom(cluster, "keeping", PARTITIONS)) {
            catching.publish(News.lines(corpus));
            keeping.publish(News.lines(corpus));
            catching.start(data, bounded).settle();
            keeping.start(data, unlimited).settle();

            Map<String, Placement> placements =
                    catching.tables().rows(catching.topics().placements, cluster.settings());
            assertThat(placements).hasSize(ARTICLES);
            assertThat(placements.values()).noneMatch(Placement::getLate);
            assertThat(catching.digests()).isEqualTo(keeping.digests());
        }
    }
}
