/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.asof;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * Keys of the history on disk. They sort as bytes: by what the entry is for, then by the key of the row as UTF-8, then the
 * newest first. So the row of a key as of a time is one seek, and the rows below a prefix are one range.
 *
 * <p>Within a key a zero byte is written as 00 FF and its end as 00 01, so that a key sorts before all that it is a prefix
 * of and the versions of one key stand together.
 */
final class HistoryKeys {
    /** Offsets by topic and partition. */
    static final byte OFFSETS = 0;
    /** Rows by table, key and time. */
    static final byte ROWS = 1;
    /** What lists are ordered by, by table, key and time. */
    static final byte ORDER = 2;
    /** When a topic's article was first known in a story, by topic, story and article. */
    static final byte STORIES = 3;

    /** Bytes of a time at the end of a key. */
    static final int TIME_BYTES = Long.BYTES;

    private static final byte ESCAPED_ZERO = (byte) 0xFF;
    private static final byte END = 1;

    private HistoryKeys() {}

    /** Begin of the keys of all rows whose key begins so. */
    static byte[] prefix(byte space, HistoryTable table, String keyPrefix) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(space);
        out.write(table.code());
        escaped(out, keyPrefix);
        return out.toByteArray();
    }

    /** Begin of the keys of all versions of a row. */
    static byte[] stem(byte space, HistoryTable table, String key) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(space);
        out.write(table.code());
        part(out, key);
        return out.toByteArray();
    }

    /** Key of the offset of a partition. */
    static byte[] offsets(String partition) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(OFFSETS);
        part(out, partition);
        return out.toByteArray();
    }

    /** Begin of the keys of a topic's stories, of a story's articles in it, or the key of one of these. */
    static byte[] stories(String... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(STORIES);
        for (String part : parts) {
            part(out, part);
        }
        return out.toByteArray();
    }

    /** The key of the version of a time, given the begin of all of them. */
    static byte[] version(byte[] stem, Instant knownAt) {
        return ByteBuffer.allocate(stem.length + TIME_BYTES)
                .put(stem)
                .putLong(newestFirst(knownAt))
                .array();
    }

    /** A time that sorts, as unsigned bytes, before all earlier ones. */
    static long newestFirst(Instant time) {
        return ~(millis(time) ^ Long.MIN_VALUE);
    }

    /** Milliseconds, of times beyond them the greatest or the least. */
    private static long millis(Instant time) {
        try {
            return time.toEpochMilli();
        } catch (ArithmeticException e) {
            return time.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    /** The first key behind all that begin with the given parts; it ends where a part does. */
    static byte[] behind(byte[] stem) {
        byte[] key = stem.clone();
        key[key.length - 1]++;
        return key;
    }

    /** The text of the part that begins at an offset. */
    static String text(byte[] key, int from) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = from; i < key.length; i++) {
            if (key[i] == 0) {
                if (key[i + 1] == END) {
                    return out.toString(StandardCharsets.UTF_8);
                }
                i++;
                out.write(0);
            } else {
                out.write(key[i]);
            }
        }
        throw new IllegalStateException("not a key of the history: " + Arrays.toString(key));
    }

    /** Where the part that begins at an offset ends: behind its end mark. */
    static int end(byte[] key, int from) {
        for (int i = from; i + 1 < key.length; i++) {
            if (key[i] == 0) {
                if (key[i + 1] == END) {
                    return i + 2;
                }
                i++;
            }
        }
        throw new IllegalStateException("not a key of the history: " + Arrays.toString(key));
    }

    static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static void part(ByteArrayOutputStream out, String text) {
        escaped(out, text);
        out.write(0);
        out.write(END);
    }

    private static void escaped(ByteArrayOutputStream out, String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            out.write(b);
            if (b == 0) {
                out.write(ESCAPED_ZERO);
            }
        }
    }
}
