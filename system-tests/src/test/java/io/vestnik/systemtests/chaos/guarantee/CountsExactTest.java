/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos.guarantee;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.TopicKind;

import static org.assertj.core.api.Assertions.assertThat;

class CountsExactTest {
    private static final String STORY = "story:a";
    private static final String OUTLET = "outlet:" + Found.OUTLET;

    private final Truth truth = new Truth();
    private final Found found = new Found();
    private final CountsExact guarantee = new CountsExact(truth);

    @BeforeEach
    void anArticleAndItsCopy() {
        truth.version("a", 1, Found.content("one", "one"));
        truth.version("b", 2, Found.content("one copied", "one"));
        found.record(found.topics.analyses.name(), "a", Found.analysis("a", "one", 1))
                .record(found.topics.analyses.name(), "b", Found.analysis("b", "one copied", 2))
                .record(found.topics.placements.name(), "a", Found.placement("a", "one", null));
    }

    private Found place(String copyOf) {
        return found.record(found.topics.placements.name(), "b", Found.placement("b", "one copied", copyOf));
    }

    private void covered(String topic, TopicKind kind, int articles, int copies) {
        Coverage row = Coverage.newBuilder()
                .setTopic(topic)
                .setKind(kind)
                .setName("Name")
                .setArticles(articles)
                .setOriginals(articles - copies)
                .setCopies(copies)
                .setQuotes(0)
                .setOutletCount(1)
                .setFirstObservedAt(Instant.ofEpochMilli(1))
                .setFirstObservedIn("a")
                .setLastObservedAt(Instant.ofEpochMilli(2))
                .build();
        found.record(found.topics.coverage.name(), topic, row);
    }

    private List<String> violations() {
        return guarantee.violations(found.observed());
    }

    @Test
    void shouldHoldWhenCopiesAndTotalsAreRight() {
        place("a");
        covered(STORY, TopicKind.STORY, 2, 1);
        covered(OUTLET, TopicKind.OUTLET, 2, 1);

        assertThat(violations()).isEmpty();
    }

    @Test
    void shouldFindACopyThatWasNotTold() {
        place(null);
        covered(STORY, TopicKind.STORY, 2, 1);
        covered(OUTLET, TopicKind.OUTLET, 2, 1);

        assertThat(violations()).contains("article b is placed as a copy of null, but is one of a");
    }

    @Test
    void shouldFindAnArticleThatIsCountedTwice() {
        place("a");
        covered(STORY, TopicKind.STORY, 3, 1);
        covered(OUTLET, TopicKind.OUTLET, 2, 1);

        assertThat(violations())
                .singleElement()
                .asString()
                .startsWith("coverage of story:a says 3 articles, 1 copies")
                .contains("counted 2 articles, 1 copies");
    }

    @Test
    void shouldFindATopicThatNothingIsSaidOf() {
        place("a");
        covered(STORY, TopicKind.STORY, 2, 1);

        assertThat(violations()).singleElement().asString().startsWith("coverage of " + OUTLET + " says nothing");
    }

    @Test
    void shouldFindATopicThatIsNotTakenBack() {
        place("a");
        covered(STORY, TopicKind.STORY, 2, 1);
        covered(OUTLET, TopicKind.OUTLET, 2, 1);
        covered("story:gone", TopicKind.STORY, 1, 0);

        assertThat(violations()).singleElement().asString().endsWith("counted nothing");
    }
}
