/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.vestnik.schemas.Keys;
import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.DeadLetter;
import io.vestnik.schemas.avro.Entity;
import io.vestnik.schemas.avro.OutletCount;
import io.vestnik.schemas.avro.TopicKind;
import io.vestnik.schemas.avro.Utterance;
import io.vestnik.text.EntityIds;
import io.vestnik.text.EntityType;

import static org.assertj.core.api.Assertions.assertThat;

class VestnikTopologyTest {
    private static final ArticleEvent FIRST = Events.version("a1", 10, "#flood @Ivanov <Ivanov: water rises> @police");
    private static final ArticleEvent SECOND = Events.version("b1", 20, "#flood @Ivanov @Petrov <Ivanov: water rises>");
    private static final ArticleEvent COPY = Events.version("c1", 30, "#flood @Ivanov <Ivanov: water rises> @police");
    private static final ArticleEvent OTHER = Events.version("a2", 40, "#match @Sidorov ~Sidorov: we won~");

    @Test
    void shouldPlaceCountAndQuoteArticles() {
        try (TopologyRun run = new TopologyRun().send(FIRST, SECOND, COPY, OTHER)) {
            assertThat(run.deadLetters()).isEmpty();

            assertThat(run.table(t -> t.placements)).hasSize(4);
            assertThat(run.row(t -> t.placements, "c1").getCopyOf()).isEqualTo("a1");
            String story = run.row(t -> t.placements, "a1").getStory();
            assertThat(run.row(t -> t.placements, "b1").getStory()).isEqualTo(story);

            Coverage coverage = run.row(t -> t.coverage, TopicIds.story(story));
            assertThat(coverage.getName()).isEqualTo("Title of a1");
            assertThat(coverage.getArticles()).isEqualTo(3);
            assertThat(coverage.getOriginals()).isEqualTo(2);
            assertThat(coverage.getCopies()).isEqualTo(1);
            assertThat(coverage.getQuotes()).isEqualTo(3);
            assertThat(coverage.getOutlets())
                    .containsExactly(
                            new OutletCount("Outlet a", 1),
                            new OutletCount("Outlet b", 1),
                            new OutletCount("Outlet c", 1));
            assertThat(coverage.getFirstObservedIn()).isEqualTo("a1");
            assertThat(coverage.getFirstClaimedAt())
                    .isEqualTo(FIRST.getContent().getClaimedAt().getAt());
            assertThat(coverage.getFirstClaimedIn()).isEqualTo("a1");
            assertThat(coverage.getLastObservedAt()).isEqualTo(Events.minute(30));
            assertThat(coverage.getHours()).singleElement().satisfies(hour -> assertThat(hour.getArticles())
                    .isEqualTo(3));

            Map<String, Utterance> utterances = run.table(t -> t.utterances);
            assertThat(utterances).hasSize(2);
            assertThat(utterances.values())
                    .filteredOn(u -> u.getMembers() == 3)
                    .singleElement()
                    .satisfies(u -> {
                        assertThat(u.getSpeaker()).isEqualTo("Ivanov");
                        assertThat(u.getOutlets()).containsExactly("Outlet a", "Outlet b", "Outlet c");
                        assertThat(u.getFirstObservedIn()).isEqualTo("a1");
                    });
            assertThat(run.table(t -> t.utteranceMembers)).hasSize(4);
        }
    }

    @Test
    void shouldCountEntitiesButNotGenericOnes() {
        try (TopologyRun run = new TopologyRun().send(FIRST, SECOND, OTHER)) {
            assertThat(run.table(t -> t.entities)).hasSize(3);
            Entity ivanov = run.row(t -> t.entities, EntityIds.of(EntityType.PER, "Ivanov"));
            assertThat(ivanov.getArticles()).isEqualTo(2);
            assertThat(ivanov.getQuotes()).isEqualTo(2);
            assertThat(ivanov.getVariants()).containsExactly("@Ivanov");
            assertThat(ivanov.getCompanions()).singleElement().satisfies(companion -> assertThat(companion.getName())
                    .isEqualTo("Petrov"));
        }
    }

    @Test
    void shouldCoverThemesAndMoveAnArticleWhoseThemeChanges() {
        ArticleEvent flood = Events.version("a1", 10, "#flood @Ivanov $society");
        ArticleEvent copy = Events.version("b1", 20, "#flood @Ivanov $society");
        ArticleEvent match = Events.version("c1", 30, "#match @Sidorov $sports");
        try (TopologyRun run = new TopologyRun().send(flood, copy, match, OTHER)) {
            assertThat(run.deadLetters()).isEmpty();
            assertThat(run.row(t -> t.analyses, "a1").getTheme()).isEqualTo("society");
            assertThat(run.row(t -> t.placements, "a1").getTheme()).isEqualTo("society");
            assertThat(run.row(t -> t.placements, "a1").getThemeTerms()).containsExactly("word");
            assertThat(run.row(t -> t.placements, "a2").getTheme()).isNull();
            assertThat(run.row(t -> t.placements, "a2").getThemeTerms()).isEmpty();

            Coverage society = run.row(t -> t.coverage, TopicIds.theme("society"));
            assertThat(society.getKind()).isEqualTo(TopicKind.THEME);
            assertThat(society.getName()).isEqualTo("society");
            assertThat(society.getArticles()).isEqualTo(2);
            assertThat(society.getCopies()).isEqualTo(1);
            assertThat(run.row(t -> t.coverage, TopicIds.theme("sports")).getArticles())
                    .isEqualTo(1);

            run.send(Events.version("b1", 50, "#flood @Ivanov $sports"), Events.retraction("a1", 60));

            assertThat(run.table(t -> t.coverage)).doesNotContainKey(TopicIds.theme("society"));
            assertThat(run.row(t -> t.coverage, TopicIds.theme("sports")).getArticles())
                    .isEqualTo(2);
        }
    }

    @Test
    void shouldNotCountReportedSpeechAsQuotes() {
        try (TopologyRun run = new TopologyRun().send(OTHER)) {
            assertThat(run.table(t -> t.coverage).values())
                    .isNotEmpty()
                    .allSatisfy(coverage -> assertThat(coverage.getQuotes()).isZero());
        }
    }

    @Test
    void shouldTakeEverythingBackWhenAnArticleIsRetracted() {
        Map<String, String> never;
        try (TopologyRun run = new TopologyRun().send(SECOND, COPY, OTHER)) {
            never = run.digest();
        }
        try (TopologyRun run = new TopologyRun().send(FIRST, SECOND, COPY, OTHER)) {
            assertThat(run.digest()).isNotEqualTo(never);
            run.send(Events.retraction("a1", 50));
            assertThat(run.digest()).isEqualTo(never);
        }
    }

    @Test
    void shouldNotCountARetractedArticleTwiceWhenItComesBack() {
        Map<String, String> once;
        try (TopologyRun run = new TopologyRun().send(FIRST, SECOND)) {
            once = run.digest();
        }
        try (TopologyRun run = new TopologyRun().send(FIRST, SECOND, Events.retraction("a1", 50))) {
            run.send(Events.version("a1", 60, FIRST.getContent().getText()));
            // Same text again: the retraction between is taken back, and the article keeps its first day.
            assertThat(run.row(t -> t.analyses, "a1").getFirstObservedAt()).isEqualTo(Events.minute(10));
            assertThat(run.table(t -> t.coverage).values())
                    .allSatisfy(coverage -> assertThat(coverage.getArticles()).isLessThanOrEqualTo(2));
            assertThat(run.digest().keySet()).isEqualTo(once.keySet());
        }
    }

    @Test
    void shouldGiveTheDigestOfTheFirstTextWhenATextIsRestored() {
        Map<String, String> alone;
        try (TopologyRun run = new TopologyRun().send(FIRST, SECOND)) {
            alone = run.digest();
        }
        ArticleEvent changed = Events.version("a1", 50, "#storm @Sidorov <Sidorov: wind>");
        ArticleEvent restored =
                ArticleEvent.newBuilder(FIRST).setObservedAt(Events.minute(60)).build();
        try (TopologyRun run = new TopologyRun().send(FIRST, SECOND, changed)) {
            assertThat(run.digest()).isNotEqualTo(alone);
            run.send(restored);
            assertThat(run.digest()).isEqualTo(alone);
        }
    }

    @Test
    void shouldChangeNothingWhenAnEventComesTwice() {
        try (TopologyRun run = new TopologyRun().send(FIRST, SECOND)) {
            int changes = run.all(t -> t.history).size();
            run.send(FIRST, SECOND, FIRST);
            assertThat(run.all(t -> t.history)).hasSize(changes);
        }
    }

    @Test
    void shouldMoveAnArticleToAnotherDeskWithoutLosingIt() {
        ArticleEvent english = Events.version("a1", 50, FIRST.getContent().getText(), "en");
        Map<String, String> fresh;
        try (TopologyRun run = new TopologyRun().send(SECOND, COPY)) {
            run.send(FIRST, english);
            fresh = run.digest();
            assertThat(run.row(t -> t.placements, "a1").getLanguage()).isEqualTo("en");
            assertThat(run.row(t -> t.placements, "c1").getCopyOf()).isNull();
            // No tombstone on the way: the old row stood until the new desk had placed the article.
            assertThat(run.all(t -> t.placements))
                    .filteredOn(record -> record.key().equals("a1"))
                    .noneMatch(record -> record.value() == null);
        }
        try (TopologyRun run = new TopologyRun().send(english, COPY, FIRST, SECOND)) {
            assertThat(run.digest()).isEqualTo(fresh);
        }
    }

    @Test
    void shouldWriteRowsWithoutHeaders() {
        try (TopologyRun run = new TopologyRun().send(FIRST, Events.retraction("a1", 50))) {
            assertThat(run.all(t -> t.analyses)).hasSize(2).allSatisfy(record -> assertThat(record.headers())
                    .isEmpty());
            assertThat(run.all(t -> t.placements)).isNotEmpty().allSatisfy(record -> assertThat(record.headers())
                    .isEmpty());
            assertThat(run.all(t -> t.coverage)).isNotEmpty().allSatisfy(record -> assertThat(record.headers())
                    .isEmpty());
        }
    }

    @Test
    void shouldWriteEveryChangeOfAFinalTableToTheHistory() {
        try (TopologyRun run = new TopologyRun().send(FIRST, SECOND, COPY, Events.retraction("a1", 50))) {
            int changes = List.of(
                            run.all(t -> t.analyses),
                            run.all(t -> t.placements),
                            run.all(t -> t.coverage),
                            run.all(t -> t.coverageHours),
                            run.all(t -> t.coverageMembers),
                            run.all(t -> t.utterances),
                            run.all(t -> t.utteranceMembers),
                            run.all(t -> t.entities))
                    .stream()
                    .mapToInt(List::size)
                    .sum();
            assertThat(run.all(t -> t.history)).hasSize(changes);
            assertThat(run.all(t -> t.history)).allSatisfy(record -> {
                assertThat(record.timestamp())
                        .isEqualTo(record.value().getKnownAt().toEpochMilli());
                assertThat(record.key())
                        .isEqualTo(Keys.of(
                                record.value().getTable(), record.value().getRowKey()));
            });
        }
    }

    @Test
    void shouldStampEveryChangeWithTheLatestEventThatLedToIt() {
        try (TopologyRun run = new TopologyRun().send(FIRST, SECOND, COPY)) {
            assertThat(run.all(t -> t.coverage))
                    .filteredOn(record -> record.key().startsWith("story:"))
                    .extracting(record -> record.timestamp())
                    .containsExactly(
                            Events.minute(10).toEpochMilli(),
                            Events.minute(20).toEpochMilli(),
                            Events.minute(30).toEpochMilli());
        }
    }

    @Test
    void shouldRefuseTheFutureWithoutATraceButADeadLetter() {
        try (TopologyRun run = new TopologyRun().send(FIRST)) {
            Map<String, String> before = run.digest();
            run.send(Events.version("z1", 100_011, "#flood @Ivanov"));
            assertThat(run.digest()).isEqualTo(before);
            assertThat(run.deadLetters()).singleElement().satisfies(letter -> {
                assertThat(letter.getReason()).isEqualTo("FUTURE");
                assertThat(letter.getStage()).isEqualTo("analysis");
                assertThat(letter.getKey()).isEqualTo("z1");
                assertThat(letter.getOrigin()).isEqualTo("news.articles.v1-0@1");
                assertThat(letter.getLength()).isPositive();
            });
            run.send(SECOND);
            assertThat(run.table(t -> t.placements)).hasSize(2);
        }
    }

    @Test
    void shouldSendWhatCannotBeReadToTheDeadLettersAndGoOn() {
        // The test driver forgets what is sent between two commits; only without transactions does it show such sends.
        Map<String, String> settings = Map.of("processing.guarantee", "at_least_once");
        try (TopologyRun run = new TopologyRun(FakeAnalyzer::analyze, FakeDesk::new, settings)) {
            run.sendRaw("x1", new byte[] {7, 7, 7}, Events.minute(1).toEpochMilli());
            run.sendRaw("x2", new byte[] {0, 0, 0, 0, 99, 1}, Events.minute(2).toEpochMilli());
            run.send("not-its-id", FIRST);
            run.send(ArticleEvent.newBuilder(SECOND).setContent(null).build());
            run.send(FIRST);

            assertThat(run.deadLetters())
                    .extracting(DeadLetter::getReason)
                    .containsExactly("BAD_FRAME", "UNKNOWN_SCHEMA", "BAD_RECORD", "MISSING_FIELD");
            assertThat(run.table(t -> t.placements)).containsOnlyKeys("a1");
        }
    }

    @Test
    void shouldRefuseABodyOverTheCap() {
        try (TopologyRun run = new TopologyRun()) {
            run.send(Events.version("a1", 1, "щ".repeat(1024 * 1024 + 1)));
            run.send(SECOND);

            assertThat(run.deadLetters()).singleElement().satisfies(letter -> {
                assertThat(letter.getReason()).isEqualTo("TOO_LARGE");
                assertThat(letter.getHead().remaining()).isEqualTo(64 * 1024);
            });
            assertThat(run.table(t -> t.placements)).containsOnlyKeys("b1");
        }
    }

    @Test
    void shouldTellWhatBecomesOfStories() {
        try (TopologyRun run = new TopologyRun().send(FIRST, SECOND, Events.retraction("b1", 50))) {
            run.send(Events.retraction("a1", 60));
            assertThat(run.all(t -> t.storyChanges))
                    .extracting(record ->
                            record.value().getChange() + " " + record.value().getArticles())
                    .containsExactly("CREATED 1", "GROWN 2", "SHRUNK 1", "REMOVED 0");
        }
    }
}
