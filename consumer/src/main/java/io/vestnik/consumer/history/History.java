/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;

import org.apache.avro.file.DataFileReader;
import org.apache.avro.specific.SpecificDatumReader;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.HistoryEntry;

/** What was known when: every change of a run's final tables, by knownAt, table and key. An Avro file. */
public final class History implements Iterator<HistoryEntry>, AutoCloseable {
    private final DataFileReader<HistoryEntry> file;
    private final @Nullable Instant until;
    private @Nullable HistoryEntry next;

    private History(DataFileReader<HistoryEntry> file, @Nullable Instant until) {
        this.file = file;
        this.until = until;
        this.next = read();
    }

    /**
     * Opens a history.
     *
     * @param path the file
     * @param asOf what became known later is left out; null for all of it
     */
    public static History open(Path path, @Nullable Instant asOf) throws IOException {
        return new History(new DataFileReader<>(path.toFile(), new SpecificDatumReader<>(HistoryEntry.class)), asOf);
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public HistoryEntry next() {
        HistoryEntry entry = next;
        if (entry == null) {
            throw new NoSuchElementException();
        }
        next = read();
        return entry;
    }

    private @Nullable HistoryEntry read() {
        HistoryEntry entry = file.hasNext() ? file.next() : null;
        return entry == null || (until != null && entry.getKnownAt().isAfter(until)) ? null : entry;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
