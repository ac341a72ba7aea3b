/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.DeadLetters;

/**
 * An input that was read up to a cap.
 *
 * @param whole all of its bytes; null when there are more than the cap
 * @param input what a dead letter says of it
 */
// An array here is a value that is handed on, never compared.
@SuppressWarnings("ArrayRecordComponent")
record CappedBytes(byte @Nullable [] whole, Input input) {
    /** Of a longer input not even the hash is taken: reading it to its end would hold up the rest. */
    static final long HASHED_BYTES = 1L << 30;

    private static final int CHUNK = 64 * 1024;

    /**
     * Reads a stream to its end, keeping its bytes only as long as they stay within the cap; of a longer one the head
     * is kept, and the hash and the length are taken in passing.
     *
     * @param length length of the stream in bytes as far as it is known beforehand; -1 when it is not
     */
    static CappedBytes read(InputStream in, int cap, long length) throws IOException {
        MessageDigest digest = Input.newSha256();
        ByteArrayOutputStream kept = new ByteArrayOutputStream(
                (int) Math.min(Math.max(length, 0), Math.max(Math.min(cap, 1 << 20), DeadLetters.HEAD_BYTES)));
        int keep = length > cap ? DeadLetters.HEAD_BYTES : cap;
        byte[] chunk = new byte[CHUNK];
        long total = 0;
        int n;
        while ((n = in.read(chunk)) >= 0) {
            digest.update(chunk, 0, n);
            int room = (int) Math.max(0, keep - total);
            kept.write(chunk, 0, Math.min(n, room));
            total += n;
            if (total > HASHED_BYTES) {
                return new CappedBytes(null, new Input(head(kept), length, null));
            }
        }
        Input input = new Input(head(kept), total, HexFormat.of().formatHex(digest.digest()));
        return new CappedBytes(total <= cap && total == kept.size() ? kept.toByteArray() : null, input);
    }

    private static byte[] head(ByteArrayOutputStream kept) {
        byte[] bytes = kept.toByteArray();
        return bytes.length <= DeadLetters.HEAD_BYTES ? bytes : Arrays.copyOf(bytes, DeadLetters.HEAD_BYTES);
    }
}
