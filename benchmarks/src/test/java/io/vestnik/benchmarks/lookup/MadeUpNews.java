/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.benchmarks.lookup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serializer;

import io.vestnik.consumer.search.LuceneSearch;
import io.vestnik.consumer.search.ViewIndex;
import io.vestnik.consumer.tail.TailProgress;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.ArticleView;
import io.vestnik.schemas.avro.EntityType;
import io.vestnik.schemas.avro.Mention;
import io.vestnik.schemas.avro.Outlet;
import io.vestnik.schemas.avro.Quote;
import io.vestnik.schemas.avro.QuoteKind;
import io.vestnik.schemas.avro.StoryView;

/** News of made-up words: a few large stories and many small ones, names and outlets as unequal. */
final class MadeUpNews implements AutoCloseable {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    static final Topics TOPICS = Topics.live();
    static final Map<String, Object> SETTINGS = Map.of("schema.registry.url", "mock://lookup");
    private static final Map<String, Serializer<?>> WRITERS = new TreeMap<>();
    private static final String[] SYLLABLES = {
        "ва", "го", "ди", "ку", "ле", "мо", "на", "по", "ри", "со", "ту", "фе", "ша", "ми", "бо", "зе"
    };
    static final String[] THEMES = {"society", "economy", "technology", "sports", "science", "other"};
    private static final int WORDS = 20_000;
    private static final int OUTLETS = 300;
    private static final int ENTITIES = 5_000;
    private static final int SECONDS = 20;
    static final int BATCH = 500;
    private static final long REFRESHED_NANOS = 50_000_000;

    private final Path directory;
    private final int stories;
    private final int articles;
    private final List<AutoCloseable> open = new ArrayList<>();

    /** So many stories and articles; what is made of them is kept in the directory. */
    MadeUpNews(Path directory, int stories, int articles) {
        this.directory = directory;
        this.stories = stories;
        this.articles = articles;
    }

    /** A word; small numbers are frequent words. */
    static String word(int number) {
        int rest = skewed(number, WORDS);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            word.append(SYLLABLES[rest % SYLLABLES.length]);
            rest = rest / SYLLABLES.length + i;
        }
        return word.toString();
    }

    static String outlet(int number) {
        return "Издание " + skewed(number, OUTLETS);
    }

    static String entity(int number) {
        return "e" + skewed(number, ENTITIES);
    }

    /** Many small numbers and few great ones, below the bound. */
    private static int skewed(int number, int bound) {
        double part = new Random(number).nextDouble();
        return (int) (bound * part * part * part);
    }

    int stories() {
        return stories;
    }

    int articles() {
        return articles;
    }

    String story(int number) {
        return "s" + number % stories;
    }

    Instant time(int number) {
        return START.plusSeconds(number % ((long) articles * SECONDS));
    }

    /** When so many quarters of the articles are known. */
    Instant quarter(int number) {
        return START.plusSeconds((long) articles * SECONDS * number / 4);
    }

    String storyOf(int article) {
        // Each story has an article at least; the rest go mostly to a few.
        return "s" + (article < stories ? article : skewed(article, stories));
    }

    static String text(Random random, int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : " ").append(word(random.nextInt(1 << 20)));
        }
        return text.toString();
    }

    /** An index over all of it. */
    LuceneSearch index() throws IOException {
        ViewIndex index =
                ViewIndex.open(Files.createDirectory(directory.resolve("search")), TOPICS, SETTINGS, (record, why) -> {
                    throw why;
                });
        open.add(index);
        int[] sizes = new int[stories];
        List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
        TopicPartition partition = new TopicPartition(TOPICS.viewArticles.name(), 0);
        for (int i = 0; i < articles; i++) {
            String story = storyOf(i);
            sizes[Integer.parseInt(story.substring(1))]++;
            batch.add(record(TOPICS.viewArticles, "a" + i, article(i, story)));
            if (batch.size() == BATCH) {
                index.take(batch, Map.of(partition, (long) i + 1));
                batch.clear();
            }
        }
        for (int i = 0; i < stories; i++) {
            Random random = new Random(i);
            batch.add(record(
                    TOPICS.viewStories,
                    "s" + i,
                    StoryView.newBuilder()
                            .setStory("s" + i)
                            .setTitle(text(random, 8))
                            .setArticles(sizes[i])
                            .setOriginals(sizes[i])
                            .setCopies(0)
                            .setQuotes(0)
                            .setFirstObservedAt(START)
                            .setLastObservedAt(time(random.nextInt(Integer.MAX_VALUE)))
                            .build()));
        }
        Map<TopicPartition, Long> all = Map.of(partition, (long) articles);
        index.take(batch, all);
        LuceneSearch search = new LuceneSearch(index, () -> new TailProgress(all, all, true));
        while (!search.progress().caughtUp()) {
            LockSupport.parkNanos(REFRESHED_NANOS);
            index.take(List.of(), all);
        }
        return search;
    }

    static ArticleView article(int number, String story) {
        Random random = new Random(number);
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            int entity = random.nextInt(1 << 20);
            mentions.add(Mention.newBuilder()
                    .setBegin(0)
                    .setEnd(1)
                    .setType(EntityType.PER)
                    .setText(word(entity))
                    .setName(word(entity) + " " + word(entity + 1))
                    .setEntityId(entity(entity))
                    .setGeneric(false)
                    .setPosition("body")
                    .build());
        }
        return ArticleView.newBuilder()
                .setArticleId("a" + number)
                .setContentHash("h")
                .setTitle(text(random, 9))
                .setStory(story)
                .setLanguage(number % 5 == 0 ? "en" : "ru")
                .setLength(2_000)
                .setTheme(THEMES[random.nextInt(THEMES.length)])
                .setOutlet(Outlet.newBuilder()
                        .setName(outlet(random.nextInt(1 << 20)))
                        .setBasis("field")
                        .build())
                .setFirstObservedAt(START.plusSeconds((long) number * SECONDS))
                .setMentions(mentions)
                .setQuotes(List.of(quote(random), quote(random)))
                .build();
    }

    private static Quote quote(Random random) {
        return Quote.newBuilder()
                .setBegin(0)
                .setEnd(1)
                .setKind(QuoteKind.DIRECT)
                .setText(text(random, 25))
                .setSpeaker(word(random.nextInt(1 << 20)))
                .setMention("")
                .setCue("")
                .setEvidence("made up")
                .setFirstObservedAt(START)
                .build();
    }

    @SuppressWarnings("unchecked") // each is made for its own topic
    static <V extends SpecificRecord> ConsumerRecord<byte[], byte[]> record(Topic<V> topic, String key, V value) {
        Serializer<V> writer = (Serializer<V>) WRITERS.computeIfAbsent(
                topic.name(), name -> topic.serde(SETTINGS).serializer());
        return new ConsumerRecord<>(
                topic.name(), 0, 0, key.getBytes(StandardCharsets.UTF_8), writer.serialize(topic.name(), value));
    }

    @Override
    public void close() throws IOException {
        try {
            for (AutoCloseable each : open) {
                each.close();
            }
        } catch (Exception e) {
            throw new IOException("cannot close the benchmark's stores", e);
        }
    }
}
