/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.table;

import java.util.Arrays;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.HistoryEntry;

/** Sends what a step puts out to where it belongs. */
public final class Outputs {
    private final Topics topics;
    private final ValueSerdeCache serdes;

    /** Outputs into the topics of one namespace. */
    public Outputs(Topics topics, ValueSerdeCache serdes) {
        this.topics = topics;
        this.serdes = serdes;
    }

    /**
     * Writes the rows in a stream to their tables and each change to the history, in the transaction of the step.
     *
     * @param step name of the step, in front of the names of all nodes
     * @param tables the tables that the step writes
     */
    public void writeRows(KStream<String, ? extends StepOutput> outputs, String step, Topic<?>... tables) {
        KStream<String, TableRow<?>> rows = outputs.filter(
                        (key, output) -> output instanceof TableRow<?>, Named.as(step + "-rows"))
                .mapValues(output -> (TableRow<?>) output, Named.as(step + "-as-rows"));
        Arrays.stream(tables).forEach(table -> writeTable(rows, step, table));
        rows.map((key, row) -> KeyValue.pair(row.historyKey(), row.history()), Named.as(step + "-history"))
                .to(
                        topics.history.name(),
                        Produced.with(serdes.keys(), serdes.of(HistoryEntry.class))
                                .withName(step + "-to-history"));
    }

    /** The messages of one type in a stream, under the keys that they were forwarded with. */
    public static <V> KStream<String, V> messages(
            KStream<String, ? extends StepOutput> outputs, Class<V> type, String name) {
        return outputs.filter(
                        (key, output) -> output instanceof Message<?> message && type.isInstance(message.value()),
                        Named.as(name))
                .mapValues(output -> type.cast(((Message<?>) output).value()), Named.as(name + "-values"));
    }

    // A row of the table holds what the table does.
    @SuppressWarnings("unchecked")
    private <V extends SpecificRecord> void writeTable(KStream<String, TableRow<?>> rows, String step, Topic<V> table) {
        String name = step + "-" + table.valueType().getSimpleName();
        rows.filter((key, row) -> row.table().equals(table), Named.as(name))
                .map((key, row) -> KeyValue.pair(row.key(), (TableRow<V>) row), Named.as(name + "-values"))
                .to(
                        table.name(),
                        Produced.with(
                                        serdes.keys(),
                                        new RowSerde<>(
                                                serdes.of(table.valueType()).serializer()),
                                        KeyPartitioner.<TableRow<V>>of(topics, table))
                                .withName(name + "-to-table"));
    }
}
