/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos.guarantee;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.vestnik.consumer.query.ViewKind;
import io.vestnik.schemas.avro.StoryView;

import static org.assertj.core.api.Assertions.assertThat;

class ViewsAgreeTest {
    private static final String CHANGELOG = "app-view-stories-changelog";

    private final Found found = new Found();
    private final SortedMap<String, String> answers = new TreeMap<>();

    private static StoryView view(int articles) {
        return StoryView.newBuilder()
                .setStory("s")
                .setTitle("Title")
                .setArticles(articles)
                .setOriginals(articles)
                .setCopies(0)
                .setQuotes(0)
                .setOutlets(List.of())
                .setSpeakers(List.of())
                .setEntities(List.of())
                .setFirstObservedAt(Instant.ofEpochMilli(1))
                .setLastObservedAt(Instant.ofEpochMilli(1))
                .setMembers(List.of())
                .build();
    }

    private List<String> violations() {
        return new ViewsAgree("app", Map.of(ViewKind.STORIES, answers)).violations(found.observed());
    }

    @Test
    void shouldHoldWhenStoreChangelogAndTopicAreTheSame() {
        found.record(CHANGELOG, "s", view(1)).record(found.topics.viewStories.name(), "s", view(1));
        answers.put("s", ViewsAgree.json(view(1)));

        assertThat(violations()).isEmpty();
    }

    @Test
    void shouldFindAViewThatTheChangelogLacks() {
        found.record(found.topics.viewStories.name(), "s", view(1));
        answers.put("s", ViewsAgree.json(view(1)));

        assertThat(violations()).containsExactly("view-stories and news.views.stories.v1 differ at s: not kept");
    }

    @Test
    void shouldFindAnAnswerThatIsOld() {
        found.record(CHANGELOG, "s", view(2)).record(found.topics.viewStories.name(), "s", view(2));
        answers.put("s", ViewsAgree.json(view(1)));

        assertThat(violations())
                .containsExactly("the answers for stories and news.views.stories.v1 differ at s: other rows");
    }

    @Test
    void shouldFindAnAnswerThatIsMissing() {
        found.record(CHANGELOG, "s", view(1)).record(found.topics.viewStories.name(), "s", view(1));

        assertThat(violations())
                .containsExactly("the answers for stories and news.views.stories.v1 differ at s: not kept");
    }

    @Test
    void shouldFindAViewThatIsKeptAndNotTold() {
        found.record(CHANGELOG, "s", view(1));

        assertThat(violations()).containsExactly("view-stories and news.views.stories.v1 differ at s: not told");
    }
}
