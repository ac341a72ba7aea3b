/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.apache.avro.io.Encoder;
import org.apache.avro.util.Utf8;

/**
 * Encodes into memory that is used again, as Avro's own binary encoder does byte for byte: each array in one block. Most
 * of what is written is text, and of that nothing is made but its bytes.
 */
final class BodyEncoder extends Encoder {
    private static final int FIRST_SIZE = 4 * 1024;
    /** What a large record took beyond that is not kept. */
    private static final int KEPT_SIZE = 256 * 1024;

    private static final int MOST_BYTES_OF_LONG = 10;
    private static final int MOST_BYTES_OF_CHAR = 3;

    private byte[] buffer = new byte[FIRST_SIZE];
    private int size;

    /**
     * Begins a value.
     *
     * @param schemaId the frame to begin with
     */
    BodyEncoder frame(int schemaId) {
        clear();
        Frame.begin(buffer, schemaId);
        size = Frame.LENGTH;
        return this;
    }

    /** Begins a value without a frame. */
    BodyEncoder clear() {
        size = 0;
        return this;
    }

    /** What was written since the value was begun. */
    byte[] bytes() {
        byte[] bytes = Arrays.copyOf(buffer, size);
        if (buffer.length > KEPT_SIZE) {
            buffer = new byte[FIRST_SIZE];
        }
        return bytes;
    }

    private void room(int more) {
        if (buffer.length - size < more) {
            buffer = Arrays.copyOf(buffer, Math.max(Math.addExact(size, more), (int) Math.min(2L * size, 1 << 30)));
        }
    }

    @Override
    public void writeNull() {
        // Nothing is written for it.
    }

    @Override
    public void writeBoolean(boolean value) {
        room(1);
        buffer[size++] = (byte) (value ? 1 : 0);
    }

    @Override
    public void writeInt(int value) {
        writeLong(value);
    }

    @Override
    public void writeLong(long value) {
        room(MOST_BYTES_OF_LONG);
        long left = (value << 1) ^ (value >> 63);
        while ((left & ~0x7FL) != 0) {
            buffer[size++] = (byte) ((left & 0x7F) | 0x80);
            left >>>= 7;
        }
        buffer[size++] = (byte) left;
    }

    @Override
    public void writeFloat(float value) {
        int bits = Float.floatToRawIntBits(value);
        room(Float.BYTES);
        for (int i = 0; i < Float.BYTES; i++) {
            buffer[size++] = (byte) (bits >>> (i * Byte.SIZE));
        }
    }

    @Override
    public void writeDouble(double value) {
        long bits = Double.doubleToRawLongBits(value);
        room(Double.BYTES);
        for (int i = 0; i < Double.BYTES; i++) {
            buffer[size++] = (byte) (bits >>> (i * Byte.SIZE));
        }
    }

    @Override
    public void writeString(Utf8 text) {
        writeBytes(text.getBytes(), 0, text.getByteLength());
    }

    @Override
    public void writeString(String text) {
        int length = text.length();
        long most = (long) length * MOST_BYTES_OF_CHAR + MOST_BYTES_OF_LONG;
        if (most > KEPT_SIZE) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            writeBytes(bytes, 0, bytes.length);
            return;
        }
        writeLong(utf8Length(text));
        room(length * MOST_BYTES_OF_CHAR);
        byte[] to = buffer;
        int at = size;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                to[at++] = (byte) c;
            } else if (c < 0x800) {
                to[at++] = (byte) (0xC0 | (c >> 6));
                to[at++] = follower(c);
            } else if (!Character.isSurrogate(c)) {
                to[at++] = (byte) (0xE0 | (c >> 12));
                to[at++] = follower(c >> 6);
                to[at++] = follower(c);
            } else if (isPair(text, i)) {
                int code = Character.toCodePoint(c, text.charAt(++i));
                to[at++] = (byte) (0xF0 | (code >> 18));
                to[at++] = follower(code >> 12);
                to[at++] = follower(code >> 6);
                to[at++] = follower(code);
            } else {
                to[at++] = '?';
            }
        }
        size = at;
    }

    private static byte follower(int bits) {
        return (byte) (0x80 | (bits & 0x3F));
    }

    /** Half a pair is written as a question mark, as Java does. */
    private static int utf8Length(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                bytes++;
            } else if (c < 0x800) {
                bytes += 2;
            } else if (!Character.isSurrogate(c)) {
                bytes += 3;
            } else if (isPair(text, i)) {
                bytes += 4;
                i++;
            } else {
                bytes++;
            }
        }
        return bytes;
    }

    private static boolean isPair(String text, int at) {
        return at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    }

    @Override
    public void writeBytes(ByteBuffer bytes) {
        int length = bytes.remaining();
        writeLong(length);
        room(length);
        bytes.duplicate().get(buffer, size, length);
        size += length;
    }

    @Override
    public void writeBytes(byte[] bytes, int start, int length) {
        writeLong(length);
        writeFixed(bytes, start, length);
    }

    @Override
    public void writeFixed(byte[] bytes, int start, int length) {
        room(length);
        System.arraycopy(bytes, start, buffer, size, length);
        size += length;
    }

    @Override
    public void writeEnum(int index) {
        writeLong(index);
    }

    @Override
    public void writeArrayStart() {
        // The number of items begins it.
    }

    @Override
    public void setItemCount(long items) {
        if (items > 0) {
            writeLong(items);
        }
    }

    @Override
    public void startItem() {
        // Items follow each other.
    }

    @Override
    public void writeArrayEnd() {
        writeLong(0);
    }

    @Override
    public void writeMapStart() {
        // As an array.
    }

    @Override
    public void writeMapEnd() {
        writeLong(0);
    }

    @Override
    public void writeIndex(int index) {
        writeLong(index);
    }

    @Override
    public void flush() {
        // All is in memory.
    }
}
