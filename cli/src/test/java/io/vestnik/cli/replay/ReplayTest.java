/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.CommandFailure;
import io.vestnik.consumer.history.Pace;
import io.vestnik.consumer.history.TablesAsOf;
import io.vestnik.producer.PublishListener;
import io.vestnik.schemas.Topics;
import io.vestnik.streams.config.DeskSettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReplayTest {
    private static final Instant START = Instant.parse("2025-03-01T08:00:00Z");
    private static final int LINES = 18;
    private static final String BRIDGE =
            "Губернатор области Иван Петров открыл новый мост через реку Вятку. Строительство"
                    + " заняло четыре года и обошлось бюджету в 12 миллиардов рублей. «Мы построили этот мост за четыре года"
                    + " вместо пяти запланированных», — сказал Иван Петров.";
    private static final String MATCH =
            "The hockey club of Omsk won its seventh match in a row. \"We played as one team"
                    + " tonight and the crowd carried us\", said coach Peter Hill.";
    private static final ReplayListener FREE = new Listener(Long.MAX_VALUE);

    @TempDir
    private Path directory;

    private Path corpus;

    /** Stops the run after so many events. */
    private static final class Listener implements ReplayListener {
        private final long until;
        private long done;

        Listener(long until) {
            this.until = until;
        }

        @Override
        public void phase(String name, long events) {
            done = 0;
        }

        @Override
        public void done(long events) {
            done = events;
        }

        @Override
        public boolean isStopped() {
            return done >= until;
        }
    }

    @BeforeEach
    void writeCorpus() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            // Six articles, each of them several times: corrected, taken back, brought back, in another language.
            String text = (i % 4 == 3 ? MATCH : BRIDGE.substring(0, 120 + i * 5)) + " " + i % 7;
            String rest = i % 5 == 4 ? "\"retracted\":true" : "\"text\":\"" + text.replace("\"", "\\\"") + "\"";
            lines.add("{\"id\":\"" + "abcdef".charAt(i % 6) + "\",\"observedAt\":\"" + at(i) + "\"," + rest + "}");
        }
        Collections.shuffle(lines, new Random(1));
        corpus = directory.resolve("corpus.jsonl");
        Files.write(corpus, lines);
    }

    private static Instant at(int line) {
        return START.plusSeconds(600L * line);
    }

    @Test
    void shouldShowOfAWholeRunWhatARunUpToThatTimeEndsWith() throws Exception {
        Manifest whole = run("whole", request().build());
        for (int i = 0; i < LINES; i += 3) {
            String id = "upTo" + i;
            Manifest cut = run(id, request().to(at(i).plusMillis(1)).build());
            assertThat(TablesAsOf.read(of("whole").history(), at(i)).digest().perTable())
                    .as("as of event %d", i)
                    .isEqualTo(cut.tables().digests());
        }
        assertThat(TablesAsOf.read(of("whole").history(), at(LINES)).digest().total())
                .isEqualTo(whole.tables().digest());
    }

    @Test
    void shouldGiveTheSameRunAgain() throws Exception {
        Manifest first = run("first", request().cut("noon", at(6)).build());
        Manifest second = run("second", request().cut("noon", at(6)).build());
        assertThat(first.differences(second)).isEmpty();
        assertThat(Files.readAllBytes(of("first").history()))
                .hasSameSizeAs(Files.readAllBytes(of("second").history()));
        assertThat(first.cuts().get("noon").digest())
                .isNotEqualTo(first.tables().digest());
        assertThat(Manifest.read(of("first").manifest())).isEqualTo(first);
    }

    @Test
    void shouldGiveTheTablesOfTheOrderedRunWhenShuffled() throws Exception {
        Manifest ordered = run("ordered", request().build());
        Manifest shuffled = run("shuffled", request().shuffle(5).build());
        assertThat(shuffled.tables()).isEqualTo(ordered.tables());
        assertThat(shuffled.differences(ordered)).containsExactly("request.shuffleSeed: 5 -> (nothing)");
    }

    @Test
    void shouldHaveTheWatchesOfTheRequestFromTheBeginning() throws Exception {
        Manifest plain = run("plain", request().build());
        Manifest watched = run("watched", request().watch("all", "NOT nothing").build());
        TablesAsOf tables = TablesAsOf.read(of("watched").history(), at(0));

        assertThat(tables.digest().rows().get("news.coverage.v1"))
                .as("the first article is covered by the watch as well")
                .isEqualTo(TablesAsOf.read(of("plain").history(), at(0))
                                .digest()
                                .rows()
                                .get("news.coverage.v1")
                        + 1);
        assertThat(watched.request().watches()).containsEntry("all", "NOT nothing");
        assertThat(watched.differences(plain)).contains("request.watches: {\"all\":\"NOT nothing\"} -> (nothing)");
    }

    @Test
    void shouldTellWhatAnotherSettingChanges() throws Exception {
        run("wide", request().build());
        run(
                "narrow",
                request()
                        .set(DeskSettings.WINDOW_CONFIG, "60000")
                        .set(DeskSettings.STORY_SPAN_CONFIG, "60000")
                        .build());
        RunDiff diff = RunDiff.of(
                TablesAsOf.read(of("wide").history(), null),
                TablesAsOf.read(of("narrow").history(), null),
                2);
        assertThat(diff.isEqual()).isFalse();
        assertThat(diff.tables().get(Topics.live().analyses.baseName()).isEqual())
                .isTrue();
        RunDiff.Table placements = diff.tables().get(Topics.live().placements.baseName());
        assertThat(placements.different()).isPositive();
        assertThat(placements.first()).hasSizeLessThanOrEqualTo(2).allSatisfy(row -> assertThat(row.first())
                .isNotEqualTo(row.second()));
        assertThat(diff.changes().storiesSplit()).isPositive();
        assertThat(diff.changes().copiesLost()).isPositive();
        assertThat(diff.changes().quotesGained() + diff.changes().quotesLost()).isZero();
    }

    @Test
    void shouldKeepNothingThatLooksWholeOfARunThatWasStopped() throws Exception {
        RunDirectory run = of("stopped");
        assertThat(new Replay(request().build(), run, null, Pace.UNLIMITED, new Listener(5), new PublishListener() {})
                        .run())
                .isNull();
        assertThat(run.isDone()).isFalse();
        assertThat(run.isBegun()).isTrue();
        assertThatThrownBy(() -> run("stopped", request().build()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("begun");
        run.remove();
        assertThat(run("stopped", request().build()).corpus().events()).isEqualTo(LINES);
    }

    @Test
    void shouldGoOnWithARunThatWasStopped() throws Exception {
        Manifest whole = run("whole", request().build());
        RunDirectory run = of("stopped");
        replay(run, request().build(), new Listener(5)).run();
        Manifest resumed = replay(run, request().build(), FREE).resume();
        assertThat(resumed).isNotNull();
        assertThat(whole.differences(resumed)).isEmpty();
        assertThat(run.isBegun()).isFalse();
        assertThatThrownBy(() -> replay(run, request().build(), FREE).resume())
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("has ended");
    }

    @Test
    void shouldNotGoOnWithAnotherRequestOrAnotherCorpus() throws Exception {
        RunDirectory run = of("stopped");
        replay(run, request().build(), new Listener(5)).run();
        assertThatThrownBy(() -> replay(run, request().shuffle(2).build(), FREE).resume())
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("other options")
                .hasMessageContaining("shuffleSeed: (nothing) -> 2");
        List<String> lines = Files.readAllLines(corpus);
        Files.write(corpus, lines.subList(1, lines.size()));
        assertThatThrownBy(() -> replay(run, request().build(), FREE).resume())
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("corpus has changed");
        Files.write(corpus, lines);
        assertThat(replay(run, request().build(), FREE).resume()).isNotNull();
    }

    @Test
    void shouldKeepASecondProcessFromARun() throws Exception {
        RunDirectory run = of("locked");
        replay(run, request().build(), new Listener(5)).run();
        try (RunDirectory.Lock lock = run.lock()) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> replay(run, request().build(), FREE).resume())
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("Another process");
        }
    }

    private Replay replay(RunDirectory run, ReplayRequest request, ReplayListener listener) {
        return new Replay(request, run, null, Pace.UNLIMITED, listener, new PublishListener() {});
    }

    @Test
    void shouldRefuseARunThatIsThereAndKeepIt() throws Exception {
        Manifest first = run("same", request().build());
        assertThatThrownBy(() -> run("same", request().shuffle(1).build()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("Run same is there already");
        assertThat(Manifest.read(of("same").manifest())).isEqualTo(first);
    }

    @Test
    void shouldLeaveNothingOfARunWhoseCorpusCannotBeRead() {
        RunDirectory run = of("nothing");
        ReplayRequest request = request().corpus(directory.resolve("absent")).build();
        assertThatThrownBy(() -> run("nothing", request))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("absent is neither");
        assertThat(run.isBegun() || run.isDone()).isFalse();
    }

    @Test
    void shouldPutAnEventThroughOnce() throws Exception {
        List<String> lines = Files.readAllLines(corpus);
        Manifest once = run("once", request().build());
        lines.addAll(lines.subList(0, 4));
        Path twice = directory.resolve("twice.jsonl");
        Files.write(twice, lines);
        assertThat(run("twice", request().corpus(twice).build()).corpus().digest())
                .isEqualTo(once.corpus().digest());
    }

    private RunDirectory of(String id) {
        return new RunDirectory(directory.resolve("runs"), RunId.of(id));
    }

    private Manifest run(String id, ReplayRequest request) throws IOException, InterruptedException {
        Manifest manifest = new Replay(request, of(id), null, Pace.UNLIMITED, FREE, new PublishListener() {}).run();
        assertThat(manifest).isNotNull();
        return manifest;
    }

    private Request request() {
        return new Request();
    }

    private final class Request {
        private Path from = corpus;
        private @Nullable Instant to;
        private @Nullable Long seed;
        private final Map<String, String> settings = new TreeMap<>();
        private final Map<String, Instant> cuts = new TreeMap<>();
        private final Map<String, String> watches = new TreeMap<>();

        Request corpus(Path path) {
            from = path;
            return this;
        }

        Request to(Instant time) {
            to = time;
            return this;
        }

        Request shuffle(long value) {
            seed = value;
            return this;
        }

        Request set(String name, String value) {
            settings.put(name, value);
            return this;
        }

        Request watch(String name, String expression) {
            watches.put(name, expression);
            return this;
        }

        Request cut(String name, Instant at) {
            cuts.put(name, at);
            return this;
        }

        ReplayRequest build() {
            return new ReplayRequest(
                    from.toString(),
                    "UTC",
                    null,
                    null,
                    to,
                    ReplayRequest.Engine.DRIVER,
                    1,
                    1,
                    seed,
                    settings,
                    cuts,
                    watches,
                    null);
        }
    }
}
