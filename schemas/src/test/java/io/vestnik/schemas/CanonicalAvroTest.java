/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.util.Map;

import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.vestnik.schemas.avro.OutletCount;
import io.vestnik.schemas.avro.Span;
import io.vestnik.schemas.serde.AvroSerde;
import io.vestnik.schemas.serde.Frame;

import static org.assertj.core.api.Assertions.assertThat;

class CanonicalAvroTest {
    static java.util.stream.Stream<Topic<?>> topics() {
        return Topics.live().all().stream();
    }

    @Test
    void shouldBeTheFramedBody() {
        OutletCount record = new OutletCount("ТАСС", 3);
        try (AvroSerde<OutletCount> serde =
                AvroSerde.of(OutletCount.class, Map.of("schema.registry.url", "mock://canonical"))) {
            assertThat(CanonicalAvro.body(record))
                    .isEqualTo(Frame.body(serde.serializer().serialize("t", record)));
        }
    }

    @Test
    void shouldGiveBackTheRecord() {
        assertThat(CanonicalAvro.record(Span.class, CanonicalAvro.body(new Span(3, 4))))
                .isEqualTo(new Span(3, 4));
    }

    @Test
    void shouldGiveAvrosFingerprint() {
        // The CRC-64-AVRO of "int", from Avro's own test data.
        assertThat(CanonicalAvro.fingerprint(Schema.create(Schema.Type.INT))).isEqualTo(0x7275d51a3f395c8fL);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void shouldTellSchemasApartByFingerprint(Topic<?> topic) {
        Schema schema = SpecificData.get().getSchema(topic.valueType());
        assertThat(topics().filter(t ->
                        CanonicalAvro.fingerprint(SpecificData.get().getSchema(t.valueType()))
                                == CanonicalAvro.fingerprint(schema)))
                .hasSize(1);
    }
}
