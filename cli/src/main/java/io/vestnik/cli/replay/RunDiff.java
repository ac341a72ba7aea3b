/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.history.TablesAsOf;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.HistoryEntry;

/**
 * Where the tables of two runs differ.
 *
 * @param tables by base name, those without a difference included
 * @param changes what the differences mean
 */
public record RunDiff(SortedMap<String, Table> tables, RunChanges changes) {

    /**
     * The differences of one table.
     *
     * @param firstRows rows of the first run
     * @param secondRows rows of the second run
     * @param onlyFirst rows that the first run alone has
     * @param onlySecond rows that the second run alone has
     * @param different rows that both have and that are not equal
     * @param first the first differing rows by key
     */
    public record Table(int firstRows, int secondRows, int onlyFirst, int onlySecond, int different, List<Row> first) {
        /** Whether the table is the same in both. */
        public boolean isEqual() {
            return onlyFirst + onlySecond + different == 0;
        }
    }

    /** A row in both runs; null where a run has none. */
    public record Row(
            String key,
            @Nullable SpecificRecord first,
            @Nullable SpecificRecord second) {}

    /** Whether all tables are the same. */
    public boolean isEqual() {
        return tables.values().stream().allMatch(Table::isEqual);
    }

    /**
     * Compares.
     *
     * @param most how many differing rows of a table are given
     */
    public static RunDiff of(TablesAsOf first, TablesAsOf second, int most) {
        SortedMap<String, Table> tables = new TreeMap<>();
        for (Topic<?> topic : Topics.live().finalTables()) {
            tables.put(topic.baseName(), compare(topic, first, second, most));
        }
        return new RunDiff(tables, RunChanges.of(first, second));
    }

    private static Table compare(Topic<?> topic, TablesAsOf first, TablesAsOf second, int most) {
        SortedMap<String, HistoryEntry> one = first.entries(topic);
        SortedMap<String, HistoryEntry> two = second.entries(topic);
        SortedSet<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(two.keySet());
        int[] counts = new int[3];
        List<Row> rows = new ArrayList<>();
        for (String key : keys) {
            HistoryEntry a = one.get(key);
            HistoryEntry b = two.get(key);
            if (a != null && b != null && a.getRow().equals(b.getRow())) {
                continue;
            }
            counts[b == null ? 0 : a == null ? 1 : 2]++;
            if (rows.size() < most) {
                rows.add(new Row(
                        key, a == null ? null : TablesAsOf.row(topic, a), b == null ? null : TablesAsOf.row(topic, b)));
            }
        }
        return new Table(one.size(), two.size(), counts[0], counts[1], counts[2], rows);
    }
}
