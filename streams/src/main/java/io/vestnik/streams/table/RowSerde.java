/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.table;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

import io.vestnik.schemas.serde.AvroSerializer;

/**
 * Writes the value of a row to its table. The body of the row is at hand, as the history has it, so Vestnik's own
 * serializer only puts the frame around it; another one is given the record.
 */
final class RowSerde<V extends SpecificRecord> implements Serde<TableRow<V>> {
    private final Serializer<V> values;

    RowSerde(Serializer<V> values) {
        this.values = values;
    }

    @Override
    public Serializer<TableRow<V>> serializer() {
        return new Serializer<>() {
            // Kafka's interface knows no nullness; a row that is removed is written as null, a tombstone.
            @Override
            @SuppressWarnings("NullAway")
            public byte[] serialize(String topic, TableRow<V> row) {
                return values instanceof AvroSerializer<V> own
                        ? own.serialize(topic, row.value(), row.history().getRow())
                        : values.serialize(topic, row.value());
            }

            @Override
            @SuppressWarnings("NullAway")
            public byte[] serialize(String topic, Headers headers, TableRow<V> row) {
                return values instanceof AvroSerializer<V>
                        ? serialize(topic, row)
                        : values.serialize(topic, headers, row.value());
            }
        };
    }

    @Override
    public Deserializer<TableRow<V>> deserializer() {
        throw new UnsupportedOperationException("rows are only written");
    }
}
