/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.table;

import java.io.ByteArrayOutputStream;
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
import io.vestnik.schemas.serde.Frame;
import io.vestnik.schemas.serde.MockRegistry;
import io.vestnik.schemas.serde.SchemaRegistry;

import static org.assertj.core.api.Assertions.assertThat;

class EncodedSerdeTest {
    private static final String TOPIC = "spans";
    private static final Map<String, String> CONFIG = Map.of("schema.registry.url", "mock://encoded");

    private final ValueSerdeCache serdes = new ValueSerdeCache(CONFIG);
    private final Serde<Span> spans = serdes.of(Span.class);
    private final Serde<Encoded<Span>> encoded = serdes.encoded(Span.class);

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

    @Test
    void shouldNotKeepTheBodyOfAnOlderSchema() throws Exception {
        Schema older = SchemaBuilder.record("Span")
                .namespace(Span.class.getPackageName())
                .fields()
                .requiredInt("end")
                .requiredInt("begin")
                .endRecord();
        SchemaRegistry registry = MockRegistry.of("encoded");
        int id = registry.register("older-value", older);
        GenericData.Record written = new GenericData.Record(older);
        written.put("begin", 3);
        written.put("end", 400);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<>(older).write(written, encoder);

        Encoded<Span> read = encoded.deserializer().deserialize(TOPIC, Frame.of(id, out.toByteArray()));

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
}
