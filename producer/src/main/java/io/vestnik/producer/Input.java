/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.DeadLetters;

/**
 * What a dead letter says of an input: its head, not the whole.
 *
 * @param head its first bytes, at most 64 KiB
 * @param length its length in bytes; -1 when unknown
 * @param sha256 SHA-256 of the whole in lower-case hexadecimal; null when it was not read to its end
 */
// An array here is a value that is handed on, never compared.
@SuppressWarnings("ArrayRecordComponent")
public record Input(byte[] head, long length, @Nullable String sha256) {
    /** An input that could not be opened. */
    public static final Input UNKNOWN = new Input(new byte[0], -1, null);

    /** An input that is at hand as a whole. */
    public static Input of(byte[] whole) {
        byte[] head = Arrays.copyOf(whole, Math.min(whole.length, DeadLetters.HEAD_BYTES));
        return new Input(
                head, whole.length, HexFormat.of().formatHex(newSha256().digest(whole)));
    }

    /** An input that came as text. */
    public static Input of(String whole) {
        return of(whole.getBytes(StandardCharsets.UTF_8));
    }

    static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime lacks SHA-256, which its specification demands", e);
        }
    }
}
