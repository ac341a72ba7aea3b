/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.TreeMap;

import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.specific.SpecificDatumWriter;

import io.vestnik.schemas.avro.HistoryEntry;

/**
 * Writes a history in its order: by knownAt, then table, then key. It is given the changes of one moment in any order; of
 * several changes of a row at one moment the last counts, as nobody can have known the others.
 */
public final class HistoryWriter implements AutoCloseable {
    private final DataFileWriter<HistoryEntry> file;
    private final TreeMap<String, TreeMap<String, HistoryEntry>> moment = new TreeMap<>();
    private Instant knownAt = Instant.MIN;

    /**
     * Begins a history.
     *
     * @param path the file; replaced when it is there
     */
    public HistoryWriter(Path path) throws IOException {
        DataFileWriter<HistoryEntry> writer = new DataFileWriter<>(new SpecificDatumWriter<>(HistoryEntry.class));
        file = writer.setCodec(CodecFactory.deflateCodec(1)).create(HistoryEntry.getClassSchema(), path.toFile());
    }

    /**
     * Takes a change.
     *
     * @throws IllegalStateException when it became known before one that was taken already
     */
    public void add(HistoryEntry entry) {
        if (entry.getKnownAt().isBefore(knownAt)) {
            throw new IllegalStateException("the history goes back: " + entry.getTable() + " " + entry.getRowKey()
                    + " known at " + entry.getKnownAt() + " comes after " + knownAt);
        }
        if (entry.getKnownAt().isAfter(knownAt)) {
            flush();
            knownAt = entry.getKnownAt();
        }
        moment.computeIfAbsent(entry.getTable(), table -> new TreeMap<>()).put(entry.getRowKey(), entry);
    }

    private void flush() {
        for (TreeMap<String, HistoryEntry> rows : moment.values()) {
            for (HistoryEntry entry : rows.values()) {
                try {
                    file.append(entry);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        moment.clear();
    }

    @Override
    public void close() throws IOException {
        flush();
        file.close();
    }
}
