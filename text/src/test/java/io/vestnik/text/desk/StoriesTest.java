/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.Objects;

import org.junit.jupiter.api.Test;

import io.vestnik.text.EntityIds;

import static io.vestnik.text.desk.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

/** Which articles are one event, which events one thread. */
class StoriesTest {
    private static final long DAY = 86_400_000L;
    private static final String CRASH =
            "Автобус столкнулся с лесовозом на трассе под Костромой, погибли шесть пассажиров. ";
    private static final String CRASH_AGAIN =
            "Шесть пассажиров автобуса погибли при столкновении с лесовозом на трассе под Костромой. ";
    private static final String ARREST = "Суд арестовал водителя лесовоза на два месяца, защита обжалует решение. "
            + "Лесовоз столкнулся с автобусом на трассе под Костромой, погибли шесть пассажиров автобуса. ";
    private static final String BRIDGE = "Новый мост через реку Вятку открыли в Кирове после четырёх лет стройки. ";

    private final Desk desk = new Desk("ru");

    @Test
    void shouldTellOneEventInOtherWordsAsOneStory() {
        put("a", 1, "Автобус столкнулся с лесовозом под Костромой", CRASH);
        put("b", 2, "Под Костромой при столкновении автобуса с лесовозом погибли шесть пассажиров", CRASH_AGAIN);
        put("c", 3, "Мост через Вятку открыт", BRIDGE);

        assertThat(story("b")).isEqualTo(story("a")).isNotEqualTo(story("c"));
        assertThat(placement("b").storyLinks()).singleElement().satisfies(link -> {
            assertThat(link.articleId()).isEqualTo("a");
            assertThat(link.similarity()).isBetween(500, 1000);
            assertThat(link.shared()).contains("лесовоз", "автобус");
        });
        assertThat(placement("a").thread()).isEqualTo(story("a"));
        assertThat(placement("c").thread()).isEqualTo(story("c"));
    }

    @Test
    void shouldTakeAFollowUpForAnotherStoryOfTheThread() {
        put("crash", 1, "Автобус столкнулся с лесовозом под Костромой", CRASH);
        put("more", 2, "Шесть пассажиров автобуса погибли под Костромой", CRASH_AGAIN);
        put("arrest", 6 * DAY, "Водителя лесовоза арестовали после аварии с автобусом под Костромой", ARREST);

        assertThat(story("more")).isEqualTo(story("crash"));
        assertThat(story("arrest")).isNotEqualTo(story("crash"));
        assertThat(placement("crash").thread())
                .isEqualTo(EntityIds.hash("crash"))
                .isEqualTo(placement("more").thread())
                .isEqualTo(placement("arrest").thread());
    }

    @Test
    void shouldLetTheEvidenceFadeWithTime() {
        put("a", 1, "Автобус столкнулся с лесовозом под Костромой", CRASH);
        put("b", 6 * DAY, "Автобус столкнулся с грузовиком под Костромой, погибли пассажиры", CRASH_AGAIN);

        assertThat(story("b")).isNotEqualTo(story("a"));

        put("b", 2, "Автобус столкнулся с грузовиком под Костромой, погибли пассажиры", CRASH_AGAIN);

        assertThat(story("b")).isEqualTo(story("a"));
    }

    @Test
    void shouldNotJoinEventsForOneCommonPerson() {
        desk.put(article("wedding")
                .at(1)
                .title("Константин Заречный сыграл свадьбу")
                .names("Константин Заречный")
                .says("женился на балерине, гостей принимали в усадьбе под Тверью.")
                .build());
        desk.put(article("fine")
                .at(2)
                .title("Константин Заречный заплатит штраф")
                .names("Константин Заречный")
                .says("превысил скорость на кольцевой дороге, инспектор выписал постановление.")
                .build());

        assertThat(story("fine")).isNotEqualTo(story("wedding"));
        assertThat(placement("wedding").thread()).isEqualTo(story("wedding"));
        assertThat(placement("fine").thread()).isEqualTo(story("fine"));
    }

    @Test
    void shouldMoveStoryAndThreadOnWhenTheirFirstIsRetracted() {
        put("crash", 1, "Автобус столкнулся с лесовозом под Костромой", CRASH);
        put("more", 2, "Шесть пассажиров автобуса погибли под Костромой", CRASH_AGAIN);
        put("arrest", 6 * DAY, "Водителя лесовоза арестовали после аварии с автобусом под Костромой", ARREST);

        DeskChange change = desk.remove("crash");

        assertThat(change.placements()).extracting(Placement::articleId).contains("more");
        assertThat(story("more")).isEqualTo(EntityIds.hash("more"));

        desk.remove("more");

        assertThat(placement("arrest").thread()).isEqualTo(story("arrest"));
        assertThat(story("arrest")).isEqualTo(EntityIds.hash("arrest"));
    }

    @Test
    void shouldNotTellOfEarlierArticlesAnewWhenAThreadGoesOn() {
        put("crash", 1, "Автобус столкнулся с лесовозом под Костромой", CRASH);
        put("more", 2, "Шесть пассажиров автобуса погибли под Костромой", CRASH_AGAIN);

        DeskChange gone =
                put("arrest", 6 * DAY, "Водителя лесовоза арестовали после аварии с автобусом под Костромой", ARREST);

        assertThat(gone.placements()).extracting(Placement::articleId).containsExactly("arrest");
        assertThat(desk.remove("arrest").placements()).isEmpty();
    }

    private DeskChange put(String id, long time, String title, String text) {
        return desk.put(article(id).at(time).title(title).says(text).build());
    }

    private String story(String id) {
        return placement(id).story();
    }

    private Placement placement(String id) {
        return Objects.requireNonNull(desk.placement(id));
    }
}
