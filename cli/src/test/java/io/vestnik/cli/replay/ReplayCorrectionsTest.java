/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.consumer.history.Pace;
import io.vestnik.consumer.history.TablesAsOf;
import io.vestnik.producer.PublishListener;

import static org.assertj.core.api.Assertions.assertThat;

/** Corrections are put among the events by their times: what they change is known since then, and in no order otherwise. */
class ReplayCorrectionsTest {
    private static final Instant START = Instant.parse("2025-03-01T08:00:00Z");
    private static final int LINES = 8;
    private static final String BRIDGE =
            "Губернатор области Иван Петров открыл новый мост через реку Вятку. Строительство заняло четыре года и"
                    + " обошлось бюджету в 12 миллиардов рублей. Паромную переправу закроют в понедельник. ";

    @TempDir
    private Path directory;

    private Path corpus;
    private Path corrections;
    private final List<String> said = List.of(
            "{\"kind\":\"OTHER_STORY\",\"articleId\":\"a\",\"otherArticleId\":\"b\",\"observedAt\":\"" + at(4) + "\"}",
            "{\"kind\":\"NOT_A_COPY\",\"articleId\":\"c\",\"otherArticleId\":\"a\",\"observedAt\":\"" + at(20)
                    + "\",\"by\":\"desk\"}");

    @BeforeEach
    void write() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            lines.add("{\"id\":\"" + "abcd".charAt(i % 4) + "\",\"observedAt\":\"" + at(i) + "\",\"text\":\"" + BRIDGE
                    + i + "\"}");
        }
        corpus = directory.resolve("corpus.jsonl");
        Files.write(corpus, lines);
        corrections = directory.resolve("corrections.jsonl");
        Files.write(corrections, said);
    }

    private static Instant at(int line) {
        return START.plusSeconds(600L * line);
    }

    @Test
    void shouldPutCorrectionsAmongTheEventsByTheirTimes() throws Exception {
        Manifest without = run("without", null, null, null);
        Manifest with = run("with", corrections, null, null);

        assertThat(with.tables().digest()).isNotEqualTo(without.tables().digest());
        assertThat(with.corpus().events()).isEqualTo(without.corpus().events());
        assertThat(with.corpus().digest()).isEqualTo(without.corpus().digest());
        assertThat(without.corpus().corrections()).isNull();
        assertThat(Objects.requireNonNull(with.corpus().corrections()).records())
                .isEqualTo(4);
        assertThat(run("mixed", corrections, null, 3L).tables()).isEqualTo(with.tables());

        // Before the first of them was given nothing is known of it.
        assertThat(asOf("with", at(3))).isEqualTo(asOf("without", at(3)));
        assertThat(asOf("with", at(4))).isNotEqualTo(asOf("without", at(4)));
        assertThat(asOf("with", at(4)))
                .isEqualTo(run("upTo", corrections, at(4).plusMillis(1), null)
                        .tables()
                        .digest());
    }

    @Test
    void shouldTellThatTheCorrectionsAreOthers() throws Exception {
        Manifest both = run("both", corrections, null, null);
        Files.write(corrections, said.subList(0, 1));

        assertThat(both.differences(run("one", corrections, null, null)))
                .anyMatch(line -> line.startsWith("corpus.corrections.digest"));
    }

    private String asOf(String run, Instant time) throws IOException {
        return TablesAsOf.read(of(run).history(), time).digest().total();
    }

    private RunDirectory of(String id) {
        return new RunDirectory(directory.resolve("runs"), RunId.of(id));
    }

    private Manifest run(String id, @Nullable Path corrected, @Nullable Instant to, @Nullable Long seed)
            throws IOException, InterruptedException {
        ReplayRequest request = new ReplayRequest(
                corpus.toString(),
                "UTC",
                null,
                null,
                to,
                ReplayRequest.Engine.DRIVER,
                1,
                1,
                seed,
                Map.of(),
                Map.of(),
                Map.of(),
                corrected == null ? null : corrected.toString());
        Manifest manifest =
                new Replay(request, of(id), null, Pace.UNLIMITED, ReplayListener.NONE, new PublishListener() {}).run();
        assertThat(manifest).isNotNull();
        return manifest;
    }
}
