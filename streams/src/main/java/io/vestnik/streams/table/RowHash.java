package io.vestnik.streams.table;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes rows to 64 bits of SHA-256, to tell whether a row differs from the one last written. */
public final class RowHash {
    private RowHash() {}

    /** The hash of a body. */
    public static long of(byte[] body) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(body))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
