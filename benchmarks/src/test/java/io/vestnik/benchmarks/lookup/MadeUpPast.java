/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.benchmarks.lookup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import io.vestnik.consumer.asof.AsOfViews;
import io.vestnik.consumer.asof.HistoryStore;
import io.vestnik.consumer.asof.PastIndexes;
import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.TopicIds;
import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.ArticleView;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.CoverageMember;
import io.vestnik.schemas.avro.EntityCount;
import io.vestnik.schemas.avro.EntityType;
import io.vestnik.schemas.avro.HistoryEntry;
import io.vestnik.schemas.avro.HourCount;
import io.vestnik.schemas.avro.OutletCount;
import io.vestnik.schemas.avro.Placement;
import io.vestnik.schemas.avro.Sketch;

/** The history of made-up news: with each article its story and its theme change. */
final class MadeUpPast implements AutoCloseable {
    private static final Sketch SKETCH = Sketch.newBuilder()
            .setRecipe("made up")
            .setWords(0)
            .setMinhash(ByteBuffer.allocate(0))
            .setShingles(ByteBuffer.allocate(0))
            .setPlaces(ByteBuffer.allocate(0))
            .build();

    private final HistoryStore store;
    private final PastIndexes indexes;
    private long entries;

    /** All of it, kept in the directory. */
    MadeUpPast(MadeUpNews news, Path directory) throws IOException {
        store = HistoryStore.open(
                Files.createDirectory(directory.resolve("history")),
                MadeUpNews.TOPICS,
                MadeUpNews.SETTINGS,
                (record, why) -> {
                    throw why;
                });
        indexes = new PastIndexes(store, MadeUpNews.TOPICS, () -> true, directory.resolve("past"), fault -> {
            throw new IllegalStateException(fault);
        });
        int[] sizes = new int[news.stories()];
        int[] themes = new int[MadeUpNews.THEMES.length];
        List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
        for (int i = 0; i < news.articles(); i++) {
            String story = news.storyOf(i);
            int theme = i % MadeUpNews.THEMES.length;
            int number = Integer.parseInt(story.substring(1));
            ArticleView article = MadeUpNews.article(i, story);
            Instant knownAt = article.getFirstObservedAt();
            said(batch, article, knownAt);
            change(batch, TopicIds.story(story), i, story, ++sizes[number], knownAt);
            change(batch, TopicIds.theme(MadeUpNews.THEMES[theme]), i, story, ++themes[theme], knownAt);
            if (batch.size() >= MadeUpNews.BATCH || i == news.articles() - 1) {
                store.take(batch, Map.of(new TopicPartition(MadeUpNews.TOPICS.history.name(), 0), entries));
                batch.clear();
            }
        }
    }

    AsOfViews views() {
        return AsOfViews.over(store, MadeUpNews.TOPICS, () -> true);
    }

    PastIndexes indexes() {
        return indexes;
    }

    long entries() {
        return entries;
    }

    private void said(List<ConsumerRecord<byte[], byte[]>> batch, ArticleView article, Instant knownAt) {
        entry(
                batch,
                MadeUpNews.TOPICS.analyses,
                article.getArticleId(),
                knownAt,
                Analysis.newBuilder()
                        .setArticleId(article.getArticleId())
                        .setContentHash(article.getContentHash())
                        .setFirstObservedAt(article.getFirstObservedAt())
                        .setOutlet(article.getOutlet())
                        .setTitle(article.getTitle())
                        .setLanguage(article.getLanguage())
                        .setLength(article.getLength())
                        .setSketch(SKETCH)
                        .setMentions(article.getMentions())
                        .setQuotes(article.getQuotes())
                        .build());
        entry(
                batch,
                MadeUpNews.TOPICS.placements,
                article.getArticleId(),
                knownAt,
                Placement.newBuilder()
                        .setArticleId(article.getArticleId())
                        .setContentHash(article.getContentHash())
                        .setLanguage(article.getLanguage())
                        .setStory(article.getStory())
                        .setTheme(article.getTheme())
                        .build());
    }

    private void change(
            List<ConsumerRecord<byte[], byte[]>> batch,
            String topic,
            int article,
            String story,
            int size,
            Instant knownAt) {
        Random random = new Random(article);
        List<OutletCount> outlets = new ArrayList<>();
        List<EntityCount> names = new ArrayList<>();
        List<HourCount> hours = new ArrayList<>();
        for (int i = 0; i < Math.min(size, 20); i++) {
            outlets.add(new OutletCount(MadeUpNews.outlet(random.nextInt(1 << 20)), 1));
            names.add(new EntityCount(MadeUpNews.entity(i), MadeUpNews.word(i), EntityType.PER, 1, 1));
            hours.add(new HourCount(MadeUpNews.START.plusSeconds(3600L * i), 1));
        }
        entry(
                batch,
                MadeUpNews.TOPICS.coverage,
                topic,
                knownAt,
                Coverage.newBuilder()
                        .setTopic(topic)
                        .setKind(TopicIds.kind(topic))
                        .setName("Название темы")
                        .setArticles(size)
                        .setOriginals(size)
                        .setCopies(0)
                        .setQuotes(size)
                        .setOutletCount(outlets.size())
                        .setOutlets(outlets)
                        .setEntities(names)
                        .setHours(hours)
                        .setFirstObservedAt(MadeUpNews.START)
                        .setFirstObservedIn("a0")
                        .setLastObservedAt(knownAt)
                        .build());
        entry(
                batch,
                MadeUpNews.TOPICS.coverageMembers,
                Keys.of(topic, "a" + article),
                knownAt,
                CoverageMember.newBuilder()
                        .setTopic(topic)
                        .setArticleId("a" + article)
                        .setTitle(MadeUpNews.text(random, 9))
                        .setStory(story)
                        .setFirstObservedAt(knownAt)
                        .setQuotes(1)
                        .build());
    }

    private <V extends SpecificRecord> void entry(
            List<ConsumerRecord<byte[], byte[]>> batch, Topic<V> table, String key, Instant knownAt, V row) {
        entries++;
        batch.add(MadeUpNews.record(
                MadeUpNews.TOPICS.history,
                Keys.of(table.baseName(), key),
                HistoryEntry.newBuilder()
                        .setTable(table.baseName())
                        .setRowKey(key)
                        .setKnownAt(knownAt)
                        .setRow(ByteBuffer.wrap(CanonicalAvro.body(row)))
                        .setSchema$(CanonicalAvro.fingerprint(table.valueType()))
                        .build()));
    }

    @Override
    public void close() {
        indexes.close();
        store.close();
    }
}
