/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.ArticleEventKind;
import io.vestnik.schemas.avro.CoverageHours;
import io.vestnik.schemas.avro.HourCount;
import io.vestnik.schemas.avro.ObservedAtBasis;
import io.vestnik.schemas.avro.OutletCount;
import io.vestnik.schemas.avro.Span;

import static org.assertj.core.api.Assertions.assertThat;

/** The bytes of frames, held against bytes that do not come from Vestnik's serializer. */
class GoldenBytesTest {
    private static final String TOPIC = "golden";

    @Test
    void shouldWriteTheBytesOfConfluentsFormatForARecordOfTwoInts() {
        MockRegistry.drop("golden-span");
        try (AvroSerde<Span> serde = AvroSerde.of(Span.class, config("golden-span"))) {
            // Magic 0; id 1 in four bytes; zigzag of 3 is 6, zigzag of 100 is 200 = c8 01.
            byte[] expected = HexFormat.of().parseHex("00" + "00000001" + "06" + "c801");

            assertThat(serde.serializer().serialize(TOPIC, new Span(3, 100))).isEqualTo(expected);
            assertThat(serde.deserializer().deserialize(TOPIC, expected)).isEqualTo(new Span(3, 100));
        }
    }

    @Test
    void shouldWriteTheIdBigEndian() {
        String scope = "golden-id";
        MockRegistry.drop(scope);
        MockRegistry registry = MockRegistry.of(scope);
        for (int i = 1; i < 258; i++) {
            registry.register("other", Schema.createFixed("F" + i, null, null, i));
        }
        try (AvroSerde<OutletCount> serde = AvroSerde.of(OutletCount.class, config(scope))) {
            byte[] frame = serde.serializer().serialize(TOPIC, new OutletCount("ТАСС", 2));

            // Id 258 = 0x0102; eight bytes of UTF-8 (zigzag 16 = 0x10); 2 as zigzag 4.
            byte[] expected = HexFormat.of().parseHex("00" + "00000102" + "10" + "d0a2d090d0a1d0a1" + "04");
            assertThat(frame).isEqualTo(expected);
            assertThat(new String(frame, 6, 8, StandardCharsets.UTF_8)).isEqualTo("ТАСС");
        }
    }

    @Test
    void shouldWriteARetractionAsTheFormatSays() {
        MockRegistry.drop("golden-retraction");
        ArticleEvent event = ArticleEvent.newBuilder()
                .setArticleId("a")
                .setKind(ArticleEventKind.RETRACTION)
                .setObservedAt(Instant.ofEpochMilli(-1))
                .setObservedAtBasis(ObservedAtBasis.ASSUMED)
                .setOrigin("retract")
                .build();
        byte[] expected = HexFormat.of()
                .parseHex("00" + "00000001"
                        // articleId: length 1 as zigzag 2, 'a'
                        + "0261"
                        // kind: second symbol, 1 as zigzag 2
                        + "02"
                        // observedAt: -1 ms as zigzag 1
                        + "01"
                        // observedAtBasis: third symbol, 2 as zigzag 4
                        + "04"
                        // contentHash and content: null, the first branch of their unions
                        + "00"
                        + "00"
                        // origin: length 7 as zigzag 14
                        + "0e72657472616374");

        try (AvroSerde<ArticleEvent> serde = AvroSerde.of(ArticleEvent.class, config("golden-retraction"))) {
            assertThat(serde.serializer().serialize(TOPIC, event)).isEqualTo(expected);
            assertThat(serde.deserializer().deserialize(TOPIC, expected)).isEqualTo(event);
        }
    }

    @Test
    void shouldWriteWhatAvrosGenericWriterWrites() throws IOException {
        MockRegistry.drop("golden-hours");
        Instant hour = Instant.parse("2026-02-04T19:00:00Z");
        CoverageHours record = CoverageHours.newBuilder()
                .setTopic("story:a")
                .setDay(LocalDate.of(2026, 2, 4))
                .setHours(List.of(new HourCount(hour, 3)))
                .build();

        GenericData.Record generic = new GenericData.Record(CoverageHours.getClassSchema());
        generic.put("topic", "story:a");
        generic.put("day", (int) LocalDate.of(2026, 2, 4).toEpochDay());
        GenericData.Record count = new GenericData.Record(HourCount.getClassSchema());
        count.put("hour", hour.toEpochMilli());
        count.put("articles", 3);
        generic.put("hours", List.of(count));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0, 0, 0, 0, 1});
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<>(CoverageHours.getClassSchema()).write(generic, encoder);

        try (AvroSerde<CoverageHours> serde = AvroSerde.of(CoverageHours.class, config("golden-hours"))) {
            assertThat(serde.serializer().serialize(TOPIC, record)).isEqualTo(out.toByteArray());
            assertThat(serde.deserializer().deserialize(TOPIC, out.toByteArray()))
                    .isEqualTo(record);
        }
    }

    private static Map<String, Object> config(String scope) {
        return Map.of("schema.registry.url", "mock://" + scope);
    }
}
