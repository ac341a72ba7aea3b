/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.table;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes rows to 64 bits of SHA-256, to tell whether a row differs from the one last written. */
public final class RowHash {
    private RowHash() {}

    /** The hash of a body. */
    public static long of(byte[] body) {
        return of(ByteBuffer.wrap(body));
    }

    /** The hash of a body, which stays as it is. */
    public static long of(ByteBuffer body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(body.duplicate());
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
