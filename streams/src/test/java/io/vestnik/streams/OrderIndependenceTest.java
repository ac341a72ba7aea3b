/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

import io.vestnik.schemas.avro.ArticleEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** The final tables are a function of the set of events: any order of arrival gives the same digest. */
class OrderIndependenceTest {
    private static final List<String> TEXTS = List.of(
            "#flood @Ivanov <Ivanov: water rises>",
            "#flood @Ivanov @Petrov <Ivanov: water rises> <: nobody knows>",
            "#flood @Petrov <Petrov: it is over>",
            "#match @Sidorov <Sidorov: we won> <Ivanov: water rises>",
            "#match");

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
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

    @Provide
    Arbitrary<List<ArticleEvent>> histories() {
        return Histories.of(TEXTS);
    }

    private static Map<String, String> digest(List<ArticleEvent> events) {
        try (TopologyRun run = new TopologyRun()) {
            run.send(events);
            assertThat(run.deadLetters()).isEmpty();
            return run.digest();
        }
    }
}
