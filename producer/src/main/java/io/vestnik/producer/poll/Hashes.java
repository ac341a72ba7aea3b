/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.poll;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/** Hashes that stand for what was seen, so that no words of an article lie in the state. */
final class Hashes {
    /** Bytes that are kept; so few that a chance of two alike is no matter, and a state of thousands stays small. */
    private static final int BYTES = 12;

    private Hashes() {}

    /** The hash of several parts in hexadecimal; null is another part than the empty one. */
    static String of(@Nullable Object... parts) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime lacks SHA-256, which its specification demands", e);
        }
        for (Object part : parts) {
            byte[] bytes = part == null ? new byte[0] : part.toString().getBytes(StandardCharsets.UTF_8);
            String length = part == null ? "-" : Integer.toString(bytes.length);
            digest.update((length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }
}
