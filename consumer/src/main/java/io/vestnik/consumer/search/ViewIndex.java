/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.http.NotReadyException;
import io.vestnik.consumer.tail.BadRecords;
import io.vestnik.consumer.tail.TailProgress;
import io.vestnik.consumer.tail.TailSink;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.serde.BadRecordException;

/**
 * The index over the topics of views, on disk. How far the topics were read stands in the commits of the index itself: after
 * a kill it goes on where the last commit stands, and what it indexes a second time replaces what it has.
 */
public final class ViewIndex implements IndexStates, TailSink, AutoCloseable {
    /** Form of what is on disk; another one is made anew. */
    public static final String VERSION = "2";

    private static final double BUFFER_MB = 32;
    private static final Duration REFRESH = Duration.ofMillis(500);
    /** A slow machine, or a large index, is given so much more time between two refreshes at most. */
    private static final int LONGEST_REFRESH = 2;
    /** A refresh is followed by so many times what it has taken, so that it is no more than a twentieth of a core. */
    private static final int REFRESH_SHARE = 20;

    private static final long COMMIT_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final int COMMIT_RECORDS = 50_000;
    /** When it was whole, beside the offsets, whose names have two parts. */
    private static final String WHOLE = "whole";

    /** Kept here, or its level would be forgotten. It recommends versions of Lucene and modules of Java to users. */
    private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

    private final Map<String, Kind<?>> kinds = new HashMap<>();
    private final BadRecords badRecords;
    private final Directory directory;
    private final IndexWriter writer;
    private final StoryStates stories = new StoryStates();
    private final SearcherManager searchers;
    private Map<TopicPartition, Long> indexed;
    private volatile Map<TopicPartition, Long> visible;
    private final long refreshNanos;
    private long refreshAt = System.nanoTime();
    private Instant wholeAt;
    private long committedAt = System.nanoTime();
    private boolean stale;
    private int uncommitted;

    /** How the views of a topic are read. */
    private record Kind<V extends SpecificRecord>(
            SearchKind kind, Deserializer<V> reader, Function<V, Document> document) {
        @Nullable Document read(ConsumerRecord<byte[], byte[]> record) {
            V view = reader.deserialize(record.topic(), record.value());
            return view == null ? null : document.apply(view);
        }
    }

    private ViewIndex(Path path, Topics topics, Map<String, ?> serdes, BadRecords badRecords, Duration refresh)
            throws IOException {
        LUCENE.setLevel(Level.SEVERE);
        refreshNanos = refresh.toNanos();
        this.badRecords = badRecords;
        add(SearchKind.STORY, topics.viewStories, serdes, ViewDocuments::of);
        add(SearchKind.ARTICLE, topics.viewArticles, serdes, ViewDocuments::of);
        add(SearchKind.UTTERANCE, topics.viewUtterances, serdes, ViewDocuments::of);
        add(SearchKind.ENTITY, topics.viewEntities, serdes, ViewDocuments::of);
        directory = FSDirectory.open(path);
        writer = new IndexWriter(
                directory,
                new IndexWriterConfig(new FieldAnalyzer())
                        .setRAMBufferSizeMB(BUFFER_MB)
                        .setCommitOnClose(false));
        Map<String, String> kept = new HashMap<>();
        Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
        if (data != null) {
            data.forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        }
        String whole = kept.remove(WHOLE);
        wholeAt = whole == null ? Instant.EPOCH : Instant.parse(whole);
        indexed = offsets(kept);
        visible = indexed;
        searchers = new SearcherManager(writer, new SearcherFactory() {
            @Override
            public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) throws IOException {
                return stories.next(reader);
            }
        });
    }

    /**
     * Opens what is kept.
     *
     * @param path directory; see {@link io.vestnik.consumer.tail.KeptDirectory}
     * @param serdes properties of the serdes
     * @throws UncheckedIOException when it cannot be opened
     */
    public static ViewIndex open(Path path, Topics topics, Map<String, ?> serdes, BadRecords badRecords) {
        return open(path, topics, serdes, badRecords, REFRESH);
    }

    /** The same, with the time between two states that can be seen. */
    static ViewIndex open(Path path, Topics topics, Map<String, ?> serdes, BadRecords badRecords, Duration refresh) {
        try {
            return new ViewIndex(path, topics, serdes, badRecords, refresh);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the search index in " + path, e);
        }
    }

    /** The topics that it is made of. */
    public static List<Topic<?>> topics(Topics topics) {
        return List.of(topics.viewStories, topics.viewArticles, topics.viewUtterances, topics.viewEntities);
    }

    private <V extends SpecificRecord> void add(
            SearchKind kind, Topic<V> topic, Map<String, ?> serdes, Function<V, Document> document) {
        kinds.put(topic.name(), new Kind<>(kind, topic.serde(serdes).deserializer(), document));
    }

    @Override
    public Map<TopicPartition, Long> positions() {
        return indexed;
    }

    /** How far what questions are answered from has come, when so much is read. */
    TailProgress visible(TailProgress read) {
        Map<TopicPartition, Long> seen = visible;
        boolean all = read.caughtUp()
                && read.ends().entrySet().stream()
                        .allMatch(end -> seen.getOrDefault(end.getKey(), 0L) >= end.getValue());
        return new TailProgress(seen, read.ends(), all);
    }

    @Override
    public void take(List<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> positions) {
        try {
            for (ConsumerRecord<byte[], byte[]> record : records) {
                index(record);
            }
            indexed = Map.copyOf(positions);
            stale |= !records.isEmpty();
            uncommitted += records.size();
            long now = System.nanoTime();
            if (!stale || now - refreshAt >= 0) {
                refresh();
            }
            if (uncommitted >= COMMIT_RECORDS || (uncommitted > 0 && now - committedAt > COMMIT_NANOS)) {
                commit();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the search index", e);
        }
    }

    private void index(ConsumerRecord<byte[], byte[]> record) throws IOException {
        Kind<?> kind = kinds.get(record.topic());
        if (kind == null || record.key() == null) {
            throw new IllegalStateException("not a topic of views, or without a key: " + record.topic());
        }
        Term key = new Term(Fields.KEY, Fields.key(kind.kind(), new String(record.key(), StandardCharsets.UTF_8)));
        Document document;
        try {
            document = kind.read(record);
        } catch (BadRecordException e) {
            badRecords.bad(record, e);
            return;
        }
        if (document == null) {
            writer.deleteDocuments(key);
        } else {
            writer.updateDocument(key, document);
        }
    }

    private void refresh() throws IOException {
        if (stale) {
            long begin = System.nanoTime();
            searchers.maybeRefreshBlocking();
            stale = false;
            long end = System.nanoTime();
            refreshAt = end
                    + Math.min(LONGEST_REFRESH * refreshNanos, Math.max(refreshNanos, REFRESH_SHARE * (end - begin)));
        }
        visible = indexed;
    }

    private void commit() throws IOException {
        Map<String, String> offsets = new HashMap<>();
        indexed.forEach((partition, offset) -> offsets.put(
                Keys.of(partition.topic(), Integer.toString(partition.partition())), Long.toString(offset)));
        offsets.put(WHOLE, wholeAt.toString());
        writer.setLiveCommitData(offsets.entrySet());
        writer.commit();
        uncommitted = 0;
        committedAt = System.nanoTime();
    }

    private static Map<TopicPartition, Long> offsets(Map<String, String> kept) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        kept.forEach((name, offset) -> {
            List<String> parts = Keys.split(name);
            offsets.put(new TopicPartition(parts.get(0), Integer.parseInt(parts.get(1))), Long.parseLong(offset));
        });
        return Map.copyOf(offsets);
    }

    @Override
    public Instant wholeAt() {
        return wholeAt;
    }

    /** Commits, as a quiet topic gives no other occasion to. */
    @Override
    public void whole(Instant time) {
        wholeAt = time;
        try {
            commit();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the search index", e);
        }
    }

    @Override
    public void clear() {
        try {
            writer.deleteAll();
            indexed = Map.of();
            visible = indexed;
            stale = true;
            commit();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot empty the search index", e);
        }
    }

    @Override
    public <T> T ask(Question<T> question) {
        try {
            StorySearcher searcher = (StorySearcher) searchers.acquire();
            try {
                return question.ask(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (AlreadyClosedException e) {
            throw new NotReadyException("The consumer is ending. Ask again in a moment.", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the search index", e);
        }
    }

    /** Commits and closes; not while it is given records. */
    @Override
    public void close() {
        try (directory;
                writer;
                searchers) {
            if (writer.isOpen()) {
                commit();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the search index", e);
        }
    }
}
