/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.erase;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.CanonicalAvro;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.DeadLetter;
import io.vestnik.schemas.avro.HistoryEntry;
import io.vestnik.schemas.avro.TopicUpdate;
import io.vestnik.schemas.avro.UtteranceMember;

/** What of each log is to go with erased articles. */
final class LogFilters implements AutoCloseable {
    private final Topics topics;
    private final ErasedArticles erased;
    private final RowRedaction redaction;
    private final Set<String> remnants;
    private final Serde<HistoryEntry> history;
    private final Serde<TopicUpdate> updates;
    private final Serde<DeadLetter> letters;
    private final ErasedCorrections corrections;

    /**
     * Filters.
     *
     * @param remnants utterances that no application will write anew
     * @param serdes properties of the serdes
     */
    LogFilters(Topics topics, ErasedArticles erased, Set<String> remnants, Map<String, ?> serdes) {
        this.topics = topics;
        this.erased = erased;
        this.redaction = erased.redaction();
        this.remnants = remnants;
        this.history = topics.history.serde(serdes);
        this.updates = topics.updates.serde(serdes);
        this.letters = topics.deadLetters.serde(serdes);
        this.corrections = new ErasedCorrections(topics.corrections, erased, serdes);
    }

    /**
     * The filter of a partition.
     *
     * @param end offset that it will be asked up to
     */
    LogRewriter.Filter of(TopicPartition partition, long end, PartitionReader reader) {
        String topic = partition.topic();
        if (topic.equals(topics.articles.name())) {
            return record -> record.value() != null && isErased(record) ? null : record;
        }
        if (topic.equals(topics.corrections.name())) {
            return corrections::kept;
        }
        if (topic.equals(topics.history.name())) {
            Map<String, Long> last = lastOfSaid(partition, end, reader);
            return record -> entry(record, last);
        }
        if (topic.equals(topics.updates.name())) {
            return record -> record.value() != null
                            && erased.in(updates.deserializer()
                                    .deserialize(topic, record.value())
                                    .getName())
                    ? null
                    : record;
        }
        if (topic.equals(topics.deadLetters.name())) {
            return this::letter;
        }
        throw new IllegalArgumentException("no log that holds anything of articles: " + topic);
    }

    private boolean isErased(ConsumerRecord<byte[], byte @Nullable []> record) {
        return erased.ids().contains(PartitionReader.key(record));
    }

    private @Nullable ConsumerRecord<byte[], byte @Nullable []> letter(
            ConsumerRecord<byte[], byte @Nullable []> record) {
        if (isErased(record)) {
            return null;
        }
        if (record.value() == null) {
            return record;
        }
        DeadLetter letter = letters.deserializer().deserialize(record.topic(), record.value());
        boolean tells = erased.ids().contains(String.valueOf(letter.getKey()))
                || erased.in(letter.getMessage())
                || erased.within(letter.getHead());
        return tells ? null : record;
    }

    /** Of each row of the utterances that erased articles were in, the offset of what was written last. */
    private Map<String, Long> lastOfSaid(TopicPartition partition, long end, PartitionReader reader) {
        Map<String, Long> last = new HashMap<>();
        reader.read(partition, 0, end, record -> {
            // By the key, table|rowKey, as most entries are of other tables.
            List<String> key = Keys.split(PartitionReader.key(record));
            boolean member = key.get(0).equals(topics.utteranceMembers.baseName());
            if (member && erased.said(Keys.split(key.get(1), 3).get(0))) {
                last.put(key.get(1), record.offset());
            }
        });
        return last;
    }

    private @Nullable ConsumerRecord<byte[], byte @Nullable []> entry(
            ConsumerRecord<byte[], byte @Nullable []> record, Map<String, Long> last) {
        if (record.value() == null) {
            return record;
        }
        HistoryEntry entry = history.deserializer().deserialize(record.topic(), record.value());
        if (erased.isOfErased(entry.getTable(), entry.getRowKey())) {
            return null;
        }
        ByteBuffer body = entry.getRow();
        if (body == null) {
            return record;
        }
        SpecificRecord row = row(entry);
        if (row == null) {
            // Written by another version: what it says cannot be taken out of it.
            return erased.within(body) ? null : record;
        }
        SpecificRecord redacted = redaction.apply(row, tellsSource(row, entry, record.offset(), last));
        if (redacted == row) {
            return record;
        }
        return redacted == null ? null : withRow(record, entry, redacted);
    }

    /** Whether a row may tell what an erased article said, which was the best source of the utterance. */
    private boolean tellsSource(SpecificRecord row, HistoryEntry entry, long offset, Map<String, Long> last) {
        if (row instanceof UtteranceMember member) {
            String utterance = member.getUtteranceId();
            boolean latest = last.getOrDefault(entry.getRowKey(), -1L) == offset;
            return erased.said(utterance) && (!latest || remnants.contains(utterance));
        }
        return true;
    }

    private @Nullable SpecificRecord row(HistoryEntry entry) {
        for (Topic<?> table : topics.finalTables()) {
            SpecificRecord row = ErasedArticles.row(table, entry);
            if (row != null) {
                return row;
            }
        }
        return null;
    }

    private ConsumerRecord<byte[], byte @Nullable []> withRow(
            ConsumerRecord<byte[], byte @Nullable []> record, HistoryEntry entry, SpecificRecord row) {
        HistoryEntry changed = HistoryEntry.newBuilder(entry)
                .setRow(ByteBuffer.wrap(CanonicalAvro.body(row)))
                .build();
        byte[] value = history.serializer().serialize(record.topic(), changed);
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.timestampType(),
                record.serializedKeySize(),
                value.length,
                record.key(),
                value,
                record.headers(),
                record.leaderEpoch());
    }

    @Override
    public void close() {
        history.close();
        updates.close();
        letters.close();
        corrections.close();
    }
}
