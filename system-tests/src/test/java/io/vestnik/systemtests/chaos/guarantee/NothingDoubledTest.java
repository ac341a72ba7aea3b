/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos.guarantee;

import org.junit.jupiter.api.Test;

import io.vestnik.schemas.avro.StoryChangeKind;

import static org.assertj.core.api.Assertions.assertThat;

class NothingDoubledTest {
    private final Truth truth = new Truth();
    private final Found found = new Found();
    private final NothingDoubled guarantee = new NothingDoubled(truth);

    private void told(long at, String text) {
        truth.version("a", at, Found.content(text, text));
    }

    private Found said(String text, long knownAt) {
        return found.history(found.topics.analyses, "a", Found.analysis("a", text, 1), knownAt);
    }

    @Test
    void shouldHoldWhenEachChangeIsToldOnce() {
        told(1, "one");
        told(1, "one");
        told(2, "seven");
        said("one", 1);
        said("seven", 2);

        assertThat(guarantee.violations(found.observed())).isEmpty();
    }

    @Test
    void shouldFindAChangeThatIsToldTwice() {
        told(1, "one");
        said("one", 1);
        said("one", 1);

        assertThat(guarantee.violations(found.observed()))
                .containsExactly(
                        "the history tells of news.analyses.v1|a what it told before",
                        "the history says of article a [ru3, ru3] and not [ru3]");
    }

    @Test
    void shouldFindChangesThatAreToldTwiceInTurn() {
        told(1, "one");
        told(2, "seven");
        said("one", 2);
        said("seven", 2);
        said("one", 2);
        said("seven", 2);

        assertThat(guarantee.violations(found.observed()))
                .containsExactly("the history says of article a [ru3, ru5, ru3, ru5] and not [ru3, ru5]");
    }

    @Test
    void shouldFindARemovalThatIsToldTwice() {
        found.history(found.topics.placements, "a", Found.placement("a", "one", null), 1)
                .history(found.topics.placements, "a", null, 2)
                .history(found.topics.placements, "a", null, 2);

        assertThat(guarantee.violations(found.observed()))
                .containsExactly("the history tells of news.placements.v1|a what it told before");
    }

    @Test
    void shouldFindKnowledgeThatFalls() {
        found.history(found.topics.placements, "a", Found.placement("a", "one", null), 5)
                .history(found.topics.placements, "a", Found.placement("a", "seven", null), 3);

        assertThat(guarantee.violations(found.observed()))
                .containsExactly("the history goes back behind what was known of news.placements.v1|a");
    }

    @Test
    void shouldHoldWhenAStoryGoesThroughItsSteps() {
        found.story("s", StoryChangeKind.CREATED, 1)
                .story("s", StoryChangeKind.GROWN, 2)
                .story("s", StoryChangeKind.SHRUNK, 1)
                .story("s", StoryChangeKind.REMOVED, 0);

        assertThat(guarantee.violations(found.observed())).isEmpty();
    }

    @Test
    void shouldFindAStoryThatIsCreatedTwice() {
        found.story("s", StoryChangeKind.CREATED, 1)
                .story("s", StoryChangeKind.CREATED, 1)
                .story("s", StoryChangeKind.REMOVED, 0);

        assertThat(guarantee.violations(found.observed())).containsExactly("story ru|s of 1 articles: CREATED to 1");
    }

    @Test
    void shouldFindAStepThatIsToldTwice() {
        found.story("s", StoryChangeKind.CREATED, 1)
                .story("s", StoryChangeKind.GROWN, 2)
                .story("s", StoryChangeKind.GROWN, 2)
                .story("s", StoryChangeKind.REMOVED, 0);

        assertThat(guarantee.violations(found.observed())).containsExactly("story ru|s of 2 articles: GROWN to 2");
    }

    @Test
    void shouldFindAStoryThatNoArticleIsIn() {
        found.story("s", StoryChangeKind.CREATED, 1);

        assertThat(guarantee.violations(found.observed()))
                .containsExactly("the log of stories ends with other stories than the placements: {ru|s=1} and {}");
    }

    @Test
    void shouldTellTheStoriesOfTwoDesksApart() {
        found.story("s", StoryChangeKind.CREATED, 1)
                .story("s", "en", StoryChangeKind.CREATED, 1)
                .story("s", StoryChangeKind.REMOVED, 0)
                .story("s", "en", StoryChangeKind.REMOVED, 0);

        assertThat(guarantee.violations(found.observed())).isEmpty();
    }
}
