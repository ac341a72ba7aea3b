/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.vestnik.schemas.avro.ArticleEvent;

import static org.assertj.core.api.Assertions.assertThat;

/** A tombstone in the log of record makes the topology forget an article as if it had never come. */
class ErasureTest {
    private static final String TEXT = "@Ivanov says #match";
    private static final ArticleEvent FIRST = Events.version("a1", 10, TEXT);
    private static final ArticleEvent SECOND = Events.version("b1", 20, TEXT + " too");

    @Test
    void shouldForgetAnErasedArticle() {
        try (TopologyRun never = new TopologyRun().send(SECOND);
                TopologyRun erased = new TopologyRun().send(FIRST, SECOND)) {
            assertThat(erased.digest()).isNotEqualTo(never.digest());

            erased.erase("a1");

            assertThat(erased.digest()).isEqualTo(never.digest());
            assertThat(erased.table(t -> t.analyses)).containsOnlyKeys("b1");
        }
    }

    @Test
    void shouldTakeAnArticleThatComesBackForANewOne() {
        // The same text: of an article that was only retracted it would be the version of old.
        ArticleEvent again = Events.version("a1", 50, TEXT);
        try (TopologyRun first = new TopologyRun().send(SECOND, again);
                TopologyRun back = new TopologyRun().send(FIRST, SECOND)) {
            back.erase("a1");
            back.send(again);

            assertThat(back.row(t -> t.analyses, "a1").getFirstObservedAt()).isEqualTo(Events.minute(50));
            assertThat(back.digest()).isEqualTo(first.digest());
        }
    }

    @Test
    void shouldTakeTheVeryEventBackThatWasErased() {
        try (TopologyRun once = new TopologyRun().send(FIRST, SECOND);
                TopologyRun back = new TopologyRun().send(FIRST, SECOND)) {
            back.erase("a1");
            back.send(FIRST);

            assertThat(back.digest()).isEqualTo(once.digest());
        }
    }

    @Test
    void shouldForgetARetractedArticleAndLetItComeBack() {
        try (TopologyRun once = new TopologyRun().send(FIRST, SECOND);
                TopologyRun back = new TopologyRun().send(FIRST, SECOND, Events.retraction("a1", 30))) {
            back.erase("a1");
            back.send(FIRST);

            assertThat(back.digest()).isEqualTo(once.digest());
        }
    }

    @Test
    void shouldPassOverTheErasureOfWhatItDoesNotKnow() {
        // Only without transactions does the test driver show dead letters.
        Map<String, String> settings = Map.of("processing.guarantee", "at_least_once");
        try (TopologyRun run = new TopologyRun(FakeAnalyzer::analyze, FakeDesk::new, settings)) {
            run.erase("a1");
            run.send(SECOND);
            run.erase("a1");

            assertThat(run.table(t -> t.analyses)).containsOnlyKeys("b1");
            assertThat(run.deadLetters()).isEmpty();
        }
    }

    @Test
    void shouldEraseNothingForARecordWithoutAValueThatDoesNotSaySo() {
        Map<String, String> settings = Map.of("processing.guarantee", "at_least_once");
        try (TopologyRun run = new TopologyRun(FakeAnalyzer::analyze, FakeDesk::new, settings)) {
            run.send(SECOND);
            run.sendRaw("b1", null, 0);

            assertThat(run.table(t -> t.analyses)).containsOnlyKeys("b1");
            assertThat(run.deadLetters()).singleElement().satisfies(letter -> assertThat(letter.getReason())
                    .isEqualTo("MISSING_FIELD"));
        }
    }
}
