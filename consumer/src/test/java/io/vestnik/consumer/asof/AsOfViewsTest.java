/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.asof;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.vestnik.consumer.Rows;
import io.vestnik.consumer.http.NotReadyException;
import io.vestnik.consumer.http.Problem;
import io.vestnik.consumer.query.ClusterViews.Page;
import io.vestnik.consumer.query.ListRequest;
import io.vestnik.consumer.query.ViewKind;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.avro.HistoryEntry;

import static io.vestnik.consumer.asof.HistoryFixture.TOPICS;
import static io.vestnik.consumer.asof.HistoryFixture.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AsOfViewsTest {
    private static final Instant T0 = Rows.START;
    private static final Instant T1 = T0.plusSeconds(1);
    private static final Instant T2 = T0.plusSeconds(2);

    private HistoryFixture history;

    @BeforeEach
    void open() throws IOException {
        history = new HistoryFixture();
    }

    @AfterEach
    void close() throws IOException {
        history.close();
    }

    private String title(Instant time) {
        return history.views()
                .get(time, ViewKind.STORIES, "s")
                .map(view -> view.get("title").asText())
                .orElse("none");
    }

    private void story(String name, Instant time) {
        history.add(entry(TOPICS.coverage, "story:s", Rows.coverage("story:s", name, 1, 0), time));
    }

    private void member(Instant time) {
        history.add(entry(TOPICS.coverageMembers, Keys.of("story:s", "a"), Rows.member("story:s", "a", "s", 0), time));
    }

    @Test
    void shouldTakeTheLastOfSeveralChangesAtOneTime() {
        member(T0);
        story("first", T1);
        story("second", T1);
        history.flush();
        story("third", T1);
        history.flush();
        assertThat(title(T0)).isEqualTo("none");
        assertThat(title(T1)).isEqualTo("third");
    }

    @Test
    void shouldForgetWhatWasTakenBackFromThenOn() {
        member(T0);
        story("there", T0);
        history.add(entry(TOPICS.coverage, "story:s", null, T1));
        story("again", T2);
        history.flush();
        assertThat(title(T0)).isEqualTo("there");
        assertThat(title(T1)).isEqualTo("none");
        assertThat(title(T2)).isEqualTo("again");
    }

    @Test
    void shouldFindAVersionAmongMany() {
        member(T0);
        for (int i = 0; i < 300; i++) {
            story("n" + i, T0.plusMillis(i));
            history.add(entry(TOPICS.coverage, "story:r", Rows.coverage("story:r", "r", i + 1, 0), T0.plusMillis(i)));
            history.add(
                    entry(TOPICS.coverageMembers, Keys.of("story:r", "a"), Rows.member("story:r", "a", "r", i), T0));
        }
        history.flush();
        for (int i : new int[] {0, 1, 7, 8, 9, 150, 291, 299}) {
            Page page = history.views().list(T0.plusMillis(i), ViewKind.STORIES, new ListRequest("", 10, 0, ""));
            assertThat(page.rows())
                    .extracting(row -> row.view().get("title").asText())
                    .containsExactlyInAnyOrder("n" + i, "r");
            assertThat(page.rows())
                    .extracting(row -> row.view().get("articles").asInt())
                    .contains(i + 1);
        }
    }

    @Test
    void shouldListStoriesOfATopicThatItsArticlesHaveNotLeft() {
        history.add(entry(TOPICS.coverage, "theme:t", Rows.coverage("theme:t", "t", 2, 0), T0));
        for (int i = 0; i < 300; i++) {
            String key = Keys.of("theme:t", "a" + i);
            String story = "s%03d".formatted(i);
            history.add(entry(TOPICS.coverageMembers, key, Rows.member("theme:t", "a" + i, story, 0), T0));
            if (i % 3 == 0) {
                history.add(entry(TOPICS.coverageMembers, key, Rows.member("theme:t", "a" + i, "z", 0), T1));
            }
        }
        history.flush();
        assertThat(stories(T0))
                .hasSize(200)
                .startsWith("s000", "s001", "s002", "s003")
                .endsWith("s199");
        assertThat(stories(T1)).hasSize(200).startsWith("s001", "s002", "s004").doesNotContain("s003", "z");
    }

    private List<String> stories(Instant time) {
        List<String> stories = new ArrayList<>();
        history.views()
                .get(time, ViewKind.COVERAGE, "theme:t")
                .orElseThrow()
                .get("stories")
                .forEach(story -> stories.add(story.asText()));
        return stories;
    }

    @Test
    void shouldShowTheVersionBeforeUntilTheNextIsPlaced() {
        history.add(entry(TOPICS.analyses, "a", Rows.analysis("a", "old", 0), T0))
                .add(entry(TOPICS.placements, "a", Rows.placement("a", "old", "s1"), T0))
                .add(entry(TOPICS.analyses, "a", Rows.analysis("a", "new", 0), T1))
                .add(entry(TOPICS.placements, "a", Rows.placement("a", "new", "s2"), T2))
                .flush();
        assertThat(versionAndStory(T0)).isEqualTo("old s1");
        assertThat(versionAndStory(T1)).isEqualTo("old s1");
        assertThat(versionAndStory(T2)).isEqualTo("new s2");
        history.add(entry(TOPICS.analyses, "a", null, T2.plusSeconds(1)))
                .add(entry(TOPICS.analyses, "a", Rows.analysis("a", "newest", 0), T2.plusSeconds(2)))
                .flush();
        assertThat(history.views().get(T2.plusSeconds(2), ViewKind.ARTICLES, "a"))
                .isEmpty();
    }

    private String versionAndStory(Instant time) {
        var view = history.views().get(time, ViewKind.ARTICLES, "a").orElseThrow();
        return view.get("contentHash").asText() + " " + view.get("story").asText();
    }

    @Test
    void shouldTellWhetherMoreFollow() {
        for (String id : new String[] {"a", "b", "c"}) {
            String topic = "story:" + id;
            history.add(entry(TOPICS.coverage, topic, Rows.coverage(topic, id, 1, 0), T0));
            history.add(entry(TOPICS.coverageMembers, Keys.of(topic, "x"), Rows.member(topic, "x", id, 0), T0));
        }
        history.flush();
        Page first = history.views().list(T0, ViewKind.STORIES, new ListRequest("", 2, 0, ""));
        assertThat(first.rows()).hasSize(2);
        assertThat(first.more()).isTrue();
        Page last = history.views()
                .list(T0, ViewKind.STORIES, new ListRequest(first.rows().get(1).position(), 2, 0, ""));
        assertThat(last.rows()).hasSize(1);
        assertThat(last.more()).isFalse();
    }

    @Test
    void shouldKeepRowsAndOffsetsTogether() {
        member(T0);
        story("kept", T0);
        history.flush();
        history.reopen();
        assertThat(title(T0)).isEqualTo("kept");
        assertThat(history.store().positions()).isEqualTo(Map.of(new TopicPartition(TOPICS.history.name(), 0), 2L));
    }

    @Test
    void shouldBeTheSameWhenEntriesAreToldAgain() {
        member(T0);
        story("one", T0);
        story("two", T1);
        history.flush();
        member(T0);
        story("one", T0);
        story("two", T1);
        history.flush();
        assertThat(title(T0)).isEqualTo("one");
        assertThat(title(T1)).isEqualTo("two");
    }

    @Test
    void shouldTellOfARecordThatIsNoEntryAndGoOn() {
        member(T0);
        history.addBytes("bad", new byte[] {9, 9, 9});
        story("there", T0);
        history.flush();
        assertThat(title(T0)).isEqualTo("there");
        assertThat(history.bad()).singleElement().satisfies(record -> assertThat(record.value())
                .containsExactly(9, 9, 9));
    }

    @Test
    void shouldRefuseRowsOfAnotherSchemaRatherThanLeaveThemOut() {
        member(T0);
        story("before", T0);
        history.add(HistoryEntry.newBuilder(entry(TOPICS.coverage, "story:s", null, T1))
                .setSchema$(17L)
                .setRow(ByteBuffer.wrap(new byte[] {1}))
                .build());
        story("after", T2);
        history.flush();
        assertThat(title(T0)).isEqualTo("before");
        assertThat(title(T2)).isEqualTo("after");
        assertThatThrownBy(() -> title(T1))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(501));
        assertThatThrownBy(() -> history.views().list(T1, ViewKind.STORIES, new ListRequest("", 1, 0, "")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("story:s")
                .hasMessageContaining("another version");
    }

    @Test
    void shouldRefuseUntilAllIsReadAndWhenThePastIsNotKept() {
        AtomicBoolean complete = new AtomicBoolean();
        AsOfViews views = AsOfViews.over(history.store(), TOPICS, complete::get);
        assertThatThrownBy(() -> views.at(T0)).isInstanceOf(NotReadyException.class);
        complete.set(true);
        assertThat(views.get(T0, ViewKind.STORIES, "s")).isEmpty();
        assertThatThrownBy(() -> AsOfViews.switchedOff().at(T0))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(501))
                .hasMessageContaining("as.of.enabled");
    }

    @Test
    void shouldRefuseWhenItIsClosed() {
        AsOfViews views = history.views();
        history.store().close();
        assertThatThrownBy(() -> views.get(T0, ViewKind.STORIES, "s")).isInstanceOf(NotReadyException.class);
    }
}
