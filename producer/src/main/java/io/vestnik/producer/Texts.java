/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decides whether bytes are a text that can be taken as it is. */
public final class Texts {
    private Texts() {}

    /**
     * Decodes strictly, a byte order mark included.
     *
     * @throws RefusedException when the bytes are no text in UTF-8 that says something
     */
    public static String decode(byte[] bytes) throws RefusedException {
        if (bytes.length == 0) {
            throw new RefusedException(Reason.EMPTY, "It has no bytes.");
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            throw new RefusedException(Reason.NOT_UTF8, "It begins with the mark of UTF-16. Convert it to UTF-8.");
        }
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                throw new RefusedException(Reason.BINARY, "It has a NUL byte at position " + i + ", so it is no text.");
            }
        }
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(in, chars, true);
        if (result.isError()) {
            throw new RefusedException(
                    Reason.NOT_UTF8,
                    "It is not UTF-8: wrong byte 0x%02X at position %d. Convert it to UTF-8."
                            .formatted(bytes[in.position()] & 0xFF, in.position()));
        }
        decoder.flush(chars);
        String text = chars.flip().toString();
        check(text);
        return text;
    }

    /**
     * Looks at a text that came decoded.
     *
     * @throws RefusedException when it is blank or has what no text has
     */
    static void check(String text) throws RefusedException {
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && !(c >= '\t' && c <= '\r')) {
                throw new RefusedException(
                        Reason.BINARY,
                        "It has the control character U+%04X at position %d, so it is no plain text."
                                .formatted((int) c, text.codePointCount(0, i)));
            }
            if (Character.isSurrogate(c)) {
                if (Character.isLowSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new RefusedException(
                            Reason.NOT_UTF8,
                            "It has half a surrogate pair at position %d, which UTF-8 cannot write."
                                    .formatted(text.codePointCount(0, i)));
                }
                i++;
            }
            blank &= Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
        }
        if (blank) {
            throw new RefusedException(Reason.EMPTY, "It has nothing but white space.");
        }
    }

    /** Bytes of a text in UTF-8, without encoding it. */
    static long utf8Length(String text) {
        long length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // A pair of surrogates has four bytes: two for each half.
            length += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return length;
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
