/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.apache.avro.io.Encoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.Utf8;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What Avro's own encoder writes is what this one writes. */
class BodyEncoderTest {
    private interface Writing {
        void to(Encoder encoder) throws IOException;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "Вестник, «слова»",
                "знак \uD83D\uDE00 и ещё",
                "\uD83D half",
                "half \uDE00",
                "\uDE00\uD83D",
                "\uD83D",
                "₽ \u07FF \u0800 \uFFFF \u0000"
            })
    void shouldWriteTextAsAvroDoes(String text) throws IOException {
        assertSame(encoder -> encoder.writeString(text));
        assertSame(encoder -> encoder.writeString((CharSequence) text));
        assertSame(encoder -> encoder.writeString(new Utf8(text)));
    }

    @Test
    void shouldWriteLongTextAsAvroDoes() throws IOException {
        assertSame(encoder -> encoder.writeString("длинный текст ".repeat(100)));
        assertSame(encoder -> encoder.writeString("очень длинный текст ".repeat(50_000)));
    }

    @Test
    void shouldWriteNumbersAsAvroDoes() throws IOException {
        for (int shift = 0; shift < Long.SIZE; shift++) {
            long number = 1L << shift;
            for (long value : new long[] {number, -number, number - 1, -number - 1}) {
                assertSame(encoder -> encoder.writeLong(value));
                assertSame(encoder -> encoder.writeInt((int) value));
                assertSame(encoder -> encoder.writeDouble(Double.longBitsToDouble(value)));
                assertSame(encoder -> encoder.writeFloat(Float.intBitsToFloat((int) value)));
            }
        }
    }

    @Test
    void shouldWriteEverythingElseAsAvroDoes() throws IOException {
        byte[] bytes = "bytes".getBytes(StandardCharsets.UTF_8);
        assertSame(encoder -> {
            encoder.writeNull();
            encoder.writeBoolean(true);
            encoder.writeBoolean(false);
            encoder.writeIndex(1);
            encoder.writeEnum(7);
            encoder.writeBytes(bytes);
            encoder.writeBytes(ByteBuffer.wrap(bytes, 1, 3));
            encoder.writeFixed(bytes);
            encoder.writeArrayStart();
            encoder.setItemCount(2);
            encoder.startItem();
            encoder.writeInt(1);
            encoder.startItem();
            encoder.writeInt(2);
            encoder.writeArrayEnd();
            encoder.writeMapStart();
            encoder.setItemCount(0);
            encoder.writeMapEnd();
        });
    }

    @Test
    void shouldBeginAnewAfterAnyValue() throws IOException {
        BodyEncoder encoder = new BodyEncoder();
        encoder.clear().writeString("left over ".repeat(100_000));
        encoder.bytes();
        encoder.frame(258).writeInt(1);
        assertThat(encoder.bytes()).containsExactly(0, 0, 0, 1, 2, 2);
        encoder.clear().writeInt(2);
        assertThat(encoder.bytes()).containsExactly(4);
    }

    private static void assertSame(Writing writing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Encoder avro = EncoderFactory.get().binaryEncoder(out, null);
        writing.to(avro);
        avro.flush();
        BodyEncoder own = new BodyEncoder().clear();
        writing.to(own);
        assertThat(own.bytes()).isEqualTo(out.toByteArray());
    }
}
