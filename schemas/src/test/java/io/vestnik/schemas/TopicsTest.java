/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.lang.reflect.Field;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.vestnik.schemas.avro.TopicKind;
import io.vestnik.schemas.avro.TopicUpdate;

import static org.assertj.core.api.Assertions.assertThat;

class TopicsTest {
    private static final String NEVER = "9223372036854775807";

    static Stream<Topic<?>> topics() {
        return Topics.live().all().stream();
    }

    @Test
    void shouldListEveryTopicOnce() throws IllegalAccessException {
        Topics topics = Topics.live();
        List<Object> fields = new ArrayList<>();
        for (Field field : Topics.class.getFields()) {
            if (field.getType() == Topic.class) {
                fields.add(field.get(topics));
            }
        }
        assertThat(topics.all()).hasSize(24).doesNotHaveDuplicates();
        assertThat(fields).containsExactlyInAnyOrderElementsOf(topics.all());
        assertThat(topics.all()).extracting(Topic::name).doesNotHaveDuplicates();
    }

    @Test
    void shouldCompactTheFinalTables() {
        assertThat(Topics.live().finalTables())
                .extracting(Topic::name)
                .containsExactly(
                        "news.analyses.v1",
                        "news.placements.v1",
                        "news.coverage.v1",
                        "news.coverage-hours.v1",
                        "news.coverage-members.v1",
                        "news.utterances.v1",
                        "news.utterance-members.v1",
                        "news.entities.v1");
        assertThat(Topics.live().finalTables()).allMatch(topic -> topic.cleanup() == Cleanup.COMPACT);
    }

    @Test
    void shouldPutTheNamespaceInFrontOfEveryName() {
        assertThat(new Topics("replay.R1.").all())
                .allSatisfy(topic -> assertThat(topic.name()).isEqualTo("replay.R1." + topic.baseName()));
        assertThat(new Topics("replay.R1.").namespace()).isEqualTo("replay.R1.");
    }

    @ParameterizedTest
    @MethodSource("topics")
    void shouldKeepOldTimestampsFromBeingRefusedDeletedOrClosingSegments(Topic<?> topic) {
        if (topic.timestamps() == TimestampType.CREATE_TIME) {
            assertThat(topic.config())
                    .containsEntry("retention.ms", "-1")
                    .containsEntry("retention.bytes", "-1")
                    .containsEntry("message.timestamp.after.max.ms", NEVER)
                    .containsEntry("message.timestamp.before.max.ms", NEVER)
                    .containsEntry("segment.ms", NEVER)
                    .containsEntry("message.timestamp.type", "CreateTime");
        } else {
            assertThat(topic.config())
                    .containsEntry(
                            "retention.ms", Long.toString(Duration.ofDays(7).toMillis()))
                    .containsEntry("message.timestamp.type", "LogAppendTime")
                    .containsEntry("cleanup.policy", "delete");
        }
    }

    @Test
    void shouldStampOnlyUpdatesAndDeadLettersByTheBrokersClock() {
        assertThat(Topics.live().all().stream().filter(topic -> !topic.eventStamped()))
                .extracting(Topic::name)
                .containsExactly("news.updates.v1", "news.dead-letters.v1");
    }

    @Test
    void shouldKeepLogsAsTheyAre() {
        assertThat(Topics.live().all().stream().filter(topic -> topic.cleanup() == Cleanup.DELETE))
                .extracting(Topic::name)
                .containsExactly(
                        "news.articles.v1",
                        "news.corrections.v1",
                        "news.history.v1",
                        "news.updates.v1",
                        "news.story-changes.v1",
                        "news.dead-letters.v1");
    }

    @Test
    void shouldKeepWhatIsJoinedByArticleEquallyPartitioned() {
        Topics topics = Topics.live();
        assertThat(List.of(topics.articles, topics.corrections, topics.analyses, topics.placements))
                .allMatch(topic -> topic.partitions() == Topics.PARTITIONS)
                .allMatch(Topics::isJoinedByArticle)
                .allMatch(topic -> topic.key().equals("articleId"));
    }

    @Test
    void shouldGiveItsSerdes() {
        Topic<TopicUpdate> topic = Topics.live().updates;
        TopicUpdate update = TopicUpdate.newBuilder()
                .setTopic("story:a")
                .setKind(TopicKind.STORY)
                .setName("n")
                .setArticles(1)
                .setArticlesBefore(0)
                .setQuotes(2)
                .setQuotesBefore(0)
                .setOutletCount(1)
                .build();
        try (Serde<TopicUpdate> serde = topic.serde(Map.of("schema.registry.url", "mock://topics-test"))) {
            assertThat(serde.deserializer()
                            .deserialize(topic.name(), serde.serializer().serialize(topic.name(), update)))
                    .isEqualTo(update);
        }
        try (Serde<String> keys = topic.keySerde()) {
            assertThat(keys.serializer().serialize(topic.name(), "ж")).containsExactly(0xd0, 0xb6);
        }
    }
}
