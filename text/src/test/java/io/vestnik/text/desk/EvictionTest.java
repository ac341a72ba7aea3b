/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vestnik.text.QuoteKind;
import io.vestnik.text.desk.copies.CopyConfig;
import io.vestnik.text.desk.stories.StoryConfig;
import io.vestnik.text.desk.utterances.Utterance;
import io.vestnik.text.desk.utterances.UtteranceConfig;

import static io.vestnik.text.desk.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

/** A desk that gives up what is done with says the same as one that keeps all, as long as articles come in time. */
class EvictionTest {
    private static final long DAY = 86_400_000L;
    private static final long DISORDER = 2 * DAY;
    private static final int ARTICLES = 160;
    private static final String[] EVENTS = {
        "Губернатор Иван Петров открыл новый мост через реку Вятку в Кирове",
        "В Вологде сгорел склад пиломатериалов площадью восемьсот метров",
        "Хоккейный клуб из Омска выиграл седьмой матч подряд и возглавил таблицу",
        "Учёные Томска описали новый вид жуков из Саянских гор",
        "Суд в Перми арестовал бухгалтера завода по делу о растрате",
    };
    private static final String[] MORE = {
        "Строительство моста заняло четыре года и обошлось бюджету в 12 миллиардов рублей.",
        "Пожарные работали на месте всю ночь, пострадавших нет, причину устанавливают.",
        "Вратарь отразил тридцать бросков и был признан лучшим игроком встречи.",
        "Жуки живут под корой кедра и выходят наружу только по ночам в июле.",
        "Адвокат обещал обжаловать решение и представить документы в среду.",
    };

    @Property(tries = 60)
    void shouldSayTheSameAsADeskThatKeepsAll(@ForAll long seed) {
        compare(seed);
    }

    /** Here an arrival pushes a text out of the hubs that is like one that stays, which is like one that is as old. */
    @ParameterizedTest
    @ValueSource(longs = {5374, 6397, 7126})
    void shouldPlaceAnewByAllThatAnArticleIsRelatedTo(long seed) {
        compare(seed);
    }

    @Test
    void shouldGiveUpAGoodPartOfTheArticles() {
        int gone = 0;
        for (int seed = 0; seed < 10; seed++) {
            gone += compare(seed);
        }
        assertThat(gone).isGreaterThan(10 * ARTICLES / 3);
    }

    /** Puts the same articles to a bounded desk and to one that keeps all; gives the number of those given up. */
    private static int compare(long seed) {
        List<DeskArticle> articles = articles(new Random(seed));
        Told bounded = new Told(new Desk("ru", config(DISORDER, 2)));
        Told unlimited = new Told(new Desk("ru", config(DeskConfig.UNLIMITED, 2)));

        for (DeskArticle article : arrivals(articles, new Random(seed + 1))) {
            bounded.take(article);
            unlimited.take(article);
        }

        assertThat(bounded.placements.keySet()).isEqualTo(unlimited.placements.keySet());
        bounded.placements.forEach((id, placement) -> assertThat(placement).isEqualTo(unlimited.placements.get(id)));
        assertThat(bounded.utterances.keySet()).isEqualTo(unlimited.utterances.keySet());
        bounded.utterances.forEach((id, utterance) -> assertThat(utterance).isEqualTo(unlimited.utterances.get(id)));
        assertThat(unlimited.gone).isEmpty();
        assertThat(bounded.gone).doesNotHaveDuplicates();
        return bounded.gone.size();
    }

    /** Restored from what is held, in any order, it is the same desk, also when a retraction comes. */
    @Property(tries = 60)
    void shouldBeTheSameDeskWhenRestored(@ForAll long seed) {
        List<DeskArticle> articles = articles(new Random(seed));
        Told bounded = new Told(new Desk("ru", config(DISORDER, 10)));
        arrivals(articles, new Random(seed + 1)).forEach(bounded::take);
        List<DeskArticle> held = new ArrayList<>(articles);
        held.removeIf(article -> !bounded.desk.holds(article.articleId()));
        Collections.shuffle(held, new Random(seed));
        Desk restored = new Desk("ru", config(DISORDER, 10));
        held.forEach(restored::put);

        for (int i = 0; i < held.size(); i++) {
            assertThat(restored.placements().get(i))
                    .isEqualTo(bounded.desk.placements().get(i));
        }
        for (DeskArticle article : held.subList(0, held.size() / 3)) {
            assertThat(restored.remove(article.articleId())).isEqualTo(bounded.desk.remove(article.articleId()));
        }
        assertThat(restored.placements()).isEqualTo(bounded.desk.placements());
        assertThat(List.copyOf(restored.utterances())).isEqualTo(List.copyOf(bounded.desk.utterances()));
    }

    @Test
    void shouldGiveUpTheOldEndOfATopicThatIsReportedDayByDay() {
        Desk desk = new Desk("ru", config(DISORDER, 2));
        List<String> gone = new ArrayList<>();
        for (int day = 0; day < 60; day++) {
            desk.put(article("day-" + day)
                    .at(day * DAY)
                    .says("Курс доллара на бирже вырос, сообщил Банк России. Торги валютой идут в Москве.")
                    .build());
            for (int i = 0; i < 3; i++) {
                desk.evict(day * DAY).forEach(group -> gone.addAll(group.articles()));
            }
        }

        assertThat(gone).contains("day-0", "day-30").doesNotContain("day-50");
    }

    @Test
    void shouldKeepAComponentWholeUntilItsNewestArticleIsOld() {
        Desk desk = new Desk("ru", config(DISORDER, 2));
        desk.put(article("early").at(0).says(EVENTS[0]).says(MORE[0]).build());
        desk.put(article("copy").at(3 * DAY).says(EVENTS[0]).says(MORE[0]).build());
        desk.put(article("other").at(0).says(EVENTS[1]).says(MORE[1]).build());

        assertThat(evicted(desk, 9 * DAY)).singleElement().satisfies(group -> assertThat(group.articles())
                .containsExactly("other"));
        assertThat(evicted(desk, 13 * DAY)).singleElement().satisfies(group -> {
            assertThat(group.articles()).containsExactly("copy", "early");
            assertThat(group.newest()).isEqualTo(3 * DAY);
            assertThat(group.stories()).hasSize(1);
        });
        assertThat(desk.placements()).isEmpty();
    }

    @Test
    void shouldTellWhatComesTooLate() {
        DeskConfig config = config(DISORDER, 2);

        assertThat(config.isLate(3 * DAY, 5 * DAY)).isFalse();
        assertThat(config.isLate(3 * DAY - 1, 5 * DAY)).isTrue();
        assertThat(DeskConfig.defaults().isLate(0, Long.MAX_VALUE)).isFalse();
        Placement late = Desk.late(article("late").at(1).says(EVENTS[0]).build());
        assertThat(late.late()).isTrue();
        assertThat(late.copyOf()).isNull();
        assertThat(late.storyLinks()).isEmpty();
    }

    private static List<ColdGroup> evicted(Desk desk, long newest) {
        List<ColdGroup> groups = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            groups.addAll(desk.evict(newest));
        }
        return groups;
    }

    /** What a follower of a desk knows, and what the desk has given up. */
    private static final class Told {
        private final Desk desk;
        private final TreeMap<String, Placement> placements = new TreeMap<>();
        private final TreeMap<String, Utterance> utterances = new TreeMap<>();
        private final List<String> gone = new ArrayList<>();
        private long newest;

        Told(Desk desk) {
            this.desk = desk;
        }

        void take(DeskArticle article) {
            newest = Math.max(newest, article.firstObservedAt());
            DeskChange change = desk.put(article);
            change.placements().forEach(placement -> placements.put(placement.articleId(), placement));
            change.removedUtterances().forEach(utterance -> utterances.remove(utterance.id()));
            change.utterances().forEach(utterance -> utterances.put(utterance.id(), utterance));
            desk.evict(newest).forEach(group -> gone.addAll(group.articles()));
        }
    }

    /** An order in which no article comes more than the disorder behind the newest. */
    private static List<DeskArticle> arrivals(List<DeskArticle> articles, Random random) {
        TreeMap<String, Long> at = new TreeMap<>();
        articles.forEach(article -> at.put(
                article.articleId(), article.firstObservedAt() + random.nextInt((int) (DISORDER / 1000)) * 1000L));
        List<DeskArticle> arrivals = new ArrayList<>(articles);
        arrivals.sort(Comparator.comparing(article -> at.get(article.articleId())));
        return arrivals;
    }

    private static List<DeskArticle> articles(Random random) {
        List<DeskArticle> articles = new ArrayList<>();
        TreeSet<Long> times = new TreeSet<>();
        while (times.size() < ARTICLES) {
            times.add((long) random.nextInt(40 * 24) * DAY / 24 + random.nextInt(1000));
        }
        int i = 0;
        for (long time : times) {
            // An event comes up for some days, pauses, and comes up again.
            int event = (int) (time / DAY / 4 + random.nextInt(2)) % EVENTS.length;
            TestArticle made = article("article-" + i++).at(time).says(EVENTS[event]);
            for (int j = random.nextInt(4); j > 0; j--) {
                made.says(MORE[random.nextInt(3) == 0 ? random.nextInt(MORE.length) : event]);
            }
            if (random.nextInt(3) == 0) {
                made.quotes("Иван Петров", QuoteKind.DIRECT, MORE[event]);
            }
            articles.add(made.build());
        }
        return articles;
    }

    private static DeskConfig config(long disorder, int hubs) {
        DeskConfig defaults = DeskConfig.of(3 * DAY, 4 * DAY, disorder);
        CopyConfig copies = defaults.copies();
        return new DeskConfig(
                disorder,
                new CopyConfig(
                        3 * DAY,
                        copies.containment(),
                        copies.excerptLength(),
                        copies.facts(),
                        copies.derivationShare(),
                        hubs),
                new StoryConfig(3 * DAY, 4 * DAY, 5 * DAY, hubs, -500, -700, 500, 600, 600),
                new UtteranceConfig(3 * DAY, hubs));
    }
}
