/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.DeadLetter;
import io.vestnik.schemas.avro.HistoryEntry;
import io.vestnik.schemas.avro.TopicKind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Watches: an article is for those that are declared, whichever came first. */
class WatchesTest {
    private static final Map<String, String> SMALL_STEPS = Map.of("watch.scan.articles", "1");

    private static final List<String> TEXTS = List.of(
            "#flood @Ivanov <Ivanov: water rises>",
            "#flood @Ivanov @Petrov <Ivanov: water rises> <: nobody knows> $society",
            "#flood @Petrov <Petrov: it is over>",
            "#match @Sidorov <Sidorov: we won> <Ivanov: water rises> $sports",
            "#match");

    private static final List<String> EXPRESSIONS = List.of(
            "flood",
            "water NOT over",
            "name:Petrov OR theme:sports",
            "speaker:Ivanov",
            "outlet:\"Outlet b\"",
            "language:en");

    private static TopologyRun run() {
        return new TopologyRun(FakeAnalyzer::analyze, FakeDesk::new, SMALL_STEPS);
    }

    @Test
    void shouldCoverTheArticlesThatComeAfterIt() {
        try (TopologyRun run = run()) {
            run.watch("high-water", "flood", Events.minute(1));
            run.send(Events.version("a1", 2, TEXTS.get(0)), Events.version("b1", 3, TEXTS.get(4)));

            assertThat(run.row(t -> t.analyses, "a1").getWatches()).containsExactly("high-water");
            assertThat(run.row(t -> t.analyses, "b1").getWatches()).isEmpty();
            Coverage coverage = run.row(t -> t.coverage, "watch:high-water");
            assertThat(coverage.getKind()).isEqualTo(TopicKind.WATCH);
            assertThat(coverage.getName()).isEqualTo("high-water");
            assertThat(coverage.getArticles()).isEqualTo(1);
            assertThat(run.table(t -> t.coverageMembers)).containsKey("watch:high-water|a1");
            assertThat(run.table(t -> t.coverageHours)).containsKey("watch:high-water|2026-01-01");
        }
    }

    @Test
    void shouldCoverTheArticlesThatCameBefore() {
        try (TopologyRun run = run()) {
            for (int i = 0; i < 7; i++) {
                run.send(Events.version("a" + i, i, TEXTS.get(i % 2 == 0 ? 0 : 4)));
            }
            int rows = run.all(t -> t.analyses).size();
            int placements = run.all(t -> t.placements).size();
            run.watch("high-water", "flood", Events.minute(100));

            assertThat(run.row(t -> t.coverage, "watch:high-water").getArticles())
                    .isEqualTo(4);
            assertThat(run.all(t -> t.analyses))
                    .as("only what changed is written")
                    .hasSize(rows + 4);
            assertThat(run.all(t -> t.placements)).hasSize(placements);
        }
    }

    @Test
    void shouldTakeBackWhatItCoveredWhenItIsChangedOrRemoved() {
        try (TopologyRun run = run()) {
            run.watch("w", "flood", Events.minute(1));
            run.send(Events.version("a1", 2, TEXTS.get(0)), Events.version("b1", 3, TEXTS.get(4)));
            run.watch("w", "match", Events.minute(4));

            assertThat(run.table(t -> t.coverageMembers))
                    .containsKey("watch:w|b1")
                    .doesNotContainKey("watch:w|a1");

            run.unwatch("w", Events.minute(5));

            assertThat(run.table(t -> t.coverage)).doesNotContainKey("watch:w");
            assertThat(run.row(t -> t.analyses, "b1").getWatches()).isEmpty();
        }
    }

    @Test
    void shouldSayThatWhatAWatchChangesInHindsightIsKnownSinceItsDeclaration() {
        try (TopologyRun run = run()) {
            run.send(Events.version("a1", 2, TEXTS.get(0)));
            run.watch("w", "flood", Events.minute(60));
            run.send(Events.version("a2", 3, TEXTS.get(0)));

            assertThat(knownAt(run, "news.analyses.v1|a1")).containsExactly(2, 60);
            assertThat(knownAt(run, "news.analyses.v1|a2")).containsExactly(3);
            assertThat(knownAt(run, "news.coverage.v1|watch:w")).containsExactly(60, 60);
        }
    }

    private static List<Integer> knownAt(TopologyRun run, String key) {
        return run.all(t -> t.history).stream()
                .filter(record -> record.key().equals(key))
                .map(TestRecord::value)
                .map(HistoryEntry::getKnownAt)
                .map(at -> (int) Duration.between(Events.START, at).toMinutes())
                .toList();
    }

    @Test
    void shouldSendWhatIsNoWatchToTheDeadLetters() {
        try (TopologyRun run = run()) {
            run.watch("w", "flood", Events.minute(1));
            run.send(Events.version("a1", 2, TEXTS.get(0)));
            run.watch("w", "flood AND", Events.minute(3));
            run.watch("no name", "flood", Events.minute(3));

            assertThat(run.deadLetters())
                    .extracting(DeadLetter::getKey, DeadLetter::getReason)
                    .containsExactly(tuple("w", "BAD_RECORD"), tuple("no name", "BAD_RECORD"));
            assertThat(run.deadLetters().get(0).getMessage()).contains("column 10");
            assertThat(run.table(t -> t.coverage)).doesNotContainKeys("watch:w", "watch:no name");
        }
    }

    @Test
    void shouldNotGoOverTheArticlesWhenAWatchAsksForTheSame() {
        try (TopologyRun run = run()) {
            run.send(Events.version("a1", 2, TEXTS.get(0)));
            run.watch("w", "flood", Events.minute(3));
            int rows = run.all(t -> t.analyses).size();
            run.watch("w", "flood", Events.minute(4));

            assertThat(run.all(t -> t.analyses)).hasSize(rows);
            assertThat(run.changelog("watch-scans")).isEmpty();
        }
    }

    /** Watches come at any time among the articles, and change: what is declared in the end is all that matters. */
    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void shouldGiveOneDigestWheneverTheWatchesCome(
            @ForAll("histories") List<ArticleEvent> events,
            @ForAll("watches") List<Declared> watches,
            @ForAll Random random) {
        Map<String, String> last = new TreeMap<>();
        watches.forEach(watch -> last.put(watch.name(), watch.expression()));
        List<Consumer<TopologyRun>> early = new ArrayList<>();
        last.forEach((name, expression) -> {
            if (!expression.isEmpty()) {
                early.add(run -> run.watch(name, expression, Events.START));
            }
        });
        events.forEach(event -> early.add(run -> run.send(event)));
        List<Consumer<TopologyRun>> mixed = mixed(events, watches, random);

        assertThat(digest(mixed)).isEqualTo(digest(early));
    }

    /** A shuffle of all articles, with the watches at random places among them, in their own order. */
    private static List<Consumer<TopologyRun>> mixed(List<ArticleEvent> events, List<Declared> watches, Random random) {
        List<Boolean> places = new ArrayList<>(Stream.concat(
                        events.stream().map(event -> true), watches.stream().map(watch -> false))
                .toList());
        Collections.shuffle(places, random);
        List<ArticleEvent> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);
        List<Consumer<TopologyRun>> mixed = new ArrayList<>();
        int event = 0;
        int watch = 0;
        for (boolean isEvent : places) {
            if (isEvent) {
                ArticleEvent next = shuffled.get(event++);
                mixed.add(run -> run.send(next));
            } else {
                Declared next = watches.get(watch++);
                mixed.add(
                        next.expression().isEmpty()
                                ? run -> run.unwatch(next.name(), Events.minute(50))
                                : run -> run.watch(next.name(), next.expression(), Events.minute(50)));
            }
        }
        return mixed;
    }

    private static Map<String, String> digest(List<Consumer<TopologyRun>> steps) {
        try (TopologyRun run = run()) {
            steps.forEach(step -> step.accept(run));
            assertThat(run.deadLetters()).isEmpty();
            return run.digest();
        }
    }

    /** A declaration, or, with an empty expression, a removal. */
    record Declared(String name, String expression) {}

    @Provide
    Arbitrary<List<ArticleEvent>> histories() {
        return Histories.of(TEXTS);
    }

    @Provide
    Arbitrary<List<Declared>> watches() {
        Arbitrary<String> expressions =
                Arbitraries.frequencyOf(Tuple.of(5, Arbitraries.of(EXPRESSIONS)), Tuple.of(1, Arbitraries.of("")));
        return Combinators.combine(Arbitraries.of("w1", "w2", "w3"), expressions)
                .as(Declared::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }
}
