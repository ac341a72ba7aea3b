/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.DeadLetters;

/** Splits a stream at line feeds, keeping no more of a line in memory than a cap allows. */
final class BoundedLines implements Closeable {
    private static final int CHUNK = 64 * 1024;

    private final InputStream in;
    private final int cap;
    private final byte[] chunk = new byte[CHUNK];
    private int at;
    private int limit;
    private long lines;

    /**
     * @param cap greatest length of a line in bytes
     */
    BoundedLines(InputStream in, int cap) {
        this.in = in;
        this.cap = cap;
    }

    /** The next line without its line feed; null at the end of the stream. */
    @Nullable CappedBytes next() throws IOException {
        if (at == limit && !fill()) {
            return null;
        }
        lines++;
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        MessageDigest digest = Input.newSha256();
        long total = 0;
        boolean ended = false;
        while (!ended && (at < limit || fill())) {
            int end = at;
            while (end < limit && chunk[end] != '\n') {
                end++;
            }
            ended = end < limit;
            digest.update(chunk, at, end - at);
            kept.write(chunk, at, (int) Math.min(end - at, Math.max(0, cap - total)));
            total += end - at;
            at = ended ? end + 1 : end;
        }
        byte[] bytes = kept.toByteArray();
        byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, DeadLetters.HEAD_BYTES));
        Input input = new Input(head, total, HexFormat.of().formatHex(digest.digest()));
        return new CappedBytes(total <= cap ? bytes : null, input);
    }

    /** Number of the line that was read last, from 1 on. */
    long number() {
        return lines;
    }

    /** Whether more can be read at once; false where the writer at the other end of a pipe makes a pause. */
    boolean ready() throws IOException {
        return at < limit || in.available() > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        at = 0;
        limit = Math.max(0, in.read(chunk));
        return limit > 0;
    }
}
