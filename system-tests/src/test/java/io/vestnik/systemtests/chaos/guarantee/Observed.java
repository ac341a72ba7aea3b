/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos.guarantee;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

import org.apache.avro.specific.SpecificRecord;

import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.HistoryEntry;
import io.vestnik.schemas.serde.Frame;

/** What a reader found after a run: every record of every topic, and what was still open. */
public final class Observed {
    private final Topics topics;
    private final SortedMap<String, List<LogRecord>> records;
    private final List<String> open;

    /**
     * What was found.
     *
     * @param topics the catalogue in use
     * @param records by topic, those of a partition in their order
     * @param open transactions and partitions that were not brought to an end, a line each
     */
    public Observed(Topics topics, Map<String, List<LogRecord>> records, List<String> open) {
        this.topics = topics;
        this.records = new TreeMap<>(records);
        this.open = List.copyOf(open);
    }

    /** The catalogue in use. */
    public Topics topics() {
        return topics;
    }

    /** What was not brought to an end, a line each. */
    public List<String> open() {
        return open;
    }

    /** All records of a topic. */
    public List<LogRecord> records(String topic) {
        return Collections.unmodifiableList(records.getOrDefault(topic, List.of()));
    }

    /** Values of a topic, tombstones left out. */
    public <V extends SpecificRecord> List<V> values(Topic<V> topic) {
        return records(topic.name()).stream()
                .filter(record -> record.value() != null)
                .map(record -> CanonicalAvro.record(topic.valueType(), Frame.body(record.value())))
                .toList();
    }

    /** Bodies of the live rows of a table or of a changelog, by key. */
    public SortedMap<String, byte[]> rows(String topic) {
        return live(topic, Frame::body);
    }

    /** Live rows of a changelog of texts, by key. */
    public SortedMap<String, String> texts(String changelog) {
        return live(changelog, value -> new String(value, StandardCharsets.UTF_8));
    }

    private <V> SortedMap<String, V> live(String topic, Function<byte[], V> read) {
        SortedMap<String, V> rows = new TreeMap<>();
        for (LogRecord record : records(topic)) {
            if (record.value() == null) {
                rows.remove(record.key());
            } else {
                rows.put(record.key(), read.apply(record.value()));
            }
        }
        return rows;
    }

    /** The row that an entry of the history tells; null when it was removed. */
    public static byte[] row(HistoryEntry entry) {
        if (entry.getRow() == null) {
            return null;
        }
        byte[] row = new byte[entry.getRow().remaining()];
        entry.getRow().duplicate().get(row);
        return row;
    }

    /** Live rows of a table. */
    public <V extends SpecificRecord> SortedMap<String, V> table(Topic<V> topic) {
        return table(topic.name(), topic.valueType());
    }

    /** Live rows of a table or of a changelog. */
    public <V extends SpecificRecord> SortedMap<String, V> table(String topic, Class<V> type) {
        SortedMap<String, V> table = new TreeMap<>();
        rows(topic).forEach((key, body) -> table.put(key, CanonicalAvro.record(type, body)));
        return table;
    }
}
