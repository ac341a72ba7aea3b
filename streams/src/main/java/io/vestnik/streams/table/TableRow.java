/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.table;

import java.nio.ByteBuffer;
import java.time.Instant;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.avro.HistoryEntry;
import io.vestnik.schemas.serde.Encoded;

/**
 * A change of a row of a final table. The entry for the history is made with it, so that everything that can fail has
 * been done before a step forwards its first record.
 *
 * @param table the table
 * @param key key of the row
 * @param value the row; null when it is removed
 * @param history the same change as the history keeps it
 */
public record TableRow<V extends SpecificRecord>(
        Topic<V> table, String key, @Nullable V value, HistoryEntry history) implements StepOutput {

    /** A new or changed row. */
    public static <V extends SpecificRecord> TableRow<V> of(Topic<V> table, String key, V value, Instant knownAt) {
        return of(table, key, value, CanonicalAvro.body(value), knownAt);
    }

    /**
     * A new or changed row whose body is at hand.
     *
     * @param body the row as canonical Avro body
     * @throws OversizedRowException when the row is too large for its topic: a fault, as every row has its caps
     */
    public static <V extends SpecificRecord> TableRow<V> of(
            Topic<V> table, String key, V value, byte[] body, Instant knownAt) {
        return of(table, key, new Encoded<>(value, ByteBuffer.wrap(body)), knownAt);
    }

    /** The same. */
    public static <V extends SpecificRecord> TableRow<V> of(
            Topic<V> table, String key, Encoded<V> row, Instant knownAt) {
        ByteBuffer body = row.bytes();
        if (body.remaining() > ValueSizes.LIMIT) {
            throw new OversizedRowException(table.name(), key, body.remaining(), ValueSizes.LIMIT);
        }
        HistoryEntry entry = HistoryEntry.newBuilder()
                .setTable(table.baseName())
                .setRowKey(key)
                .setKnownAt(knownAt)
                .setRow(body)
                .setSchema$(CanonicalAvro.fingerprint(row.value().getSchema()))
                .build();
        return new TableRow<>(table, key, row.value(), entry);
    }

    /** The removal of a row. */
    public static <V extends SpecificRecord> TableRow<V> removal(Topic<V> table, String key, Instant knownAt) {
        HistoryEntry entry = HistoryEntry.newBuilder()
                .setTable(table.baseName())
                .setRowKey(key)
                .setKnownAt(knownAt)
                .build();
        return new TableRow<>(table, key, null, entry);
    }

    /** Hash of the row, to tell whether it differs from the one last written; the row must not be removed. */
    public long hash() {
        return RowHash.of(history.getRow());
    }

    /** Timestamp of the records of this change, milliseconds since the epoch. */
    public long timestamp() {
        return history.getKnownAt().toEpochMilli();
    }

    /** Key of this change in the history. */
    public String historyKey() {
        return Keys.of(table.baseName(), key);
    }
}
