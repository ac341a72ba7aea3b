/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.upgrade;

import java.nio.ByteBuffer;
import java.time.Instant;

import org.apache.avro.specific.SpecificRecord;

import io.vestnik.cli.pipeline.FinalTables;
import io.vestnik.consumer.history.TablesAsOf;
import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.HistoryEntry;

/** Reads the final tables of a cluster into memory, in the form in which the tables of two runs are compared. */
final class LiveTables {
    private LiveTables() {}

    /** The tables of one of the namespaces of an upgrade, read by the schemas of this version. */
    static TablesAsOf read(UpgradePlan plan, Topics topics) {
        TablesAsOf tables = new TablesAsOf();
        for (Topic<?> table : topics.finalTables()) {
            read(plan, topics, table, tables);
        }
        return tables;
    }

    private static <V extends SpecificRecord> void read(
            UpgradePlan plan, Topics topics, Topic<V> table, TablesAsOf tables) {
        new FinalTables(plan.bootstrap(), topics)
                .rows(table, plan.serde())
                .forEach((key, row) -> tables.apply(HistoryEntry.newBuilder()
                        .setTable(table.baseName())
                        .setRowKey(key)
                        .setKnownAt(Instant.EPOCH)
                        .setRow(ByteBuffer.wrap(CanonicalAvro.body(row)))
                        .setSchema$(CanonicalAvro.fingerprint(row.getSchema()))
                        .build()));
    }
}
