/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.streams.desk.TextDesk;
import io.vestnik.text.Analyzer;
import io.vestnik.text.desk.DeskConfig;

import static org.assertj.core.api.Assertions.assertThat;

/** The topology with the real analyzer and the real desk, over the seeds. */
class RealPartsTest {
    private static final Path SEEDS = Path.of("..", "seeds");
    private static final Analyzer ANALYZER = new Analyzer();
    private static final List<ArticleEvent> SEED_EVENTS = new ArrayList<>();

    @BeforeAll
    static void readSeeds() throws IOException {
        try (Stream<Path> files = Files.list(SEEDS)) {
            List<Path> sorted = files.sorted().toList();
            for (Path file : sorted) {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                String id = file.getFileName().toString();
                SEED_EVENTS.add(Events.version(id, 10 + SEED_EVENTS.size(), text));
            }
        }
    }

    private static TopologyRun run() {
        return new TopologyRun(ANALYZER::analyze, language -> new TextDesk(language, DeskConfig.defaults()), Map.of());
    }

    @Test
    void shouldReadPlaceAndCountEverySeed() {
        try (TopologyRun run = run().send(SEED_EVENTS)) {
            assertThat(run.deadLetters()).isEmpty();
            assertThat(run.table(t -> t.placements).values())
                    .hasSameSizeAs(SEED_EVENTS)
                    .allSatisfy(placement -> assertThat(placement.getCopyOf()).isNull());
            assertThat(run.table(t -> t.entities)).isNotEmpty();
        }
    }

    @Test
    void shouldGiveOneDigestForEveryOrder() {
        Map<String, String> inOrder;
        try (TopologyRun run = run().send(SEED_EVENTS)) {
            inOrder = run.digest();
        }
        for (int seed = 1; seed <= 3; seed++) {
            List<ArticleEvent> shuffled = new ArrayList<>(SEED_EVENTS);
            Collections.shuffle(shuffled, new Random(seed));
            try (TopologyRun run = run().send(shuffled)) {
                assertThat(run.digest()).as("order of seed %d", seed).isEqualTo(inOrder);
            }
        }
    }

    @Test
    void shouldTakeBackEachSeed() {
        for (ArticleEvent gone : SEED_EVENTS) {
            List<ArticleEvent> others = new ArrayList<>(SEED_EVENTS);
            others.remove(gone);
            try (TopologyRun never = run().send(others);
                    TopologyRun retracted = run().send(SEED_EVENTS)) {
                retracted.send(Events.retraction(gone.getArticleId(), 100));
                assertThat(retracted.digest())
                        .as("without %s", gone.getArticleId())
                        .isEqualTo(never.digest());
            }
        }
    }
}
