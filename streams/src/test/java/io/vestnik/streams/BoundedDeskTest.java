/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.Placement;
import io.vestnik.streams.config.DeskSettings;
import io.vestnik.streams.desk.TextDesk;
import io.vestnik.text.Analyzer;

import static org.assertj.core.api.Assertions.assertThat;

/** Desks that give up what is done with, and what becomes of articles that come too late or change afterwards. */
class BoundedDeskTest {
    private static final int HOUR = 60;
    private static final Analyzer ANALYZER = new Analyzer();
    private static final String BRIDGE =
            "Губернатор области Иван Петров открыл в субботу новый мост через реку Вятку. Строительство заняло четыре "
                    + "года и обошлось бюджету в 12 миллиардов рублей. «Мы построили этот мост за четыре года вместо "
                    + "пяти запланированных», — сказал Иван Петров. Старую переправу закроют в понедельник.";
    private static final String FIRE =
            "В Вологде сгорел склад пиломатериалов площадью 800 квадратных метров. Пожарные работали на месте всю ночь, "
                    + "пострадавших нет, причину устанавливают. Жители соседних домов слышали хлопки.";
    private static final String MATCH =
            "Хоккейный клуб из Омска выиграл седьмой матч подряд и возглавил таблицу. Вратарь отразил тридцать бросков и "
                    + "был признан лучшим игроком встречи. Следующая игра пройдёт в Казани.";

    /** W an hour, S two hours, D half an hour, R ten hours. */
    private static TopologyRun run(long disorderMillis) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                DeskSettings.WINDOW_CONFIG, "3600000",
                DeskSettings.STORY_SPAN_CONFIG, "7200000",
                DeskSettings.DISORDER_CONFIG, Long.toString(disorderMillis),
                DeskSettings.RETENTION_CONFIG, "36000000"));
        DeskSettings desk = new DeskSettings(3_600_000, 7_200_000, disorderMillis, 36_000_000);
        return new TopologyRun(ANALYZER::analyze, language -> new TextDesk(language, desk.desk()), settings);
    }

    private static TopologyRun bounded() {
        return run(1_800_000);
    }

    private static TopologyRun unlimited() {
        return run(DeskSettings.UNLIMITED);
    }

    @Test
    void shouldPlaceAloneWhatComesTooLateAndCountIt() {
        try (TopologyRun run = bounded()
                .send(
                        Events.version("a", HOUR, BRIDGE),
                        Events.version("b", 29, BRIDGE),
                        Events.version("c", 31, BRIDGE))) {
            assertThat(placement(run, "b").getLate()).isTrue();
            assertThat(placement(run, "b").getCopyOf()).isNull();
            assertThat(placement(run, "c").getLate()).isFalse();
            assertThat(placement(run, "a").getCopyOf()).isEqualTo("c");
            assertThat(late(run)).isEqualTo(1);
            assertThat(run.deadLetters()).isEmpty();

            run.send(Events.version("b", HOUR + 1, FIRE));
            assertThat(placement(run, "b").getLate()).isTrue();
            run.send(Events.retraction("b", HOUR + 2));
            assertThat(run.table(t -> t.placements)).containsOnlyKeys("a", "c");
        }
    }

    @Test
    void shouldTakeBackAnArticleThatTheDeskHasGivenUp() {
        List<ArticleEvent> events =
                List.of(Events.version("a", 1, BRIDGE), Events.version("b", 2, BRIDGE), Events.version("c", 3, BRIDGE));
        try (TopologyRun run = bounded().send(events);
                TopologyRun never = unlimited().send(events.subList(1, 3))) {
            passTime(run, never, 10);
            assertThat(held(run)).doesNotContain("ru|a", "ru|b", "ru|c");

            ArticleEvent retraction = Events.retraction("a", 10 * HOUR);
            run.send(retraction);

            assertThat(placement(run, "b").getCopyOf()).isNull();
            assertThat(placement(run, "c").getCopyOf()).isEqualTo("b");
            assertThat(run.digest()).isEqualTo(never.digest());
        }
    }

    @Test
    void shouldCorrectAnArticleThatTheDeskHasGivenUpAmongThoseOfItsGroup() {
        List<ArticleEvent> events = List.of(Events.version("a", 1, BRIDGE), Events.version("b", 2, BRIDGE));
        ArticleEvent correction = Events.version("b", 10 * HOUR, BRIDGE + " " + FIRE + " " + MATCH);
        try (TopologyRun run = bounded().send(events);
                TopologyRun other = unlimited().send(events)) {
            passTime(run, other, 10);
            run.send(correction);
            other.send(correction);

            assertThat(placement(run, "b").getContentHash()).isEqualTo(correction.getContentHash());
            assertThat(placement(run, "b").getLate()).isFalse();
            assertThat(run.digest()).isEqualTo(other.digest());
        }
    }

    @Test
    void shouldForgetWhatIsPastTheRetentionAndStillTakeTheArticleItselfBack() {
        try (TopologyRun run = bounded().send(Events.version("a", 1, BRIDGE), Events.version("b", 2, BRIDGE))) {
            passTime(run, run, 10);
            assertThat(keys(run, "desk-archive")).contains("ru|a", "ru|b");
            passTime(run, run, 30);
            for (String store : List.of("desk-archive", "desk-cold", "desk-stories")) {
                assertThat(keys(run, store)).as(store).doesNotContain("ru|a", "ru|b");
            }
            assertThat(held(run)).doesNotContain("ru|a", "ru|b");

            run.send(Events.retraction("a", 31 * HOUR));

            assertThat(run.table(t -> t.placements)).doesNotContainKey("a").containsKey("b");
            assertThat(run.table(t -> t.coverage)).doesNotContainKey(TopicIds.outlet("Outlet a"));
            assertThat(run.deadLetters()).isEmpty();
        }
    }

    @Test
    void shouldGiveTheDigestOfAnUnlimitedDeskWhileArticlesComeInTime() {
        for (int seed = 0; seed < 3; seed++) {
            Random random = new Random(seed);
            List<ArticleEvent> events = new ArrayList<>();
            Map<String, Integer> arrival = new TreeMap<>();
            for (int i = 0; i < 40; i++) {
                int minute = random.nextInt(8 * HOUR);
                String text = List.of(BRIDGE, FIRE, MATCH).get(minute / 100 % 3);
                events.add(Events.version("article-" + i, minute, text.substring(0, 90 + random.nextInt(80))));
                arrival.put("article-" + i, minute + random.nextInt(HOUR / 2));
            }
            events.sort(Comparator.comparing(event -> arrival.get(event.getArticleId())));
            try (TopologyRun run = bounded().send(events);
                    TopologyRun other = unlimited().send(events)) {
                assertThat(run.digest()).as("seed %d", seed).isEqualTo(other.digest());
                assertThat(late(run)).isZero();
                assertThat(held(run)).hasSizeLessThan(events.size());
                assertThat(held(other)).hasSameSizeAs(events);
            }
        }
    }

    /** Reports of other events, an hour apart, in both runs. */
    private static void passTime(TopologyRun run, TopologyRun other, int hours) {
        int from = run.table(t -> t.placements).size();
        for (int hour = from; hour <= hours; hour++) {
            ArticleEvent event =
                    Events.version("hour-" + hour, hour * HOUR, hour + " " + MATCH.substring(hour, 60 + hour));
            run.send(event);
            if (other != run) {
                other.send(event);
            }
        }
    }

    private static Placement placement(TopologyRun run, String articleId) {
        return run.row(t -> t.placements, articleId);
    }

    private static double late(TopologyRun run) {
        return run.driver().metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("late-articles-total"))
                .mapToDouble(metric -> (double) ((KafkaMetric) metric.getValue()).metricValue())
                .sum();
    }

    private static Set<String> held(TopologyRun run) {
        return run.changelog("desk-articles");
    }

    private static List<String> keys(TopologyRun run, String store) {
        List<String> keys = new ArrayList<>();
        KeyValueStore<String, Object> rows = run.driver().getKeyValueStore(store);
        try (KeyValueIterator<String, Object> all = rows.all()) {
            all.forEachRemaining(row -> keys.add(row.key));
        }
        return keys;
    }
}
