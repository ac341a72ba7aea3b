/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.topology;

import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.query.ViewKind;
import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.avro.ArticleLine;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.CoverageMember;
import io.vestnik.schemas.avro.StoryView;

/** Coverage of a story and the lines of its articles, to {@code news.views.stories.v1}. */
final class StoryViews implements ViewRecipe<StoryView> {
    private static final String PREFIX = TopicIds.story("");

    private KeyValueStore<String, Coverage> coverage;
    private KeyValueStore<String, CoverageMember> members;
    private KeyValueStore<String, String> order;

    @SuppressWarnings("NullAway.Init") // the stores come with open()
    StoryViews() {}

    /** From touched topics to views of stories. */
    static void add(KStream<String, Touched> touchedTopics, ViewSinks sinks) {
        KStream<String, Touched> stories =
                touchedTopics.filter((topic, touched) -> topic.startsWith(PREFIX), sinks.named("stories-touched"));
        sinks.add(
                stories,
                ViewKind.STORIES,
                StoryViews::new,
                sinks.topics().viewStories,
                ConsumerStores.COVERAGE,
                ConsumerStores.COVERAGE_MEMBERS,
                ConsumerStores.COVERAGE_MEMBER_ORDER);
    }

    @Override
    public void open(ProcessorContext<?, ?> context) {
        coverage = context.getStateStore(ConsumerStores.COVERAGE);
        members = context.getStateStore(ConsumerStores.COVERAGE_MEMBERS);
        order = context.getStateStore(ConsumerStores.COVERAGE_MEMBER_ORDER);
    }

    @Override
    public String id(String topic) {
        return topic.substring(PREFIX.length());
    }

    @Override
    public @Nullable StoryView view(String topic) {
        Coverage row = coverage.get(topic);
        if (row == null) {
            return null;
        }
        Bounded<ArticleLine> lines = new Bounded<>();
        Groups.values(order, topic, rowKey -> lines.add(line(members.get(rowKey))));
        if (lines.rows().isEmpty()) {
            return null;
        }
        return StoryView.newBuilder()
                .setStory(id(topic))
                .setTitle(row.getName())
                .setArticles(row.getArticles())
                .setOriginals(row.getOriginals())
                .setCopies(row.getCopies())
                .setQuotes(row.getQuotes())
                .setOutlets(row.getOutlets())
                .setSpeakers(row.getSpeakers())
                .setEntities(row.getEntities())
                .setFirstObservedAt(row.getFirstObservedAt())
                .setLastObservedAt(row.getLastObservedAt())
                .setMembers(lines.rows())
                .build();
    }

    private static ArticleLine line(CoverageMember member) {
        return ArticleLine.newBuilder()
                .setArticleId(member.getArticleId())
                .setTitle(member.getTitle())
                .setOutlet(member.getOutlet())
                .setUrl(member.getUrl())
                .setCopyOf(member.getCopyOf())
                .setFirstObservedAt(member.getFirstObservedAt())
                .setClaimedAt(member.getClaimedAt())
                .setQuotes(member.getQuotes())
                .build();
    }
}
