/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.junit.jupiter.api.Test;

import io.vestnik.text.EntityIds;
import io.vestnik.text.PairCorrection.Kind;
import io.vestnik.text.desk.stories.StoryLink;

import static io.vestnik.text.desk.TestArticle.article;
import static org.assertj.core.api.Assertions.assertThat;

/** What people say of two articles, and what follows for the others. */
class PairCorrectionsTest {
    private static final long DAY = 86_400_000L;
    private static final String CRASH = "Автобус столкнулся с лесовозом на трассе под Костромой, погибли шесть"
            + " пассажиров, ещё восемь человек доставлены в больницу. Движение на трассе перекрыто, на месте работают"
            + " спасатели и следователи. ";
    private static final String CRASH_AGAIN =
            "Шесть пассажиров автобуса погибли при столкновении с лесовозом на трассе под Костромой. ";
    private static final String BRIDGE = "Новый мост через реку Вятку открыли в Кирове после четырёх лет стройки. ";
    private static final String BRIDGE_AGAIN =
            "В Кирове после четырёх лет стройки открыли новый мост через реку Вятку, движение пустят в субботу. ";

    private final Desk desk = new Desk("ru");

    @Test
    void shouldKeepACopyThatIsNoneOutOfTheWholeGroup() {
        put("a", 1, CRASH);
        put("b", 2, CRASH);
        put("c", 3, CRASH);
        assertThat(placement("b").copyOf()).isEqualTo("a");

        put("b", 2, CRASH, Kind.NOT_A_COPY, "c");
        assertThat(placement("c").copyOf()).isEqualTo("a");
        put("c", 3, CRASH, Kind.NOT_A_COPY, "b");

        // Both are like the first one. The earlier of the two stays with it, and the later joins no group that has it.
        assertThat(placement("b").copyOf()).isEqualTo("a");
        assertThat(placement("c").copyOf()).isNull();
        assertThat(placement("c").derivedFrom()).isNotEmpty();
        assertThat(placement("c").corrections()).singleElement().satisfies(correction -> {
            assertThat(correction.kind()).isEqualTo(Kind.NOT_A_COPY);
            assertThat(correction.articleId()).isEqualTo("b");
        });

        put("b", 2, CRASH);

        assertThat(placement("c").copyOf()).isEqualTo("a");
    }

    @Test
    void shouldLetALaterCopyJoinTheGroupThatItMayJoin() {
        put("a", 1, CRASH);
        put("b", 2, CRASH, Kind.NOT_A_COPY, "a");
        put("a", 1, CRASH, Kind.NOT_A_COPY, "b");
        put("c", 3, CRASH, Kind.NOT_A_COPY, "a");
        put("d", 4, CRASH);
        desk.put(article("a")
                .at(1)
                .title("a")
                .says(CRASH)
                .corrected(Kind.NOT_A_COPY, "b")
                .corrected(Kind.NOT_A_COPY, "c")
                .build());

        assertThat(placement("b").copyOf()).isNull();
        assertThat(placement("c").copyOf()).isEqualTo("b");
        assertThat(placement("d").copyOf()).isEqualTo("a");
    }

    @Test
    void shouldJoinTheWholeOfTwoStories() {
        put("a", 1, CRASH);
        put("b", 2, CRASH_AGAIN);
        put("c", 3, BRIDGE);
        put("d", 4, BRIDGE_AGAIN);
        assertThat(stories()).hasSize(2);

        put("b", 2, CRASH_AGAIN, Kind.SAME_STORY, "d");
        DeskChange change = put("d", 4, BRIDGE_AGAIN, Kind.SAME_STORY, "b");

        assertThat(stories()).containsExactly(EntityIds.hash("a"));
        assertThat(change.placements()).extracting(Placement::articleId).containsExactly("b", "c", "d");
        assertThat(placement("d").storyLinks())
                .extracting(StoryLink::articleId, StoryLink::correction)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("b", "SAME_STORY:b:d"),
                        org.assertj.core.groups.Tuple.tuple("c", null));
        assertThat(placement("b").storyLinks().get(0).correction()).isEqualTo("SAME_STORY:b:d");
        assertThat(placement("c").thread()).isEqualTo(EntityIds.hash("a"));

        desk.remove("b");

        assertThat(stories()).hasSize(2);
    }

    @Test
    void shouldSplitAStory() {
        put("a", 1, CRASH);
        put("b", 2, CRASH_AGAIN, Kind.OTHER_STORY, "a");
        assertThat(stories()).hasSize(1);

        put("a", 1, CRASH, Kind.OTHER_STORY, "b");

        assertThat(story("b")).isEqualTo(EntityIds.hash("b"));
        assertThat(story("a")).isEqualTo(EntityIds.hash("a"));
    }

    @Test
    void shouldTakeArticlesOfTwoStoriesForNoCopies() {
        put("a", 1, CRASH, Kind.OTHER_STORY, "b");
        put("b", 2, CRASH, Kind.OTHER_STORY, "a");

        assertThat(placement("b").copyOf()).isNull();
        assertThat(stories()).hasSize(2);
    }

    @Test
    void shouldLetAnArticleLeaveWithTheOneItBelongsTo() {
        // b is like a, and c was put to b; so when c is not of a's story, neither is b.
        put("a", 1, CRASH, Kind.OTHER_STORY, "c");
        put("b", 2, CRASH_AGAIN, Kind.SAME_STORY, "c");
        desk.put(article("c")
                .at(3)
                .title("c")
                .says(BRIDGE)
                .corrected(Kind.SAME_STORY, "b")
                .corrected(Kind.OTHER_STORY, "a")
                .build());

        assertThat(story("b")).isEqualTo(story("c")).isEqualTo(EntityIds.hash("b"));
        assertThat(story("a")).isEqualTo(EntityIds.hash("a"));
    }

    @Test
    void shouldKeepApartWhatChainsWouldBringTogether() {
        desk.put(article("a")
                .at(1)
                .title("a")
                .says(CRASH)
                .corrected(Kind.SAME_STORY, "b")
                .corrected(Kind.OTHER_STORY, "c")
                .build());
        desk.put(article("b")
                .at(2)
                .title("b")
                .says(BRIDGE)
                .corrected(Kind.SAME_STORY, "a")
                .corrected(Kind.SAME_STORY, "c")
                .build());
        desk.put(article("c")
                .at(3)
                .title("c")
                .says("Хоккейный клуб из Омска выиграл седьмой матч подряд и возглавил таблицу.")
                .corrected(Kind.SAME_STORY, "b")
                .corrected(Kind.OTHER_STORY, "a")
                .build());

        assertThat(story("b")).isEqualTo(story("a"));
        assertThat(story("c")).isEqualTo(EntityIds.hash("c"));
        assertThat(placement("c").storyLinks()).isEmpty();
        assertThat(placement("c").corrections()).hasSize(2);
    }

    @Test
    void shouldNotJoinAcrossTheWindow() {
        put("a", 1, CRASH, Kind.SAME_STORY, "b");
        put("b", 8 * DAY, BRIDGE, Kind.SAME_STORY, "a");

        assertThat(stories()).hasSize(2);
    }

    private DeskChange put(String id, long time, String text) {
        return desk.put(article(id).at(time).title(id).says(text).build());
    }

    private DeskChange put(String id, long time, String text, Kind kind, String other) {
        return desk.put(
                article(id).at(time).title(id).says(text).corrected(kind, other).build());
    }

    private List<String> stories() {
        List<String> stories = new ArrayList<>();
        desk.placements().stream().map(Placement::story).distinct().forEach(stories::add);
        return stories;
    }

    private String story(String id) {
        return placement(id).story();
    }

    private Placement placement(String id) {
        return Objects.requireNonNull(desk.placement(id));
    }
}
