/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.mapping;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.UnaryOperator;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.Test;

import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.CoverageMember;
import io.vestnik.schemas.avro.Mention;
import io.vestnik.schemas.avro.Quote;
import io.vestnik.schemas.avro.internal.ArticleState;
import io.vestnik.schemas.avro.internal.PlacementState;

import static org.assertj.core.api.Assertions.assertThat;

/** A field that is added to a record must not be forgotten when one begins as another. */
class SharingTest {
    private static final int RECORDS = 30;

    @Test
    void shouldForgetNoField() throws IOException {
        assertKept(Analysis.class, from -> Sharing.of(from).build());
        assertKept(Quote.class, from -> Sharing.of(from).build());
        assertKept(Mention.class, from -> Sharing.of(from).build());
        assertKept(CoverageMember.class, from -> Sharing.of(from).build());
        assertKept(ArticleState.class, from -> Sharing.of(from).build());
        assertKept(PlacementState.class, from -> Sharing.of(from).build());
    }

    private static <T extends SpecificRecord> void assertKept(Class<T> type, UnaryOperator<T> copy) throws IOException {
        Schema schema = SpecificData.get().getSchema(type);
        for (Object random : new RandomData(schema, RECORDS, 7L)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
            new GenericDatumWriter<>(schema).write(random, encoder);
            encoder.flush();
            T record = CanonicalAvro.record(type, out.toByteArray());
            assertThat(copy.apply(record)).isEqualTo(record);
        }
    }
}
