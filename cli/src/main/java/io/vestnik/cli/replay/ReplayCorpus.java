/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.replay;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.Sha256;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.Correction;

/**
 * The events of a run, and the corrections and changes of watches among them. Their bodies are in a file, so that the memory taken is some hundred bytes an event; what is kept
 * of each is where it stands in order. Equal events are one.
 *
 * <p>Not safe for use by several threads.
 */
public final class ReplayCorpus implements AutoCloseable {
    private final FileChannel bodies;
    private final List<Entry> entries = new ArrayList<>();
    /** In the order of their times. */
    private final List<WatchChange> watches = new ArrayList<>();
    /** The same, by the place of the event that they come before. */
    private final SortedMap<Integer, List<WatchChange>> placed = new TreeMap<>();

    private long end;

    private record Entry(EventOrder order, long at, int length) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            return order.compareTo(other.order);
        }
    }

    private ReplayCorpus(FileChannel bodies) {
        this.bodies = bodies;
    }

    /**
     * An empty corpus.
     *
     * @param file where the bodies are kept; it is made, and removed on close
     */
    public static ReplayCorpus create(Path file) throws IOException {
        return new ReplayCorpus(FileChannel.open(
                file,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE));
    }

    /** Adds an event. */
    public void add(ArticleEvent event) {
        add(EventOrder.of(event), CanonicalAvro.body(event));
    }

    /** Adds a correction of one article. */
    public void add(Correction correction) {
        add(EventOrder.of(correction), CanonicalAvro.body(correction));
    }

    /** Adds a change of a watch, no earlier than those that were added. */
    void add(WatchChange change) {
        watches.add(change);
    }

    private void add(EventOrder order, byte[] body) {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(body);
            long at = end;
            while (buffer.hasRemaining()) {
                end += bodies.write(buffer, end);
            }
            entries.add(new Entry(order, at, body.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the events in order; to be called when all are added. */
    public void sort() {
        List<Entry> all = new ArrayList<>(new TreeSet<>(entries));
        entries.clear();
        entries.addAll(all);
        placed.clear();
        for (WatchChange change : watches) {
            long time = change.at().toEpochMilli();
            int earlier = (int) entries.stream()
                    .filter(entry -> entry.order.observedAt() < time)
                    .count();
            placed.computeIfAbsent(earlier, place -> new ArrayList<>()).add(change);
        }
    }

    /** Puts the events in an order that the seed chooses, the same for the same seed and events. */
    public void shuffle(long seed) {
        sort();
        Collections.shuffle(entries, new Random(seed));
    }

    /**
     * What changes of the watches before the event at a place, from 0 to {@link #size()}: what came since the event before
     * it in the order of times. Of a shuffled corpus the watches keep their order and their places.
     */
    List<WatchChange> watchesBefore(int place) {
        return placed.getOrDefault(place, List.of());
    }

    /** How many events and corrections there are. */
    public int size() {
        return entries.size();
    }

    /** How many of them are corrections. */
    public int corrections() {
        return (int) entries.stream().filter(entry -> entry.order.correction()).count();
    }

    /** How many articles the events are of. */
    public int articles() {
        TreeSet<String> ids = new TreeSet<>();
        entries.stream().filter(entry -> !entry.order.correction()).forEach(entry -> ids.add(entry.order.articleId()));
        return ids.size();
    }

    /** When the event at a place was observed, milliseconds since the epoch. */
    public long observedAt(int place) {
        return entries.get(place).order.observedAt();
    }

    /** When the first event was observed; null when there are none. */
    public @Nullable Instant first() {
        return entries.stream()
                .map(entry -> Instant.ofEpochMilli(entry.order.observedAt()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** When the last event was observed; null when there are none. */
    public @Nullable Instant last() {
        return entries.stream()
                .map(entry -> Instant.ofEpochMilli(entry.order.observedAt()))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The event or correction at a place, from 0. */
    public SpecificRecord get(int place) {
        Entry entry = entries.get(place);
        return entry.order.correction()
                ? CanonicalAvro.record(Correction.class, body(entry))
                : CanonicalAvro.record(ArticleEvent.class, body(entry));
    }

    /** SHA-256 over the bodies of all events in order, each behind its length, whatever order they are in now. */
    public String digest() {
        return digest(false);
    }

    /** The same of the corrections. */
    public String correctionsDigest() {
        return digest(true);
    }

    private String digest(boolean corrections) {
        List<Entry> sorted = new ArrayList<>(entries);
        sorted.removeIf(entry -> entry.order.correction() != corrections);
        Collections.sort(sorted);
        MessageDigest digest = Sha256.start();
        for (Entry entry : sorted) {
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(entry.length).array());
            digest.update(body(entry));
        }
        return Sha256.hex(digest);
    }

    private byte[] body(Entry entry) {
        ByteBuffer buffer = ByteBuffer.allocate(entry.length);
        try {
            while (buffer.hasRemaining()) {
                if (bodies.read(buffer, entry.at + buffer.position()) < 0) {
                    throw new EOFException("the file of the corpus was cut short");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.array();
    }

    @Override
    public void close() throws IOException {
        bodies.close();
    }
}
