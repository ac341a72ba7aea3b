/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

import org.jspecify.annotations.Nullable;

import io.vestnik.producer.Input;
import io.vestnik.producer.Reason;
import io.vestnik.schemas.DeadLetters;

/** Reads a body of any length up to a cap, which counts what comes out of a packing: so no bomb goes off. */
public final class Unpacking {
    private static final int CHUNK = 16 * 1024;
    private static final int ZLIB_METHOD = 0x08;

    private Unpacking() {}

    /**
     * Reads a body.
     *
     * @param contentEncoding how it is packed, as the header has it; null when it is not
     * @throws FetchException when it is longer than the cap, or packed in a way that was not asked for
     * @throws IOException when it breaks off
     */
    static byte[] read(InputStream in, @Nullable String contentEncoding, int cap) throws IOException, FetchException {
        String encoding = contentEncoding == null ? "" : contentEncoding.strip().toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "", "identity", "none" -> capped(in, cap);
            case "gzip", "x-gzip" -> capped(new GZIPInputStream(in, CHUNK), cap);
            case "deflate" -> capped(inflated(in), cap);
            default ->
                throw new FetchException(
                        Reason.BAD_ENCODING,
                        false,
                        "The server packed it as '" + head(encoding) + "', which was not asked for.",
                        Input.UNKNOWN);
        };
    }

    /**
     * A document that is a packed file itself, as {@code sitemap.xml.gz}; as it is when it is none.
     *
     * @throws FetchException when it is longer than the cap or broken
     */
    public static byte[] file(byte[] bytes, int cap) throws FetchException {
        boolean packed = bytes.length > 2 && (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B;
        if (!packed) {
            return bytes;
        }
        try (InputStream in = new GZIPInputStream(new java.io.ByteArrayInputStream(bytes), CHUNK)) {
            return capped(in, cap);
        } catch (IOException e) {
            throw new FetchException(
                    Reason.BAD_ENCODING, false, "The packed file is broken: " + e.getMessage() + ".", Input.of(bytes));
        }
    }

    private static byte[] capped(InputStream in, int cap) throws IOException, FetchException {
        byte[] bytes = in.readNBytes(cap);
        if (bytes.length == cap && in.read() >= 0) {
            byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, DeadLetters.HEAD_BYTES));
            throw new FetchException(
                    Reason.TOO_LARGE,
                    false,
                    "It has more than the %,d bytes that a document may have, unpacked.".formatted(cap),
                    new Input(head, -1, null));
        }
        return bytes;
    }

    /** Some servers leave out the frame of zlib that the name deflate stands for. */
    private static InputStream inflated(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, CHUNK);
        buffered.mark(2);
        int first = buffered.read();
        int second = buffered.read();
        buffered.reset();
        boolean framed = (first & 0x0F) == ZLIB_METHOD && ((first << Byte.SIZE | second) % 31) == 0;
        return new InflaterInputStream(buffered, new Inflater(!framed), CHUNK);
    }

    private static String head(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
