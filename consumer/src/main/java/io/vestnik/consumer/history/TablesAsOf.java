/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.TableDigest;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.avro.HistoryEntry;

/** The final tables as they were known at one time: what the history says up to then. Keeps all live rows in memory. */
public final class TablesAsOf {
    /** By base name of the table, then by key. */
    private final SortedMap<String, SortedMap<String, HistoryEntry>> tables = new TreeMap<>();

    /**
     * Reads a history.
     *
     * @param history its file
     * @param asOf the time; null for the tables as they ended
     */
    public static TablesAsOf read(Path history, @Nullable Instant asOf) throws IOException {
        TablesAsOf tables = new TablesAsOf();
        try (History entries = History.open(history, asOf)) {
            entries.forEachRemaining(tables::apply);
        }
        return tables;
    }

    /** Takes the next change of the history. */
    public void apply(HistoryEntry entry) {
        SortedMap<String, HistoryEntry> rows = tables.computeIfAbsent(entry.getTable(), table -> new TreeMap<>());
        if (entry.getRow() == null) {
            rows.remove(entry.getRowKey());
        } else {
            rows.put(entry.getRowKey(), entry);
        }
    }

    /** The changes that left the live rows of a table, by key. */
    public SortedMap<String, HistoryEntry> entries(Topic<?> table) {
        return Collections.unmodifiableSortedMap(tables.getOrDefault(table.baseName(), Collections.emptySortedMap()));
    }

    /**
     * The live rows of a table, by key.
     *
     * @throws OtherSchemaException when a row was written by another schema than this version's
     */
    public <V extends SpecificRecord> SortedMap<String, V> rows(Topic<V> table) {
        SortedMap<String, V> rows = new TreeMap<>();
        entries(table).forEach((key, entry) -> rows.put(key, row(table, entry)));
        return rows;
    }

    /**
     * The row that a change left; the change must not be a removal.
     *
     * @throws OtherSchemaException when it was written by another schema than this version's
     */
    public static <V extends SpecificRecord> V row(Topic<V> table, HistoryEntry entry) {
        Long schema = entry.getSchema$();
        long own = CanonicalAvro.fingerprint(table.valueType());
        if (schema == null || schema != own) {
            throw new OtherSchemaException("The row " + entry.getRowKey() + " of " + entry.getTable()
                    + " was written by another version of Vestnik. Run the replay again with this one.");
        }
        return CanonicalAvro.record(table.valueType(), body(entry));
    }

    /** Digest of the tables. */
    public TableDigest digest() {
        TableDigest digest = new TableDigest();
        tables.forEach((table, rows) ->
                rows.forEach((key, entry) -> digest.putBody(table, key.getBytes(StandardCharsets.UTF_8), body(entry))));
        return digest;
    }

    private static byte[] body(HistoryEntry entry) {
        ByteBuffer row = entry.getRow().duplicate();
        byte[] body = new byte[row.remaining()];
        row.get(body);
        return body;
    }
}
