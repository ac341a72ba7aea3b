/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.upgrade;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serde;

import io.vestnik.cli.pipeline.FinalTables;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.avro.DeadLetter;

/**
 * Hands on what the new application could not read, unless the same place of the log is among the live dead letters
 * already. Run again it hands on what is left.
 */
final class DeadLetterDelta {
    private static final int BATCH = 100;

    private final UpgradePlan plan;
    private final UpgradeWriter writer;

    DeadLetterDelta(UpgradePlan plan, UpgradeWriter writer) {
        this.plan = plan;
        this.writer = writer;
    }

    /**
     * Hands them on.
     *
     * @return how many those were
     */
    int write() {
        Topic<DeadLetter> live = plan.live().deadLetters;
        Topic<DeadLetter> staged = plan.staged().deadLetters;
        FinalTables tables = new FinalTables(plan.bootstrap(), plan.live());
        SortedSet<String> told = new TreeSet<>();
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (Serde<DeadLetter> serde = live.serde(plan.serde())) {
            tables.records(
                    List.of(live.name()),
                    record -> told.add(serde.deserializer()
                            .deserialize(live.name(), record.value())
                            .getOrigin()));
            tables.records(List.of(staged.name()), record -> {
                DeadLetter letter = serde.deserializer().deserialize(staged.name(), record.value());
                if (told.add(letter.getOrigin())) {
                    records.add(new ProducerRecord<>(
                            live.name(), record.key(), serde.serializer().serialize(live.name(), letter)));
                }
            });
        }
        for (int from = 0; from < records.size(); from += BATCH) {
            writer.write(records.subList(from, Math.min(records.size(), from + BATCH)));
        }
        return records.size();
    }
}
