/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.apache.avro.Schema;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

import io.vestnik.schemas.avro.OutletCount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EncodedTest {
    private static final byte[] NOT_AVRO = "not avro".getBytes(StandardCharsets.UTF_8);

    private final Serde<OutletCount> values =
            ValueSerdes.create(OutletCount.class, Map.of("schema.registry.url", "mock://encoded"));
    private final Serde<Encoded<OutletCount>> kept = Encoded.serde(values);
    private final Serde<Encoded<OutletCount>> source = Encoded.ofSource(values);

    private static OutletCount row(int articles) {
        return new OutletCount("Вестник", articles);
    }

    @Test
    void shouldGiveTheBytesThatTheSerdeGives() {
        byte[] bytes = values.serializer().serialize("t", row(1));

        assertThat(kept.serializer().serialize("t", Encoded.of("t", row(1), values)))
                .isEqualTo(bytes);
        assertThat(kept.serializer()
                        .serialize("elsewhere", source.deserializer().deserialize("t", bytes)))
                .as("as they came")
                .isSameAs(bytes);
        assertThat(Encoded.of("t", row(1), values).size()).isEqualTo(bytes.length);
    }

    @Test
    void shouldGiveTheRecord() {
        byte[] bytes = values.serializer().serialize("t", row(1));

        assertThat(kept.deserializer().deserialize("t", bytes).value()).isEqualTo(row(1));
        assertThat(source.deserializer().deserialize("t", bytes).value()).isEqualTo(row(1));
        assertThat(Encoded.of("t", row(1), values).value()).isEqualTo(row(1));
    }

    @Test
    void shouldRefuseAtTheSourceWhatCannotBeDecoded() {
        assertThatThrownBy(() -> source.deserializer().deserialize("t", NOT_AVRO))
                .isInstanceOf(BadRecordException.class);
        assertThatThrownBy(() -> kept.deserializer().deserialize("t", NOT_AVRO).value())
                .isInstanceOf(BadRecordException.class);
    }

    @Test
    void shouldKeepTombstones() {
        assertThat(kept.serializer().serialize("t", null)).isNull();
        assertThat(kept.deserializer().deserialize("t", null)).isNull();
        assertThat(source.deserializer().deserialize("t", null)).isNull();
    }

    @Test
    void shouldTellRecordsApartByTheirBytes() {
        Encoded<OutletCount> one = Encoded.of("t", row(1), values);

        assertThat(Encoded.of("t", row(1), values)).isEqualTo(one).hasSameHashCodeAs(one);
        assertThat(Encoded.of("t", row(2), values)).isNotEqualTo(one);
        assertThat(Encoded.same(one, Encoded.of("t", row(1), values))).isTrue();
        assertThat(Encoded.same(one, Encoded.of("t", row(2), values))).isFalse();
        assertThat(Encoded.same(one, null)).isFalse();
        assertThat(Encoded.<OutletCount>same(null, null)).isTrue();
    }

    /** As when the writer has another version of the schema. */
    @Test
    void shouldFindTheSameRecordInOtherBytes() {
        List<Schema.Field> fields = new ArrayList<>();
        for (Schema.Field field : OutletCount.getClassSchema().getFields()) {
            fields.add(new Schema.Field(field, field.schema()));
        }
        fields.add(new Schema.Field("more", Schema.create(Schema.Type.INT), null, 0));
        Schema newer = Schema.createRecord("OutletCount", null, "io.vestnik.schemas.avro", false, fields);
        byte[] body = AvroBody.write(row(1));
        int id = MockRegistry.of("encoded").register("t", newer);
        byte[] others = Frame.of(id, Arrays.copyOf(body, body.length + 1));

        Encoded<OutletCount> one = Encoded.of("t", row(1), values);
        Encoded<OutletCount> other = source.deserializer().deserialize("t", others);

        assertThat(other).isNotEqualTo(one);
        assertThat(Encoded.same(one, other)).isTrue();
    }
}
