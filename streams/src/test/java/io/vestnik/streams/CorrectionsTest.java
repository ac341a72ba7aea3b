/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

import io.vestnik.schemas.Corrections;
import io.vestnik.schemas.avro.CorrectedQuote;
import io.vestnik.schemas.avro.Correction;
import io.vestnik.schemas.avro.CorrectionKind;
import io.vestnik.schemas.avro.DeadLetter;
import io.vestnik.schemas.avro.Quote;
import io.vestnik.schemas.avro.StoryLink;
import io.vestnik.streams.config.DeskSettings;
import io.vestnik.streams.desk.TextDesk;
import io.vestnik.text.desk.DeskConfig;

import static org.assertj.core.api.Assertions.assertThat;

/** What people correct, from the record to the tables. */
class CorrectionsTest {
    private static final String WORDS = "we built the bridge in four years";
    private static final String TEXT = "@Ivanov opened it. <Petrov: " + WORDS + "> #bridge";
    private static final String BRIDGE = "Губернатор области открыл в субботу новый мост через реку Вятку у посёлка"
            + " Заречный. Строительство заняло четыре года и обошлось бюджету в 12 миллиардов рублей. ";
    private static final String FIRE = "В Вологде ночью сгорел склад пиломатериалов площадью 800 квадратных метров."
            + " Пожарные работали до утра, пострадавших нет, причину возгорания устанавливают. ";

    @Test
    void shouldSayWhoSpokeAndThatAPersonToldSo() {
        Correction correction = Said.speaker("a1", 30, TEXT, WORDS, "ivanov");
        try (TopologyRun run = new TopologyRun().send(Events.version("a1", 10, TEXT))) {
            Map<String, String> before = run.digest();
            Quote wrong = quote(run, "a1");

            run.correct(correction);

            Quote right = quote(run, "a1");
            assertThat(right.getSpeaker()).isEqualTo("ivanov");
            assertThat(right.getEvidence()).isEqualTo("correction:" + correction.getId());
            assertThat(right.getMention()).isEqualTo(wrong.getMention());
            assertThat(right.getSpeakerEntity())
                    .isEqualTo(
                            run.row(t -> t.analyses, "a1").getMentions().get(0).getEntityId());
            assertThat(run.table(t -> t.utteranceMembers).values())
                    .singleElement()
                    .satisfies(member -> {
                        assertThat(member.getSpeaker()).isEqualTo("ivanov");
                        assertThat(member.getEvidence()).isEqualTo("correction:" + correction.getId());
                    });
            assertThat(run.table(t -> t.coverageMembers)).isNotEmpty();
            assertThat(run.digest()).isNotEqualTo(before);

            run.correct(Said.back(correction, 40));

            assertThat(run.digest()).isEqualTo(before);

            run.correct(Said.speaker("a1", 50, TEXT, WORDS, "ivanov"));

            assertThat(quote(run, "a1")).isEqualTo(right);
        }
    }

    @Test
    void shouldTakeTheLastThatIsSaidOfAQuote() {
        try (TopologyRun run = new TopologyRun().send(Events.version("a1", 10, TEXT))) {
            run.correct(Said.speaker("a1", 30, TEXT, WORDS, "Sidorov"));
            run.correct(Said.speaker("a1", 20, TEXT, WORDS, "Ivanov"));
            assertThat(quote(run, "a1").getSpeaker()).isEqualTo("Sidorov");

            run.correct(Said.speaker("a1", 40, TEXT, WORDS, null));

            assertThat(quote(run, "a1").getSpeaker()).isNull();
            assertThat(quote(run, "a1").getSpeakerType()).isNull();
            assertThat(quote(run, "a1").getSpeakerEntity()).isNull();
        }
    }

    @Test
    void shouldLetACorrectionWaitForItsArticle() {
        Correction correction = Said.speaker("a1", 30, TEXT, WORDS, "Ivanov");
        try (TopologyRun early = new TopologyRun().correct(correction);
                TopologyRun late = new TopologyRun().send(Events.version("a1", 10, TEXT))) {
            assertThat(early.table(t -> t.analyses)).isEmpty();
            early.send(Events.version("a1", 10, TEXT));
            late.correct(correction);

            assertThat(quote(early, "a1").getSpeaker()).isEqualTo("Ivanov");
            assertThat(early.digest()).isEqualTo(late.digest());
        }
    }

    @Test
    void shouldFollowTheWordsAndHitNoOthers() {
        Correction correction = Said.speaker("a1", 30, TEXT, WORDS, "Ivanov");
        String moved = "Corrected on Monday. " + TEXT;
        String other = TEXT.replace("four", "five");
        String twice = TEXT + " again: <Petrov: " + WORDS + ">";
        try (TopologyRun run = new TopologyRun()
                .correct(correction)
                .send(Events.version("a1", 10, TEXT), Events.version("a1", 11, moved))) {
            assertThat(quote(run, "a1").getSpeaker()).isEqualTo("Ivanov");

            run.send(Events.version("a1", 12, other));
            assertThat(quote(run, "a1").getSpeaker()).isEqualTo("Petrov");

            run.send(Events.version("a1", 13, twice));
            assertThat(run.row(t -> t.analyses, "a1").getQuotes())
                    .extracting(Quote::getSpeaker)
                    .containsExactly("Ivanov", "Petrov");

            run.send(Events.version("a1", 14, "Well. " + twice));
            assertThat(run.row(t -> t.analyses, "a1").getQuotes())
                    .extracting(Quote::getSpeaker)
                    .containsOnly("Petrov");
        }
    }

    @Test
    void shouldKnowACorrectionSinceItWasGiven() {
        try (TopologyRun run = new TopologyRun().send(Events.version("a1", 10, TEXT), Events.version("b1", 11, TEXT))) {
            int before = run.all(t -> t.history).size();
            run.correct(Said.speaker("a1", 30, TEXT, WORDS, "Ivanov"));

            List<Instant> since = run.all(t -> t.history).stream()
                    .skip(before)
                    .map(entry -> entry.value().getKnownAt())
                    .toList();
            assertThat(since).isNotEmpty().containsOnly(Events.minute(30));

            int corrected = run.all(t -> t.history).size();
            run.send(Events.version("c1", 15, TEXT));
            assertThat(run.all(t -> t.history).stream()
                            .skip(corrected)
                            .filter(entry -> entry.value().getTable().equals("news.utterances.v1"))
                            .map(TestRecord::value))
                    .isNotEmpty()
                    .allMatch(entry -> entry.getKnownAt().equals(Events.minute(30)));
        }
    }

    @Test
    void shouldSplitJoinAndPartCopies() {
        try (TopologyRun run = real()) {
            run.send(
                    Events.version("a1", 10, BRIDGE), Events.version("b1", 11, BRIDGE), Events.version("c1", 12, FIRE));
            Map<String, String> before = run.digest();
            Correction noCopy = Said.pair(CorrectionKind.NOT_A_COPY, "a1", "b1", 30);
            Correction same = Said.pair(CorrectionKind.SAME_STORY, "c1", "a1", 31);
            Correction other = Said.pair(CorrectionKind.OTHER_STORY, "b1", "a1", 32);

            run.correct(noCopy);
            assertThat(run.row(t -> t.placements, "b1").getCopyOf()).isNull();
            assertThat(run.row(t -> t.placements, "b1").getCorrections())
                    .extracting(pair -> pair.getCorrection() + " " + pair.getKind() + " " + pair.getArticleId())
                    .containsExactly(noCopy.getId() + " NOT_A_COPY a1");
            run.correct(same);
            assertThat(run.row(t -> t.placements, "c1").getStory())
                    .isEqualTo(run.row(t -> t.placements, "a1").getStory());
            assertThat(run.row(t -> t.placements, "c1").getStoryLinks())
                    .extracting(StoryLink::getArticleId, StoryLink::getCorrection)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("a1", same.getId()));
            run.correct(other);
            assertThat(run.row(t -> t.placements, "b1").getStory())
                    .isNotEqualTo(run.row(t -> t.placements, "a1").getStory());
            assertThat(run.row(
                                    t -> t.coverage,
                                    "story:" + run.row(t -> t.placements, "a1").getStory())
                            .getArticles())
                    .isEqualTo(2);

            run.correct(Said.back(same, 40)).correct(Said.back(noCopy, 41)).correct(Said.back(other, 42));
            assertThat(run.digest()).isEqualTo(before);
        }
    }

    @Test
    void shouldTakeTheLastThatIsSaidOfTwoStories() {
        try (TopologyRun run = real()) {
            run.send(Events.version("a1", 10, BRIDGE), Events.version("b1", 11, FIRE));
            run.correct(Said.pair(CorrectionKind.OTHER_STORY, "a1", "b1", 31));
            run.correct(Said.pair(CorrectionKind.SAME_STORY, "b1", "a1", 30));
            assertThat(run.row(t -> t.placements, "b1").getCorrections()).hasSize(1);
            assertThat(run.row(t -> t.placements, "b1").getStory())
                    .isNotEqualTo(run.row(t -> t.placements, "a1").getStory());

            run.correct(Said.pair(CorrectionKind.SAME_STORY, "a1", "b1", 32));
            assertThat(run.row(t -> t.placements, "b1").getStory())
                    .isEqualTo(run.row(t -> t.placements, "a1").getStory());
        }
    }

    @Test
    void shouldNotLetACorrectionMoveTheDesksTime() {
        Map<String, String> settings = Map.of(
                DeskSettings.WINDOW_CONFIG, "3600000",
                DeskSettings.STORY_SPAN_CONFIG, "7200000",
                DeskSettings.DISORDER_CONFIG, "0",
                DeskSettings.RETENTION_CONFIG, "36000000");
        DeskSettings desk = new DeskSettings(3_600_000, 7_200_000, 0, 36_000_000);
        try (TopologyRun run = new TopologyRun(
                SketchingAnalyzer::analyze, language -> new TextDesk(language, desk.desk()), settings)) {
            run.send(Events.version("a1", 10, BRIDGE));
            run.correct(Said.pair(CorrectionKind.NOT_A_COPY, "a1", "z", 5_000));
            run.send(Events.version("b1", 11, BRIDGE));

            assertThat(run.row(t -> t.placements, "b1").getLate()).isFalse();
            assertThat(run.row(t -> t.placements, "b1").getCopyOf()).isEqualTo("a1");
        }
    }

    @Test
    void shouldForgetTheCorrectionsOfAnErasedArticle() {
        try (TopologyRun never = new TopologyRun().send(Events.version("a1", 10, TEXT));
                TopologyRun back = new TopologyRun().send(Events.version("a1", 10, TEXT))) {
            back.correct(Said.speaker("a1", 30, TEXT, WORDS, "Ivanov"));
            back.erase("a1");
            back.send(Events.version("a1", 10, TEXT));

            assertThat(back.digest()).isEqualTo(never.digest());
        }
    }

    @Test
    void shouldSendBadCorrectionsToTheDeadLetters() {
        Correction good = Said.speaker("a1", 30, TEXT, WORDS, "Ivanov");
        try (TopologyRun run = new TopologyRun(
                FakeAnalyzer::analyze, FakeDesk::new, Map.of("processing.guarantee", "at_least_once"))) {
            run.send(Events.version("a1", 10, TEXT));
            Map<String, String> before = run.digest();

            run.correct("a1", Corrections.named(Said.said("a1", 30).setKind(CorrectionKind.UNKNOWN)));
            run.correct("b1", good);
            run.correct("", Correction.newBuilder(good).setArticleId("").build());
            run.correct(
                    "a1", Correction.newBuilder(good).setId("0123456789abcdef").build());
            run.correct("a1", Correction.newBuilder(good).setSpeaker("Sidorov").build());
            run.correct(
                    "a1",
                    Corrections.named(Correction.newBuilder(good)
                            .setQuote(new CorrectedQuote(9, 9, Corrections.textHash(WORDS)))));
            run.correct("a1", Corrections.named(Correction.newBuilder(good).setObservedAt(Events.minute(100_011))));
            run.correct("a1", Corrections.named(Said.said("a1", 30).setKind(CorrectionKind.NOT_A_COPY)));
            run.correct(
                    "a1",
                    Corrections.named(Said.said("a1", 30)
                            .setKind(CorrectionKind.SAME_STORY)
                            .setOtherArticleId("a1")));
            run.correct("a1", Corrections.named(Correction.newBuilder(good).setOtherArticleId("b1")));

            assertThat(run.deadLetters())
                    .extracting(DeadLetter::getReason)
                    .containsExactly(
                            "BAD_RECORD",
                            "BAD_RECORD",
                            "MISSING_FIELD",
                            "BAD_RECORD",
                            "BAD_RECORD",
                            "BAD_RECORD",
                            "FUTURE",
                            "MISSING_FIELD",
                            "BAD_RECORD",
                            "BAD_RECORD");
            assertThat(run.deadLetters()).allMatch(letter -> letter.getLength() > 0);
            assertThat(run.digest()).isEqualTo(before);
        }
    }

    private static TopologyRun real() {
        return new TopologyRun(
                SketchingAnalyzer::analyze, language -> new TextDesk(language, DeskConfig.defaults()), Map.of());
    }

    private static Quote quote(TopologyRun run, String articleId) {
        return run.row(t -> t.analyses, articleId).getQuotes().get(0);
    }
}
