/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import io.vestnik.text.QuoteKind;
import io.vestnik.text.SpeakerType;
import io.vestnik.text.desk.copies.CopyConfig;
import io.vestnik.text.desk.stories.StoryConfig;
import io.vestnik.text.desk.utterances.Utterance;
import io.vestnik.text.desk.utterances.UtteranceConfig;

import static org.assertj.core.api.Assertions.assertThat;

/** What the desk says is a function of the set of articles, whatever happened on the way to it. */
class DeskOrderTest {
    private static final int ARTICLES = 14;
    private static final long DAY = 86_400_000L;
    private static final String[] SENTENCES = {
        "Губернатор области Иван Петров открыл в субботу новый мост через реку Вятку.",
        "Строительство моста заняло четыре года и обошлось бюджету в 12 миллиардов рублей.",
        "Движение по старой переправе закроют в понедельник, сообщили в дорожной службе.",
        "В Вологде сгорел склад пиломатериалов площадью 800 квадратных метров.",
        "Пожарные работали на месте всю ночь, пострадавших нет, причину устанавливают.",
        "Жители соседних домов рассказали, что слышали хлопки перед возгоранием.",
        "Хоккейный клуб из Омска выиграл седьмой матч подряд и возглавил таблицу.",
        "Вратарь отразил тридцать бросков и был признан лучшим игроком встречи.",
    };
    private static final String[] SAYINGS = {
        "Мы построили этот мост за четыре года вместо пяти запланированных",
        "Мы построили этот мост за четыре года вместо пяти запланированных, и я благодарю строителей",
        "я благодарю строителей за их терпение и настойчивость",
        "Склад проверяли весной и никаких нарушений пожарной безопасности не нашли",
        "Склад весной проверяли и нарушений безопасности не нашли",
        "Губернатор мост построил за четыре года вместо запланированных пяти, строителей он благодарит",
    };
    private static final String[] SPEAKERS = {
        "Иван Петров", "Иван Петров", "Петров", "Пётр Петров", "И. Петров", "Олег Зуев"
    };

    /** One step on the way: an article and its version, or a removal. */
    private record Step(int article, int version) {
        boolean removes() {
            return version < 0;
        }
    }

    @Provide
    Arbitrary<List<Integer>> seeds() {
        return Arbitraries.integers().list().ofSize(3);
    }

    @Property(tries = 150)
    void shouldSayTheSameWhateverTheOrder(@ForAll("seeds") List<Integer> seeds) {
        Random random = new Random(seeds.get(0));
        Map<Integer, Integer> current = new TreeMap<>();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < 3 * ARTICLES; i++) {
            Step step = new Step(random.nextInt(ARTICLES), random.nextInt(4) - 1);
            steps.add(step);
            if (step.removes()) {
                current.remove(step.article);
            } else {
                current.put(step.article, step.version);
            }
        }
        Desk wandering = new Desk("ru", config());
        Told told = new Told();
        for (Step step : steps) {
            told.take(
                    step.removes()
                            ? wandering.remove(id(step.article))
                            : wandering.put(article(seeds.get(1), step.article, step.version)));
        }
        Desk straight = new Desk("ru", config());
        current.forEach((article, version) -> straight.put(article(seeds.get(1), article, version)));
        Desk restored = new Desk("ru", config());
        List<Integer> order = new ArrayList<>(current.keySet());
        Collections.shuffle(order, new Random(seeds.get(2)));
        order.forEach(
                article -> restored.put(article(seeds.get(1), article, Objects.requireNonNull(current.get(article)))));

        assertThat(wandering.placements()).isEqualTo(straight.placements());
        assertThat(List.copyOf(wandering.utterances())).isEqualTo(List.copyOf(straight.utterances()));
        assertThat(restored.placements()).isEqualTo(straight.placements());
        assertThat(List.copyOf(restored.utterances())).isEqualTo(List.copyOf(straight.utterances()));
        assertThat(List.copyOf(told.placements.values())).isEqualTo(straight.placements());
        assertThat(List.copyOf(told.utterances.values())).isEqualTo(List.copyOf(straight.utterances()));
    }

    @Property(tries = 50)
    void shouldTellOnlyWhatChanged(@ForAll("seeds") List<Integer> seeds) {
        Random random = new Random(seeds.get(0));
        Desk desk = new Desk("ru", config());
        Told told = new Told();
        for (int i = 0; i < 2 * ARTICLES; i++) {
            int article = random.nextInt(ARTICLES);
            DeskChange change = random.nextInt(4) == 0
                    ? desk.remove(id(article))
                    : desk.put(article(seeds.get(1), article, random.nextInt(3)));
            assertThat(change.placements()).noneMatch(placement -> told.placements.containsValue(placement));
            assertThat(change.utterances()).noneMatch(utterance -> told.utterances.containsValue(utterance));
            assertThat(change.removedUtterances()).allMatch(utterance -> told.utterances.containsValue(utterance));
            told.take(change);
        }
    }

    /** What a follower of the changes knows. */
    static final class Told {
        final TreeMap<String, Placement> placements = new TreeMap<>();
        final TreeMap<String, Utterance> utterances = new TreeMap<>();

        void take(DeskChange change) {
            change.removedPlacements().forEach(placements::remove);
            change.placements().forEach(placement -> placements.put(placement.articleId(), placement));
            change.removedUtterances().forEach(utterance -> utterances.remove(utterance.id()));
            change.utterances().forEach(utterance -> utterances.put(utterance.id(), utterance));
        }
    }

    /** Lists of one and two articles overflow, so that hubs come and go. */
    static DeskConfig config() {
        DeskConfig defaults = DeskConfig.defaults();
        CopyConfig copies = defaults.copies();
        return new DeskConfig(
                DeskConfig.UNLIMITED,
                new CopyConfig(
                        3 * DAY,
                        copies.containment(),
                        copies.excerptLength(),
                        copies.facts(),
                        copies.derivationShare(),
                        2),
                new StoryConfig(3 * DAY, 4 * DAY, 6 * DAY, 2, -1500, -2500, 1000, 600, 150),
                new UtteranceConfig(3 * DAY, 2));
    }

    static String id(int article) {
        return "article-" + article;
    }

    static DeskArticle article(int seed, int article, int version) {
        Random random = new Random(seed * 1_000_003L + article * 31L + version);
        TestArticle made = TestArticle.article(id(article)).at(new Random(seed + article).nextInt(7) * DAY);
        int from = random.nextInt(SENTENCES.length);
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            made.says(SENTENCES[(from + i) % SENTENCES.length]);
        }
        if (random.nextInt(4) == 0) {
            made.quotes("Иван Петров", QuoteKind.TURN, SAYINGS[1] + ". " + SAYINGS[2] + ". " + SAYINGS[3]);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            String speaker = random.nextInt(8) == 0 ? null : SPEAKERS[random.nextInt(SPEAKERS.length)];
            QuoteKind kind = random.nextInt(3) == 0 ? QuoteKind.INDIRECT : QuoteKind.DIRECT;
            made.quotes(speaker, kind, SAYINGS[random.nextInt(SAYINGS.length)]);
        }
        if (random.nextInt(6) == 0) {
            made.quotes("губернатор", SpeakerType.ROLE, "губернатор", QuoteKind.DIRECT, SAYINGS[0]);
        } else if (random.nextInt(6) == 0) {
            made.quotes("Иван Петров", SpeakerType.PER, "губернатор Иван Петров", QuoteKind.DIRECT, SAYINGS[0]);
        }
        return made.build();
    }
}
