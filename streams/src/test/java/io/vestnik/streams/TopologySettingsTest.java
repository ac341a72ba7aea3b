/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.avro.ArticleContent;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.Outlet;

import static org.assertj.core.api.Assertions.assertThat;

/** Where and how state is kept shows in no result. */
class TopologySettingsTest {
    private static final List<ArticleEvent> EVENTS = List.of(
            Events.version("a1", 10, "#flood @Ivanov <Ivanov: water rises>"),
            Events.version("b1", 2000, "#flood @Ivanov @Petrov <Ivanov: water rises>"),
            Events.version("a2", 4000, "#match @Sidorov @Ivanov"),
            Events.retraction("a1", 4100),
            Events.version("b1", 4200, "#flood @Petrov"),
            Events.version("c1", 5, "#match @Sidorov"));

    @TempDir
    private Path state;

    private Map<String, String> digest(Map<String, String> settings) {
        Map<String, String> given = new TreeMap<>(settings);
        given.put("state.dir", state.toString());
        try (TopologyRun run = new TopologyRun(FakeAnalyzer::analyze, FakeDesk::new, given)) {
            return run.send(EVENTS).digest();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "state.store, rocksdb",
        "coverage.counters, 1",
        "statestore.cache.max.bytes, 0",
        "processing.guarantee, at_least_once",
    })
    void shouldGiveTheSameDigestWith(String name, String value) {
        assertThat(digest(Map.of(name, value))).isEqualTo(digest(Map.of()));
    }

    @Test
    void shouldShowAWeekOfHoursInTheRowAndTheRestByDay() {
        try (TopologyRun run = new TopologyRun()) {
            run.send(
                    Events.version("a1", 0, "#x"),
                    Events.version("a2", 8 * 24 * 60, "#x"),
                    Events.version("a3", 8 * 24 * 60 + 1, "#x"));
            String topic = TopicIds.outlet("Outlet a");
            Coverage coverage = run.row(t -> t.coverage, topic);

            assertThat(coverage.getArticles()).isEqualTo(3);
            assertThat(coverage.getHours()).singleElement().satisfies(hour -> {
                assertThat(hour.getHour()).isEqualTo(Events.minute(8 * 24 * 60));
                assertThat(hour.getArticles()).isEqualTo(2);
            });
            assertThat(run.table(t -> t.coverageHours))
                    .containsKeys(Keys.of(topic, "2026-01-01"), Keys.of(topic, "2026-01-09"));
        }
    }

    @Test
    void shouldKeepTheRowOfATopicWithinItsSizeHoweverLongTheNamesAre() {
        try (TopologyRun run = new TopologyRun()) {
            for (int i = 0; i < 60; i++) {
                // Outlets are told apart by the first letter of the id: sixty of them, with names of 900 bytes.
                ArticleEvent event = Events.version(Character.toString('Ā' + i) + i, i, "#long @Ivanov");
                ArticleEvent named = ArticleEvent.newBuilder(event)
                        .setContent(ArticleContent.newBuilder(event.getContent())
                                .setOutlet(Outlet.newBuilder()
                                        .setName(Character.toString('Ā' + i) + "щ".repeat(449))
                                        .setBasis("field")
                                        .build())
                                .build())
                        .setContentHash("hash" + i)
                        .build();
                run.send(named);
            }
            assertThat(run.deadLetters()).isEmpty();
            assertThat(run.table(t -> t.coverage).values())
                    .filteredOn(coverage -> coverage.getOutletCount() == 60)
                    .hasSize(2)
                    .allSatisfy(coverage -> {
                        assertThat(coverage.getOutlets()).isNotEmpty();
                        assertThat(CanonicalAvro.body(coverage).length).isLessThanOrEqualTo(64 * 1024);
                    });
        }
    }
}
