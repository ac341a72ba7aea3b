/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.DeadLetter;

/** Makes dead letters: of a large input only the head is kept, with the length and the hash of the whole. */
public final class DeadLetters {
    /** Bytes of the input that a dead letter keeps. */
    public static final int HEAD_BYTES = 64 * 1024;

    private DeadLetters() {}

    /**
     * The dead letter of an input that is at hand as a whole.
     *
     * @param stage where it happened: producer, analysis, desk, placement, coverage, consumer
     * @param origin file, line, address or topic-partition@offset
     * @param key key of the record or id of the article; null when unknown
     * @param reason code, as NOT_UTF8
     * @param message what is wrong and what to do about it, for a person
     * @param input the whole input
     */
    public static DeadLetter of(
            String stage, String origin, @Nullable String key, String reason, String message, byte[] input) {
        MessageDigest digest = Sha256.start();
        digest.update(input);
        return of(stage, origin, key, reason, message, input, input.length, Sha256.hex(digest));
    }

    /**
     * The dead letter of an input that was read in part.
     *
     * @param head what was read of its beginning; the first 64 KiB of it are kept
     * @param length length of the whole input in bytes; -1 when unknown
     * @param sha256 SHA-256 of the whole input in hexadecimal; null when it was not read to its end
     */
    public static DeadLetter of(
            String stage,
            String origin,
            @Nullable String key,
            String reason,
            String message,
            byte[] head,
            long length,
            @Nullable String sha256) {
        return DeadLetter.newBuilder()
                .setStage(stage)
                .setOrigin(origin)
                .setKey(key)
                .setReason(reason)
                .setMessage(message)
                .setLength(length)
                .setSha256(sha256)
                .setHead(ByteBuffer.wrap(Arrays.copyOf(head, Math.min(head.length, HEAD_BYTES))))
                .build();
    }
}
