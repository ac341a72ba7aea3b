/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

import io.vestnik.schemas.Topic;
import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.CoverageMember;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An article that changes its language moves from one desk to another. No record that is written on the way may say that
 * it is gone: not its row, not its place in a topic that it stays in, not the total of that topic.
 */
class LanguageChangeTest {
    private static final String OUTLET = TopicIds.outlet("Outlet a");
    private static final List<String> TEXTS = List.of(
            "#flood @Ivanov <Ivanov: water rises>",
            "#flood @Ivanov @Petrov <Ivanov: water rises>",
            "#match @Sidorov <Sidorov: we won>",
            "#match");

    @Test
    void shouldKeepTheRowOfAnArticleThatMovesAndMovesBack() {
        String text = TEXTS.get(0);
        try (TopologyRun run = new TopologyRun()
                .send(Events.version("a2", 5, text))
                .send(Events.version("a1", 10, text, "ru"))
                .send(Events.version("a1", 20, text, "en"))
                .send(Events.version("a1", 30, text, "ru"))) {
            assertThat(languages(run, "a1")).containsExactly("ru", "en", "ru");
            assertThat(run.row(t -> t.placements, "a1").getCopyOf()).isEqualTo("a2");
            assertThat(run.row(t -> t.coverage, OUTLET).getArticles()).isEqualTo(2);
        }
    }

    @Test
    void shouldTakeTheArticleAwayWhenItIsRetractedFromTheDeskItMovedTo() {
        try (TopologyRun run = new TopologyRun()
                .send(Events.version("a1", 10, TEXTS.get(0), "ru"))
                .send(Events.version("a1", 20, TEXTS.get(0), "en"))
                .send(Events.retraction("a1", 30))) {
            assertThat(languages(run, "a1")).containsExactly("ru", "en", "");
            assertThat(run.tables().rows()).as("nothing is left").isEmpty();
        }
    }

    /** Language of each row written of an article; empty where it was taken away. */
    private static List<String> languages(TopologyRun run, String id) {
        return run.all(t -> t.placements).stream()
                .filter(record -> record.key().equals(id))
                .map(record -> record.value() == null ? "" : record.value().getLanguage())
                .toList();
    }

    @Provide
    Arbitrary<List<ArticleEvent>> moves() {
        return Histories.withoutRetractions(TEXTS);
    }

    @Provide
    Arbitrary<List<ArticleEvent>> histories() {
        return Histories.of(TEXTS);
    }

    @Property(tries = 30, shrinking = ShrinkingMode.BOUNDED)
    void shouldNeverLoseAnArticleThatNobodyRetracted(
            @ForAll("moves") List<ArticleEvent> events, @ForAll Random random) {
        List<ArticleEvent> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);
        try (TopologyRun run = new TopologyRun().send(shuffled)) {
            assertThat(run.all(t -> t.placements)).noneMatch(record -> record.value() == null);
            assertThat(run.all(t -> t.coverageMembers)).noneMatch(this::leavesItsOutlet);
            for (String outlet : List.of("Outlet a", "Outlet b", "Outlet c")) {
                assertThat(totals(run, TopicIds.outlet(outlet))).isSorted();
            }
        }
    }

    @Property(tries = 30, shrinking = ShrinkingMode.BOUNDED)
    void shouldLoseAtEachStepOnlyWhatIsRetractedThen(
            @ForAll("histories") List<ArticleEvent> events, @ForAll Random random) {
        List<ArticleEvent> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);
        try (TopologyRun run = new TopologyRun()) {
            Set<String> before = Set.of();
            for (int i = 0; i < shuffled.size(); i++) {
                int placements = run.all(t -> t.placements).size();
                int members = run.all(t -> t.coverageMembers).size();
                run.send(shuffled.get(i));
                Set<String> stands = new TreeSet<>(new ExpectedTables(shuffled.subList(0, i + 1), FakeAnalyzer::analyze)
                        .analyses()
                        .keySet());

                assertThat(run.table(t -> t.placements).keySet()).isEqualTo(stands);
                assertThat(removed(run, t -> t.placements, placements, stands)).isEmpty();
                Set<String> left = new TreeSet<>(before);
                left.removeAll(stands);
                assertThat(run.all(t -> t.coverageMembers).stream()
                                .skip(members)
                                .filter(this::leavesItsOutlet)
                                .map(LanguageChangeTest::article))
                        .as("articles that leave their outlet")
                        .containsExactlyInAnyOrderElementsOf(left);
                before = stands;
            }
        }
    }

    /** Articles that stand and were taken away all the same, among the records after the first few. */
    private static <V extends SpecificRecord> List<String> removed(
            TopologyRun run, Function<Topics, Topic<V>> table, int after, Set<String> stands) {
        return run.all(table).stream()
                .skip(after)
                .filter(record -> record.value() == null && stands.contains(record.key()))
                .map(TestRecord::key)
                .toList();
    }

    private boolean leavesItsOutlet(TestRecord<String, CoverageMember> record) {
        return record.value() == null && record.key().startsWith("outlet:");
    }

    private static String article(TestRecord<String, CoverageMember> record) {
        return record.key().substring(record.key().lastIndexOf('|') + 1);
    }

    private static List<Integer> totals(TopologyRun run, String topic) {
        return run.all(t -> t.coverage).stream()
                .filter(record -> record.key().equals(topic))
                .map(record -> articles(record.value()))
                .toList();
    }

    private static int articles(Coverage coverage) {
        return coverage == null ? 0 : coverage.getArticles();
    }
}
