package io.vestnik.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

import io.vestnik.schemas.avro.ArticleEvent;

/** The final tables are a function of the set of events: any order of arrival gives the same digest. */
class OrderIndependenceTest {
    private static final List<String> TEXTS = List.of(
            "#flood @Ivanov <Ivanov: water rises>",
            "#flood @Ivanov @Petrov <Ivanov: water rises> <: nobody knows>",
            "#flood @Petrov <Petrov: it is over>",
            "#match @Sidorov <Sidorov: we won> <Ivanov: water rises>",
            "#match");

    @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
    void shouldGiveOneDigestForEveryOrderOfArrival(
            @ForAll("histories") List<ArticleEvent> events, @ForAll Random random) {
        List<ArticleEvent> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);

        assertThat(digest(shuffled)).isEqualTo(digest(events));
    }

    @Property(tries = 15, shrinking = ShrinkingMode.BOUNDED)
    void shouldGiveTheDigestOfARunThatNeverSawARetractedArticle(@ForAll("histories") List<ArticleEvent> events) {
        List<ArticleEvent> retracted = new ArrayList<>(events);
        retracted.add(Events.retraction("a1", 1_000));
        List<ArticleEvent> without = events.stream()
                .filter(event -> !event.getArticleId().equals("a1"))
                .toList();

        assertThat(digest(retracted)).isEqualTo(digest(without));
    }

    /** Up to twelve versions and retractions of four articles, in two languages, with times that often coincide. */
    @Provide
    Arbitrary<List<ArticleEvent>> histories() {
        Arbitrary<ArticleEvent> version = Combinators.combine(
                        Arbitraries.of("a1", "a2", "b1", "c1"),
                        Arbitraries.integers().between(10, 16),
                        Arbitraries.of(TEXTS),
                        Arbitraries.of("ru", "ru", "en"))
                .as(Events::version);
        Arbitrary<ArticleEvent> retraction = Combinators.combine(
                        Arbitraries.of("a1", "a2", "b1", "c1"),
                        Arbitraries.integers().between(10, 16))
                .as(Events::retraction);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(5, version), net.jqwik.api.Tuple.of(1, retraction))
                .list()
                .ofMinSize(2)
                .ofMaxSize(12);
    }

    private static Map<String, String> digest(List<ArticleEvent> events) {
        try (TopologyRun run = new TopologyRun()) {
            run.send(events);
            assertThat(run.deadLetters()).isEmpty();
            return run.digest();
        }
    }
}
