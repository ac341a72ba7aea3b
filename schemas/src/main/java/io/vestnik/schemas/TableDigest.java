/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.Placement;
import io.vestnik.schemas.serde.Frame;

/**
 * The digest of the final tables, by which two runs are compared. Per table it is the SHA-256 of the live rows sorted by
 * key bytes (unsigned); each row is its key and its Avro body without the 5-byte frame, both behind their length as four
 * bytes, big-endian. The total is the SHA-256 over the tables by name (its UTF-8 bytes behind their length) with the
 * digest of each; tables without a live row are left out of it. The namespace of a table's name is left out, so that a
 * replay has the digest of the live run. Placements of articles that came late are left out, as what is late depends on
 * the order of arrival.
 *
 * <p>Not safe for use by several threads. Keeps all live rows in memory.
 */
public final class TableDigest {
    private static final String PLACEMENTS = Topics.live().placements.baseName();

    private final NavigableMap<String, NavigableMap<byte[], byte[]>> tables = new TreeMap<>();

    /**
     * Takes one record of a table's topic; the last put of a key counts.
     *
     * @param table name of the topic
     * @param key key bytes
     * @param framedValue value bytes as they stand in the topic; null for a tombstone
     * @throws io.vestnik.schemas.serde.BadRecordException when the value has no frame
     */
    public void put(String table, byte[] key, byte @Nullable [] framedValue) {
        putBody(table, key, framedValue == null ? null : Frame.body(framedValue));
    }

    /**
     * Takes one row.
     *
     * @param table name of the table
     * @param key key bytes
     * @param body the row's Avro body, without frame; null for a row that is gone
     */
    public void putBody(String table, byte[] key, byte @Nullable [] body) {
        NavigableMap<byte[], byte[]> rows =
                tables.computeIfAbsent(TopicNames.base(table), t -> new TreeMap<>(Arrays::compareUnsigned));
        if (body == null || isLate(table, body)) {
            rows.remove(key);
        } else {
            rows.put(key.clone(), body);
        }
    }

    private static boolean isLate(String table, byte[] body) {
        return TopicNames.base(table).equals(PLACEMENTS)
                && CanonicalAvro.record(Placement.class, body).getLate();
    }

    /** Live rows by table, tables by name. */
    public Map<String, Integer> rows() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        live().forEach((table, rows) -> counts.put(table, rows.size()));
        return counts;
    }

    /** Digests in lower-case hexadecimal by table, tables by name. */
    public Map<String, String> perTable() {
        Map<String, String> digests = new LinkedHashMap<>();
        live().forEach((table, rows) -> {
            MessageDigest digest = Sha256.start();
            rows.forEach((key, body) -> {
                add(digest, key);
                add(digest, body);
            });
            digests.put(table, Sha256.hex(digest));
        });
        return digests;
    }

    /** Digest of all tables in lower-case hexadecimal. */
    public String total() {
        MessageDigest total = Sha256.start();
        perTable().forEach((table, digest) -> {
            add(total, table.getBytes(StandardCharsets.UTF_8));
            total.update(HexFormat.of().parseHex(digest));
        });
        return Sha256.hex(total);
    }

    /** A table whose last row went has the same share in the digest as one that never had any: none. */
    private NavigableMap<String, NavigableMap<byte[], byte[]>> live() {
        NavigableMap<String, NavigableMap<byte[], byte[]>> live = new TreeMap<>(tables);
        live.values().removeIf(NavigableMap::isEmpty);
        return live;
    }

    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }
}
