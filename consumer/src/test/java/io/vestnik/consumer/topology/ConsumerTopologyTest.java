/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.consumer.Rows;
import io.vestnik.consumer.query.ViewKind;
import io.vestnik.consumer.recipe.Bounded;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.avro.ArticleLine;
import io.vestnik.schemas.avro.CoverageMember;
import io.vestnik.schemas.avro.DeadLetter;
import io.vestnik.schemas.avro.StoryView;
import io.vestnik.schemas.avro.TopicUpdate;
import io.vestnik.schemas.avro.UtteranceMember;
import io.vestnik.schemas.avro.UtteranceView;
import io.vestnik.schemas.serde.Encoded;

import static io.vestnik.consumer.topology.ConsumerDriver.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

class ConsumerTopologyTest {
    private static final String STORY = "story:s1";

    @TempDir
    private Path directory;

    private ConsumerDriver driver;

    @BeforeEach
    void start() {
        driver = new ConsumerDriver(UUID.randomUUID().toString(), directory);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void shouldJoinAStoryWithItsArticlesInCanonicalOrder() {
        driver.put(TOPICS.coverageMembers, Keys.of(STORY, "b"), Rows.member(STORY, "b", "s1", 5))
                .put(TOPICS.coverageMembers, Keys.of(STORY, "c"), Rows.member(STORY, "c", "s1", 1))
                .put(TOPICS.coverage, STORY, Rows.coverage(STORY, "Мост", 3, 4))
                .put(TOPICS.coverageMembers, Keys.of(STORY, "a"), Rows.member(STORY, "a", "s1", 5));

        StoryView view = driver.view(TOPICS.viewStories, "s1");

        assertThat(view).isNotNull();
        assertThat(view.getTitle()).isEqualTo("Мост");
        assertThat(view.getArticles()).isEqualTo(3);
        assertThat(view.getQuotes()).isEqualTo(4);
        assertThat(view.getMembers()).extracting(ArticleLine::getArticleId).containsExactly("c", "a", "b");
    }

    @Test
    void shouldNotWriteAViewBeforeBothSidesAreThere() {
        driver.put(TOPICS.coverage, STORY, Rows.coverage(STORY, "Мост", 1, 0));
        assertThat(driver.written(TOPICS.viewStories)).isEmpty();

        driver.put(TOPICS.coverageMembers, Keys.of("story:s2", "a"), Rows.member("story:s2", "a", "s2", 0));
        assertThat(driver.written(TOPICS.viewStories)).isEmpty();
        assertThat(driver.written(TOPICS.viewCoverage)).isEmpty();
    }

    @Test
    void shouldWriteAViewOnlyWhenItHasChanged() {
        driver.put(TOPICS.coverageMembers, Keys.of(STORY, "a"), Rows.member(STORY, "a", "s1", 1))
                .put(TOPICS.coverage, STORY, Rows.coverage(STORY, "Мост", 1, 0));
        assertThat(driver.written(TOPICS.viewStories)).hasSize(1);

        driver.put(TOPICS.coverage, STORY, Rows.coverage(STORY, "Мост", 1, 0))
                .put(TOPICS.coverageMembers, Keys.of(STORY, "a"), Rows.member(STORY, "a", "s1", 1));
        assertThat(driver.written(TOPICS.viewStories)).isEmpty();

        driver.put(TOPICS.coverage, STORY, Rows.coverage(STORY, "Новый мост", 1, 0));
        assertThat(driver.view(TOPICS.viewStories, "s1").getTitle()).isEqualTo("Новый мост");
    }

    /** As a task may that is revived: its rows were committed, and what it was about to compute was not. */
    @Test
    void shouldMakeUpForAViewThatIsMissingWhenItHearsOfARowASecondTime() {
        CoverageMember member = Rows.member(STORY, "a", "s1", 1);
        UtteranceMember rendering = Rows.rendering("u1", "a", 4, 1);
        driver.put(TOPICS.coverage, STORY, Rows.coverage(STORY, "Мост", 1, 0))
                .put(TOPICS.coverageMembers, Keys.of(STORY, "a"), member)
                .put(TOPICS.utterances, "u1", Rows.utterance("u1", null, "a", 4, 1))
                .put(TOPICS.utteranceMembers, Keys.of("u1", "a", "4"), rendering);
        StoryView story = driver.view(TOPICS.viewStories, "s1");
        UtteranceView utterance = driver.view(TOPICS.viewUtterances, "u1");
        assertThat(driver.written(TOPICS.updates)).hasSize(1);

        for (Runnable again : List.<Runnable>of(
                () -> driver.put(TOPICS.coverage, STORY, Rows.coverage(STORY, "Мост", 1, 0)),
                () -> driver.put(TOPICS.coverageMembers, Keys.of(STORY, "a"), member))) {
            driver.store(ViewKind.STORIES.store()).delete("s1");
            again.run();
            assertThat(driver.view(TOPICS.viewStories, "s1")).isEqualTo(story);
        }
        for (Runnable again : List.<Runnable>of(
                () -> driver.put(TOPICS.utterances, "u1", Rows.utterance("u1", null, "a", 4, 1)),
                () -> driver.put(TOPICS.utteranceMembers, Keys.of("u1", "a", "4"), rendering))) {
            driver.store(ViewKind.UTTERANCES.store()).delete("u1");
            again.run();
            assertThat(driver.view(TOPICS.viewUtterances, "u1")).isEqualTo(utterance);
        }
        assertThat(driver.written(TOPICS.updates)).as("each is told once").isEmpty();
    }

    @Test
    void shouldStampAViewWithTheTimeOfTheRowThatTouchedIt() {
        driver.put(TOPICS.coverageMembers, Keys.of(STORY, "a"), Rows.member(STORY, "a", "s1", 1))
                .put(TOPICS.coverage, STORY, Rows.coverage(STORY, "Мост", 1, 0), Rows.START.plusSeconds(7));

        assertThat(driver.stamped(TOPICS.viewStories))
                .singleElement()
                .satisfies(view -> assertThat(view.getRecordTime()).isEqualTo(Rows.START.plusSeconds(7)));
    }

    @Test
    void shouldMoveAnArticleWhoseTimeOrStoryHasChanged() {
        driver.put(TOPICS.coverage, STORY, Rows.coverage(STORY, "Мост", 2, 0))
                .put(TOPICS.coverageMembers, Keys.of(STORY, "a"), Rows.member(STORY, "a", "s1", 2))
                .put(TOPICS.coverageMembers, Keys.of(STORY, "b"), Rows.member(STORY, "b", "s1", 3));
        CoverageMember earlier = CoverageMember.newBuilder(Rows.member(STORY, "b", "s2", 1))
                .setTitle("Another title")
                .build();

        driver.put(TOPICS.coverageMembers, Keys.of(STORY, "b"), earlier);

        List<ArticleLine> lines = driver.view(TOPICS.viewStories, "s1").getMembers();
        assertThat(lines).extracting(ArticleLine::getArticleId).containsExactly("b", "a");
        assertThat(lines.get(0).getTitle()).isEqualTo("Another title");
        assertThat(driver.view(TOPICS.viewCoverage, STORY).getStories()).containsExactly("s1", "s2");
    }

    @Test
    void shouldKeepLinesOfArticlesForStoriesAlone() {
        String outlet = "outlet:Вестник";
        driver.put(TOPICS.coverageMembers, Keys.of(outlet, "a"), Rows.member(outlet, "a", "s1", 1))
                .put(TOPICS.coverageMembers, Keys.of(STORY, "a"), Rows.member(STORY, "a", "s1", 1));

        try (var lines = driver.store(ConsumerStores.STORY_LINES).all()) {
            assertThat(lines).toIterable().singleElement().satisfies(line -> assertThat(line.key)
                    .startsWith(STORY + "|"));
        }
    }

    @Test
    void shouldWriteTheSameBytesToTheStoreAndToTheTopic() {
        driver.put(TOPICS.coverageMembers, Keys.of(STORY, "a"), Rows.member(STORY, "a", "s1", 1))
                .put(TOPICS.coverage, STORY, Rows.coverage(STORY, "Мост", 1, 0));

        assertThat(driver.encoded(TOPICS.viewStories))
                .containsExactly(driver.<Encoded<StoryView>>store(ViewKind.STORIES.store())
                        .get("s1"));
    }

    @Test
    void shouldDeleteAViewWhoseRowIsTakenBack() {
        driver.put(TOPICS.coverage, STORY, Rows.coverage(STORY, "Мост", 1, 0))
                .put(TOPICS.coverageMembers, Keys.of(STORY, "a"), Rows.member(STORY, "a", "s1", 1));
        assertThat(driver.compacted(TOPICS.viewStories)).containsOnlyKeys("s1");

        driver.put(TOPICS.coverage, STORY, null).put(TOPICS.coverageMembers, Keys.of(STORY, "a"), null);

        assertThat(driver.written(TOPICS.viewStories)).containsExactly(new KeyValue<>("s1", null));
        assertThat(driver.written(TOPICS.viewCoverage)).last().isEqualTo(new KeyValue<>(STORY, null));
        try (var positions =
                driver.<String>store(ViewKind.STORIES.positionStore()).all()) {
            assertThat(positions.hasNext()).isFalse();
        }
        for (String name :
                List.of(ConsumerStores.TOPIC_MEMBERS, ConsumerStores.TOPIC_STORIES, ConsumerStores.STORY_LINES)) {
            try (var rows = driver.store(name).all()) {
                assertThat(rows.hasNext()).as(name).isFalse();
            }
        }
    }

    @Test
    void shouldListTheStoriesOfATopicOnceEachAndForgetThoseThatItLeft() {
        String outlet = "outlet:Вестник";
        driver.put(TOPICS.coverage, outlet, Rows.coverage(outlet, "Вестник", 3, 0))
                .put(TOPICS.coverageMembers, Keys.of(outlet, "a"), Rows.member(outlet, "a", "s2", 1))
                .put(TOPICS.coverageMembers, Keys.of(outlet, "b"), Rows.member(outlet, "b", "s2", 2))
                .put(TOPICS.coverageMembers, Keys.of(outlet, "c"), Rows.member(outlet, "c", "s1", 3));
        assertThat(driver.view(TOPICS.viewCoverage, outlet).getStories()).containsExactly("s1", "s2");

        driver.put(TOPICS.coverageMembers, Keys.of(outlet, "a"), null)
                .put(TOPICS.coverageMembers, Keys.of(outlet, "c"), Rows.member(outlet, "c", "s3", 3));
        assertThat(driver.view(TOPICS.viewCoverage, outlet).getStories()).containsExactly("s2", "s3");
    }

    @Test
    void shouldJoinAnEntityWithItsCoverage() {
        String topic = "entity:e1";
        driver.put(TOPICS.entities, "e1", Rows.entity("e1", "Иван Петров", 1))
                .put(TOPICS.coverageMembers, Keys.of(topic, "a"), Rows.member(topic, "a", "s1", 1));
        assertThat(driver.written(TOPICS.viewEntities)).isEmpty();

        driver.put(TOPICS.coverage, topic, Rows.coverage(topic, "Иван Петров", 1, 1));

        var view = driver.view(TOPICS.viewEntities, "e1");
        assertThat(view).isNotNull();
        assertThat(view.getVariants()).containsExactly("Иван Петров", "Иван Петрова");
        assertThat(view.getStories()).containsExactly("s1");
        assertThat(view.getOutlets()).hasSize(1);
    }

    @Test
    void shouldPutTheBestSourceOfAnUtteranceFirst() {
        driver.put(TOPICS.utteranceMembers, Keys.of("u1", "b", "9"), Rows.rendering("u1", "b", 9, 1))
                .put(TOPICS.utteranceMembers, Keys.of("u1", "b", "10"), Rows.rendering("u1", "b", 10, 1))
                .put(TOPICS.utteranceMembers, Keys.of("u1", "a", "7"), Rows.rendering("u1", "a", 7, 2))
                .put(TOPICS.utteranceMembers, Keys.of("u1", "z", "3"), Rows.rendering("u1", "z", 3, 9))
                .put(TOPICS.utterances, "u1", Rows.utterance("u1", "Иван Петров", "z", 3, 3));

        assertThat(driver.view(TOPICS.viewUtterances, "u1").getMembers())
                .extracting(UtteranceMember::getArticleId, UtteranceMember::getBegin)
                .containsExactly(tuple("z", 3), tuple("b", 9), tuple("b", 10), tuple("a", 7));
    }

    @Test
    void shouldNotLetAViewGrowPastItsBound() {
        driver.put(TOPICS.coverage, STORY, Rows.coverage(STORY, "Мост", 300, 0));
        for (int i = 0; i < 300; i++) {
            driver.put(TOPICS.coverageMembers, Keys.of(STORY, "a" + i), Rows.member(STORY, "a" + i, "s1", 300 - i));
        }
        StoryView view = driver.view(TOPICS.viewStories, "s1");
        assertThat(view).isNotNull();
        assertThat(view.getMembers()).hasSize(Bounded.MAX_ROWS);
        assertThat(view.getMembers().get(0).getArticleId()).isEqualTo("a299");

        String huge = "x".repeat(400 * 1024);
        for (int i = 295; i < 300; i++) {
            CoverageMember member = CoverageMember.newBuilder(Rows.member(STORY, "a" + i, "s1", 300 - i))
                    .setTitle(huge)
                    .build();
            driver.put(TOPICS.coverageMembers, Keys.of(STORY, "a" + i), member);
        }
        assertThat(driver.view(TOPICS.viewStories, "s1").getMembers()).hasSize(2);
    }

    @Test
    void shouldTellLiveReadersTheCountsBeforeAndAfter() {
        driver.put(TOPICS.coverage, STORY, Rows.coverage(STORY, "Мост", 1, 2))
                .put(TOPICS.coverage, STORY, Rows.coverage(STORY, "Мост", 1, 2))
                .put(TOPICS.coverage, STORY, Rows.coverage(STORY, "Мост", 3, 5))
                .put(TOPICS.coverage, STORY, null)
                .put(TOPICS.coverage, STORY, null);

        List<TopicUpdate> updates = driver.written(TOPICS.updates).stream()
                .map(update -> update.value)
                .toList();

        assertThat(updates)
                .extracting(TopicUpdate::getArticlesBefore, TopicUpdate::getArticles, TopicUpdate::getRemoved)
                .containsExactly(tuple(0, 1, false), tuple(1, 3, false), tuple(3, 0, true));
        assertThat(updates.get(1).getQuotesBefore()).isEqualTo(2);
    }

    @Test
    void shouldSendUndecodableRecordsToTheDeadLettersAndGoOn() {
        byte[] notAvro = "not avro".getBytes(StandardCharsets.UTF_8);
        driver.putBytes(TOPICS.coverage, STORY, notAvro);
        driver.put(TOPICS.coverageMembers, "no-separator", Rows.member(STORY, "a", "s1", 1));
        driver.put(TOPICS.utteranceMembers, "two|parts", Rows.rendering("two", "parts", 4, 1));
        driver.put(TOPICS.coverage, STORY, Rows.coverage(STORY, "Мост", 1, 0))
                .put(TOPICS.coverageMembers, Keys.of(STORY, "a"), Rows.member(STORY, "a", "s1", 1));

        List<DeadLetter> letters = driver.written(TOPICS.deadLetters).stream()
                .map(letter -> letter.value)
                .toList();

        assertThat(letters).extracting(DeadLetter::getReason).containsExactly("BAD_FRAME", "BAD_KEY", "BAD_KEY");
        assertThat(letters).extracting(DeadLetter::getStage).containsOnly("consumer");
        assertThat(letters.get(0).getOrigin()).isEqualTo("news.coverage.v1-0@0");
        assertThat(letters.get(0).getHead().array()).isEqualTo(notAvro);
        assertThat(driver.compacted(TOPICS.viewStories)).containsOnlyKeys("s1");
    }
}
