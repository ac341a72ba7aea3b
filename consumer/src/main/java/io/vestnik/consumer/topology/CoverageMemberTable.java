/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import java.util.List;
import java.util.Objects;

import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.recipe.OrderKeys;
import io.vestnik.consumer.recipe.StoryRecipe;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.avro.ArticleLine;
import io.vestnik.schemas.avro.CoverageMember;
import io.vestnik.schemas.serde.Encoded;

/**
 * Keeps of the articles of each topic what its views show: how many of them are in each story, and of a story their
 * lines by (firstObservedAt, articleId). Of an article itself it keeps by what it was counted and placed, so that both
 * can be taken back. Forwards the time of each record.
 */
final class CoverageMemberTable extends ContextualFixedKeyProcessor<RowKey, Encoded<CoverageMember>, Long> {
    private static final String STORIES = TopicIds.story("");

    private KeyValueStore<String, String> members;
    private KeyValueStore<String, Integer> stories;
    private KeyValueStore<String, Encoded<ArticleLine>> lines;

    @SuppressWarnings("NullAway.Init") // the stores come with init()
    CoverageMemberTable() {}

    @Override
    public void init(FixedKeyProcessorContext<RowKey, Long> context) {
        super.init(context);
        members = context.getStateStore(ConsumerStores.TOPIC_MEMBERS);
        stories = context.getStateStore(ConsumerStores.TOPIC_STORIES);
        lines = context.getStateStore(ConsumerStores.STORY_LINES);
    }

    @Override
    public void process(FixedKeyRecord<RowKey, Encoded<CoverageMember>> record) {
        String topic = record.key().group();
        String key = record.key().row();
        Encoded<CoverageMember> row = record.value();
        Member before = Member.read(members.get(key));
        Member after = row == null ? null : Member.of(row.value());
        if (!Objects.equals(before, after)) {
            members.put(key, after == null ? null : after.written());
            move(topic, before == null ? null : before.story(), after == null ? null : after.story());
        }
        if (topic.startsWith(STORIES)) {
            String articleId = Keys.split(key).get(1);
            if (before != null && (after == null || !before.time().equals(after.time()))) {
                lines.delete(place(topic, before, articleId));
            }
            if (row != null && after != null) {
                lines.put(place(topic, after, articleId), Encoded.of(StoryRecipe.line(row.value())));
            }
        }
        context().forward(record.withValue(record.timestamp()));
    }

    private void move(String topic, @Nullable String from, @Nullable String to) {
        if (Objects.equals(from, to)) {
            return;
        }
        if (from != null) {
            count(Keys.of(topic, from), -1);
        }
        if (to != null) {
            count(Keys.of(topic, to), 1);
        }
    }

    private void count(String key, int change) {
        Integer before = stories.get(key);
        int after = (before == null ? 0 : before) + change;
        stories.put(key, after == 0 ? null : Integer.valueOf(after));
    }

    private static String place(String topic, Member member, String articleId) {
        return Keys.of(topic, member.time(), articleId);
    }

    /**
     * What is kept of an article in a topic.
     *
     * @param time firstObservedAt, sortable
     * @param story the story that it was counted to
     */
    private record Member(String time, String story) {
        static Member of(CoverageMember row) {
            return new Member(OrderKeys.sortable(row.getFirstObservedAt()), row.getStory());
        }

        static @Nullable Member read(@Nullable String written) {
            if (written == null) {
                return null;
            }
            List<String> parts = Keys.split(written);
            return new Member(parts.get(0), parts.get(1));
        }

        String written() {
            return Keys.of(time, story);
        }
    }
}
