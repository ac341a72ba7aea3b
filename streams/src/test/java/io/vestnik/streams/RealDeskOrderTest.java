/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.streams.desk.TextDesk;
import io.vestnik.text.Analysis;
import io.vestnik.text.Analyzer;
import io.vestnik.text.Document;
import io.vestnik.text.desk.DeskConfig;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * With the real desk: whatever the order of arrival, the final tables are those of a straight run, and what they say is
 * what the rules say of the events.
 */
class RealDeskOrderTest {
    private static final String BRIDGE = "Губернатор области открыл в субботу новый мост через реку Вятку у посёлка"
            + " Заречный. Строительство заняло четыре года и обошлось бюджету в 12 миллиардов рублей. ";
    private static final String FERRY = "Паромную переправу закроют в понедельник, сообщили в дорожной службе. Её"
            + " понтоны передадут соседнему району, где моста ещё нет. ";
    private static final String FIRE = "В Вологде ночью сгорел склад пиломатериалов площадью 800 квадратных метров."
            + " Пожарные работали до утра, пострадавших нет, причину возгорания устанавливают. ";
    private static final String THANKS = "Мы построили этот мост за четыре года вместо пяти запланированных";
    private static final String MORE_THANKS = THANKS + " и я благодарю строителей за терпение";
    private static final String CHECKED = "Склад проверяли весной и никаких нарушений не нашли";

    /** For {@link SketchingAnalyzer}. */
    private static final List<String> MARKED = List.of(
            BRIDGE + FERRY + "@Ivanov <Ivanov: " + THANKS + ">",
            BRIDGE + FERRY + "@Ivanov <Ivanov: " + MORE_THANKS + ">",
            BRIDGE + "@Ivanov <Ivanov: " + THANKS + "> @Petrov <Petrov: " + CHECKED + ">",
            FERRY + "@Ivanov <Ivanov: " + MORE_THANKS + "> <: " + CHECKED + ">",
            FIRE + "@Petrov <Petrov: " + CHECKED + ">",
            FIRE + BRIDGE,
            FIRE);

    /** For the real analyzer. */
    private static final List<String> PLAIN = List.of(
            BRIDGE + FERRY + "«" + THANKS + "», – сказал губернатор Иван Петров.",
            BRIDGE + FERRY + "«" + MORE_THANKS + "», – заявил Иван Петров. Позже Петров уехал.",
            FERRY + "По словам Ивана Петрова, мост построили за четыре года.",
            FIRE + "«" + CHECKED + "», – отметил начальник службы Олег Сомов.",
            "The governor opened a new bridge over the Vyatka river on Saturday. \"We built this bridge in four years"
                    + " instead of five,\" Ivan Petrov said.",
            FIRE);

    private static final Analyzer ANALYZER = new Analyzer();

    @Provide
    Arbitrary<List<ArticleEvent>> marked() {
        return Histories.of(MARKED);
    }

    @Provide
    Arbitrary<List<ArticleEvent>> plain() {
        return Histories.of(PLAIN);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void shouldGiveOneDigestForEveryOrderOfArrival(@ForAll("marked") List<ArticleEvent> events, @ForAll Random random) {
        shouldGiveOneDigest(SketchingAnalyzer::analyze, events, random);
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void shouldGiveOneDigestWithTheRealAnalyzerToo(@ForAll("plain") List<ArticleEvent> events, @ForAll Random random) {
        shouldGiveOneDigest(ANALYZER::analyze, events, random);
    }

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void shouldSayWhatTheRulesSayOfTheEvents(@ForAll("marked") List<ArticleEvent> events) {
        try (TopologyRun run = run(SketchingAnalyzer::analyze, events)) {
            ExpectedTables expected = new ExpectedTables(events, SketchingAnalyzer::analyze);
            assertThat(run.table(t -> t.analyses)).isEqualTo(expected.analyses());
            assertThat(run.table(t -> t.placements)).isEqualTo(expected.placements());
            assertThat(run.table(t -> t.utterances)).isEqualTo(expected.utterances());
            Map<String, Integer> articles = new TreeMap<>();
            for (Coverage coverage : run.table(t -> t.coverage).values()) {
                articles.put(coverage.getTopic(), coverage.getArticles());
            }
            articles.keySet().removeIf(topic -> topic.startsWith("entity:"));
            assertThat(articles).isEqualTo(expected.articles());
        }
    }

    /** Or the properties above would say little. */
    @Test
    void shouldFindCopiesStoriesAndUtterancesInTheTextsOfThisTest() {
        List<ArticleEvent> events = new ArrayList<>();
        for (int i = 0; i < MARKED.size(); i++) {
            events.add(Events.version("m" + i, 10 + i, MARKED.get(i)));
        }
        ExpectedTables expected = new ExpectedTables(events, SketchingAnalyzer::analyze);

        assertThat(expected.placements().values()).anyMatch(placement -> placement.getCopyOf() != null);
        assertThat(expected.placements().values())
                .anyMatch(placement -> !placement.getDerivedFrom().isEmpty());
        assertThat(expected.articles().values()).anyMatch(articles -> articles > 1 && articles < MARKED.size());
        assertThat(expected.utterances().values()).anyMatch(utterance -> utterance.getMembers() > 2);
    }

    private static void shouldGiveOneDigest(
            Function<Document, Analysis> analyzer, List<ArticleEvent> events, Random random) {
        List<ArticleEvent> shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);
        try (TopologyRun straight = run(analyzer, events);
                TopologyRun other = run(analyzer, shuffled)) {
            assertThat(other.digest()).isEqualTo(straight.digest());
        }
    }

    private static TopologyRun run(Function<Document, Analysis> analyzer, List<ArticleEvent> events) {
        TopologyRun run = new TopologyRun(analyzer, language -> new TextDesk(language, DeskConfig.defaults()), Map.of())
                .send(events);
        assertThat(run.deadLetters()).isEmpty();
        return run;
    }
}
