/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.VestnikConsumerConfig;
import io.vestnik.consumer.tail.TailProgress;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.ArticleView;
import io.vestnik.schemas.avro.EntityType;
import io.vestnik.schemas.avro.EntityView;
import io.vestnik.schemas.avro.Mention;
import io.vestnik.schemas.avro.Outlet;
import io.vestnik.schemas.avro.Quote;
import io.vestnik.schemas.avro.QuoteKind;
import io.vestnik.schemas.avro.StoryView;
import io.vestnik.schemas.avro.UtteranceMember;
import io.vestnik.schemas.avro.UtteranceView;
import io.vestnik.schemas.avro.VariantKind;

/** An index that is given views, and answers. */
public final class ViewFixture implements AutoCloseable {
    static final Topics TOPICS = Topics.live();
    static final Instant START = Instant.parse("2026-02-04T12:00:00Z");

    private final Map<String, Object> settings =
            Map.of(VestnikConsumerConfig.SCHEMA_REGISTRY_URL_CONFIG, "mock://" + UUID.randomUUID());
    private final Path directory;
    private final Map<TopicPartition, Long> positions = new TreeMap<>(Comparator.comparing(TopicPartition::toString));
    private final List<ConsumerRecord<byte[], byte[]>> waiting = new ArrayList<>();
    private final List<ConsumerRecord<byte[], byte[]>> bad = new ArrayList<>();
    private ViewIndex index;
    private LuceneSearch search;

    public ViewFixture(Path directory) {
        this.directory = directory;
        index = open();
        search = search();
    }

    private ViewIndex open() {
        return ViewIndex.open(directory, TOPICS, settings, (record, why) -> bad.add(record), Duration.ZERO);
    }

    private LuceneSearch search() {
        return new LuceneSearch(index, () -> new TailProgress(positions, positions, true));
    }

    /** Closes the index and opens it again. */
    void reopen() {
        index.close();
        index = open();
        search = search();
    }

    ViewIndex index() {
        return index;
    }

    public SearchIndex answers() {
        return search;
    }

    List<ConsumerRecord<byte[], byte[]>> bad() {
        return bad;
    }

    public <V extends SpecificRecord> ViewFixture put(Topic<V> topic, String id, @Nullable V view) {
        return putBytes(topic, id, topic.serde(settings).serializer().serialize(topic.name(), view));
    }

    ViewFixture putBytes(Topic<?> topic, String id, byte @Nullable [] value) {
        TopicPartition partition = new TopicPartition(topic.name(), 0);
        long offset = positions.merge(partition, 1L, Long::sum) - 1;
        waiting.add(new ConsumerRecord<>(topic.name(), 0, offset, id.getBytes(StandardCharsets.UTF_8), value));
        return this;
    }

    /** Has everything indexed and seen. */
    public ViewFixture flush() {
        index.take(List.copyOf(waiting), positions);
        waiting.clear();
        index.take(List.of(), positions);
        return this;
    }

    static StoryView story(String id, String title, int articles, int latest) {
        return StoryView.newBuilder()
                .setStory(id)
                .setTitle(title)
                .setArticles(articles)
                .setOriginals(articles)
                .setCopies(0)
                .setQuotes(0)
                .setFirstObservedAt(START)
                .setLastObservedAt(START.plusSeconds(latest))
                .build();
    }

    static ArticleView.Builder article(String id, String story, String title, int seconds) {
        return ArticleView.newBuilder()
                .setArticleId(id)
                .setContentHash("h")
                .setTitle(title)
                .setStory(story)
                .setLanguage("ru")
                .setLength(100)
                .setFirstObservedAt(START.plusSeconds(seconds));
    }

    static Outlet outlet(String name) {
        return Outlet.newBuilder().setName(name).setBasis("field").build();
    }

    static Mention mention(String entity, String name, String text) {
        return Mention.newBuilder()
                .setBegin(0)
                .setEnd(1)
                .setType(EntityType.PER)
                .setText(text)
                .setName(name)
                .setEntityId(entity)
                .setGeneric(false)
                .setPosition("body")
                .build();
    }

    static Quote quote(String text, @Nullable String speaker, @Nullable String entity) {
        return Quote.newBuilder()
                .setBegin(0)
                .setEnd(1)
                .setKind(QuoteKind.DIRECT)
                .setText(text)
                .setSpeaker(speaker)
                .setSpeakerEntity(entity)
                .setMention("")
                .setCue("")
                .setEvidence("test")
                .setFirstObservedAt(START)
                .build();
    }

    static UtteranceView utterance(String id, String text, String speaker, int seconds, String... articles) {
        List<UtteranceMember> members = new ArrayList<>();
        for (String article : articles) {
            members.add(UtteranceMember.newBuilder()
                    .setUtteranceId(id)
                    .setArticleId(article)
                    .setBegin(0)
                    .setEnd(1)
                    .setQuoteKind(QuoteKind.DIRECT)
                    .setVariant(VariantKind.VERBATIM)
                    .setText(text)
                    .setMention("")
                    .setCue("")
                    .setEvidence("test")
                    .setFirstObservedAt(START)
                    .build());
        }
        return UtteranceView.newBuilder()
                .setUtteranceId(id)
                .setLanguage("ru")
                .setSpeaker(speaker)
                .setText(text)
                .setArticles(articles.length)
                .setOutlets(List.of("Вестник"))
                .setFirstObservedAt(START.plusSeconds(seconds))
                .setFirstObservedIn(articles[0])
                .setMembers(members)
                .build();
    }

    static EntityView entity(String id, EntityType type, String name, int articles) {
        return EntityView.newBuilder()
                .setEntityId(id)
                .setType(type)
                .setName(name)
                .setVariants(List.of(name))
                .setArticles(articles)
                .setMentions(articles)
                .setQuotes(0)
                .setFirstObservedAt(START)
                .build();
    }

    @Override
    public void close() {
        index.close();
    }
}
