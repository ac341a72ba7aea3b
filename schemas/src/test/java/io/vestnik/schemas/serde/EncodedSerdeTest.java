/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.avro.Span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EncodedSerdeTest {
    private static final String TOPIC = "spans";
    private static final Map<String, String> CONFIG = Map.of("schema.registry.url", "mock://encoded");

    private final Serde<Span> spans = ValueSerdes.create(Span.class, CONFIG);
    private final Serde<Encoded<Span>> encoded = EncodedSerde.over(spans);
    private final Serde<Encoded<Span>> kept = EncodedSerde.kept(Span.class, spans);

    @Test
    void shouldWriteWhatTheSerdeOfTheRecordsWrites() {
        Span span = new Span(3, 400);
        byte[] expected = spans.serializer().serialize(TOPIC, span);

        assertThat(encoded.serializer().serialize(TOPIC, Encoded.of(span))).isEqualTo(expected);
        assertThat(encoded.serializer().serialize(TOPIC, Encoded.later(span))).isEqualTo(expected);
    }

    @Test
    void shouldReadTheRecordAndItsBody() {
        Span span = new Span(3, 400);
        Encoded<Span> read =
                encoded.deserializer().deserialize(TOPIC, spans.serializer().serialize(TOPIC, span));

        assertThat(read.value()).isEqualTo(span);
        assertThat(read.body()).isEqualTo(ByteBuffer.wrap(CanonicalAvro.body(span)));
    }

    @Test
    void shouldWriteTheBodyThatWasReadAndNotEncodeItAgain() {
        byte[] body = CanonicalAvro.body(new Span(3, 400));
        Encoded<Span> other = new Encoded<>(new Span(0, 0), ByteBuffer.wrap(body));

        assertThat(Frame.body(encoded.serializer().serialize(TOPIC, other))).isEqualTo(body);
    }

    /** A span as the bytes of an older schema. */
    private static byte[] written(int begin, int end) throws IOException {
        Schema older = SchemaBuilder.record("Span")
                .namespace(Span.class.getPackageName())
                .fields()
                .requiredInt("end")
                .requiredInt("begin")
                .endRecord();
        SchemaRegistry registry = MockRegistry.of("encoded");
        int id = registry.register("older-value", older);
        GenericData.Record written = new GenericData.Record(older);
        written.put("begin", begin);
        written.put("end", end);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<>(older).write(written, encoder);
        return Frame.of(id, out.toByteArray());
    }

    @Test
    void shouldNotKeepTheBodyOfAnOlderSchema() throws Exception {
        Encoded<Span> read = encoded.deserializer().deserialize(TOPIC, written(3, 400));

        assertThat(read.value()).isEqualTo(new Span(3, 400));
        assertThat(read.body()).isNull();
        assertThat(Frame.body(encoded.serializer().serialize(TOPIC, read)))
                .isEqualTo(CanonicalAvro.body(new Span(3, 400)));
    }

    @Test
    void shouldLetTombstonesThrough() {
        assertThat(encoded.serializer().serialize(TOPIC, null)).isNull();
        assertThat(encoded.deserializer().deserialize(TOPIC, null)).isNull();
    }

    @Test
    void shouldDecodeWhatWasKeptWhenItIsAskedFor() throws Exception {
        Span span = new Span(3, 400);
        byte[] bytes = spans.serializer().serialize(TOPIC, span);

        assertThat(kept.deserializer().deserialize(TOPIC, bytes).value()).isEqualTo(span);
        assertThat(kept.serializer().serialize(TOPIC, kept.deserializer().deserialize(TOPIC, bytes)))
                .isEqualTo(bytes);
        assertThat(kept.deserializer().deserialize(TOPIC, written(3, 400)).value())
                .as("of an older schema")
                .isEqualTo(span);
        assertThat(kept.deserializer().deserialize(TOPIC, null)).isNull();
    }

    @Test
    void shouldShowABadRecordWhereItIsReadUnlessItIsKept() {
        byte[] truncated = Frame.of(MockRegistry.of("encoded").register("bad", Span.getClassSchema()), new byte[1]);

        assertThatThrownBy(() -> encoded.deserializer().deserialize(TOPIC, truncated))
                .isInstanceOf(BadRecordException.class);
        Encoded<Span> read = kept.deserializer().deserialize(TOPIC, truncated);
        assertThatThrownBy(read::value).isInstanceOf(BadRecordException.class);
    }

    @Test
    void shouldTellRecordsApart() throws Exception {
        byte[] bytes = spans.serializer().serialize(TOPIC, new Span(3, 400));
        Encoded<Span> one = Encoded.of(new Span(3, 400));

        assertThat(kept.deserializer().deserialize(TOPIC, bytes)).isEqualTo(one).hasSameHashCodeAs(one);
        assertThat(Encoded.later(new Span(3, 400))).isEqualTo(one).hasSameHashCodeAs(one);
        assertThat(kept.deserializer().deserialize(TOPIC, written(3, 400)))
                .as("of an older schema")
                .isEqualTo(one);
        assertThat(Encoded.of(new Span(4, 400))).isNotEqualTo(one);
        assertThat(Encoded.later(new Span(4, 400))).isNotEqualTo(one);
    }
}
