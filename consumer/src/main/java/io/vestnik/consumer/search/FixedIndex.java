/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;

import org.apache.avro.specific.SpecificRecord;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

import io.vestnik.consumer.http.NotReadyException;
import io.vestnik.consumer.tail.TailProgress;

/**
 * An index over views that are given once. It finds, selects, sorts and scores as the index over the views of now does, by
 * the same classes and by statistics of these views alone.
 */
public final class FixedIndex implements IndexStates, AutoCloseable {
    private static final double BUFFER_MB = 32;
    private static final TailProgress COMPLETE = new TailProgress(Map.of(), Map.of(), true);

    private final Path path;
    private final Directory directory;
    private final DirectoryReader reader;
    private final StorySearcher searcher;
    private final SearchIndex search = new LuceneSearch(this, () -> COMPLETE);
    private final ReadWriteLock open = new ReentrantReadWriteLock();
    private boolean closed;

    /** Gives the views to a receiver, which may end it by an exception. */
    @FunctionalInterface
    public interface Views {
        /** Gives all of them, in any order, each once. */
        void giveTo(Consumer<SpecificRecord> receiver);
    }

    private FixedIndex(Path path, Views views) throws IOException {
        this.path = path;
        IOUtils.rm(path);
        directory = FSDirectory.open(path);
        try {
            try (IndexWriter writer = new IndexWriter(
                    directory, new IndexWriterConfig(new FieldAnalyzer()).setRAMBufferSizeMB(BUFFER_MB))) {
                views.giveTo(view -> add(writer, view));
            }
            reader = DirectoryReader.open(directory);
            searcher = new StoryStates().next(reader);
        } catch (IOException | RuntimeException e) {
            directory.close();
            IOUtils.rm(path);
            throw e;
        }
    }

    /**
     * Makes an index.
     *
     * @param path directory of its own, which goes when it is closed; what is there before is removed
     * @throws UncheckedIOException when it cannot be written
     */
    public static FixedIndex make(Path path, Views views) {
        try {
            return new FixedIndex(path, views);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a search index in " + path, e);
        }
    }

    private static void add(IndexWriter writer, SpecificRecord view) {
        try {
            writer.addDocument(ViewDocuments.of(view));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a search index", e);
        }
    }

    /** Answers from it. */
    public SearchIndex search() {
        return search;
    }

    @Override
    public <T> T ask(Question<T> question) {
        open.readLock().lock();
        try {
            if (closed) {
                throw new NotReadyException("The index was given up for another one. Ask again.");
            }
            return question.ask(searcher);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the search index", e);
        } finally {
            open.readLock().unlock();
        }
    }

    /** Removes it, once nobody asks it any more. */
    @Override
    public void close() {
        open.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                reader.close();
                directory.close();
                IOUtils.rm(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove the search index in " + path, e);
        } finally {
            open.writeLock().unlock();
        }
    }
}
