/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.Correction;
import io.vestnik.schemas.avro.CorrectionKind;
import io.vestnik.streams.desk.TextDesk;
import io.vestnik.text.desk.DeskConfig;

import static org.assertj.core.api.Assertions.assertThat;

/** Events and corrections are one set: no order of arrival changes the tables, and what was taken back leaves no trace. */
class CorrectionsOrderTest {
    private static final String BRIDGE = "Губернатор области открыл в субботу новый мост через реку Вятку у посёлка"
            + " Заречный. Строительство заняло четыре года и обошлось бюджету в 12 миллиардов рублей. ";
    private static final String FIRE = "В Вологде ночью сгорел склад пиломатериалов площадью 800 квадратных метров."
            + " Пожарные работали до утра, пострадавших нет, причину возгорания устанавливают. ";
    private static final String THANKS = "Мы построили этот мост за четыре года вместо пяти запланированных";
    private static final String CHECKED = "Склад проверяли весной и никаких нарушений не нашли";
    private static final List<String> TEXTS = List.of(
            BRIDGE + "@Ivanov <Ivanov: " + THANKS + ">",
            BRIDGE + "@Ivanov <Petrov: " + THANKS + "> <: " + CHECKED + ">",
            FIRE + "@Petrov <Petrov: " + CHECKED + ">",
            FIRE + BRIDGE);

    @Provide
    Arbitrary<List<ArticleEvent>> histories() {
        return Histories.of(TEXTS);
    }

    @Provide
    Arbitrary<List<Correction>> corrections() {
        Arbitrary<String> articles = Arbitraries.of("a1", "a2", "b1", "b2", "c1");
        Arbitrary<Integer> minutes = Arbitraries.integers().between(10, 20);
        Arbitrary<CorrectionKind> kinds =
                Arbitraries.of(CorrectionKind.NOT_A_COPY, CorrectionKind.SAME_STORY, CorrectionKind.OTHER_STORY);
        Arbitrary<Correction> pairs = Combinators.combine(kinds, articles, articles, minutes)
                .filter((kind, one, other, minute) -> !one.equals(other))
                .as(Said::pair);
        Arbitrary<Correction> speakers = Combinators.combine(
                        articles,
                        minutes,
                        Arbitraries.of(TEXTS.get(0), TEXTS.get(1)),
                        Arbitraries.of("Ivanov", "Sidorov").injectNull(0.3))
                .as((id, minute, text, speaker) -> Said.speaker(id, minute, text, THANKS, speaker));
        return Arbitraries.oneOf(pairs, pairs, speakers).list().ofMinSize(1).ofMaxSize(6);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.BOUNDED)
    void shouldGiveOneDigestForEveryOrderOfArrival(
            @ForAll("histories") List<ArticleEvent> events,
            @ForAll("corrections") List<Correction> corrections,
            @ForAll Random random) {
        List<Consumer<TopologyRun>> steps = new ArrayList<>();
        events.forEach(event -> steps.add(run -> run.send(event)));
        for (Correction correction : corrections) {
            steps.add(run -> run.correct(correction));
            if (random.nextInt(3) == 0) {
                Correction[] back = Said.back(correction, 10 + random.nextInt(12));
                steps.add(run -> run.correct(back));
            }
        }
        List<Consumer<TopologyRun>> shuffled = new ArrayList<>(steps);
        Collections.shuffle(shuffled, random);

        assertThat(digest(shuffled)).isEqualTo(digest(steps));
    }

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void shouldGiveTheDigestOfARunThatNeverSawWhatWasTakenBack(
            @ForAll("histories") List<ArticleEvent> events,
            @ForAll("corrections") List<Correction> corrections,
            @ForAll Random random) {
        List<Consumer<TopologyRun>> never = new ArrayList<>();
        events.forEach(event -> never.add(run -> run.send(event)));
        List<Consumer<TopologyRun>> steps = new ArrayList<>(never);
        for (Correction correction : corrections) {
            steps.add(random.nextInt(steps.size() + 1), run -> run.correct(correction));
            steps.add(random.nextInt(steps.size() + 1), run -> run.correct(Said.back(correction, 30)));
        }

        assertThat(digest(steps)).isEqualTo(digest(never));
    }

    private static Map<String, String> digest(List<Consumer<TopologyRun>> steps) {
        try (TopologyRun run = new TopologyRun(
                SketchingAnalyzer::analyze, language -> new TextDesk(language, DeskConfig.defaults()), Map.of())) {
            steps.forEach(step -> step.accept(run));
            assertThat(run.deadLetters()).isEmpty();
            return run.digest();
        }
    }
}
