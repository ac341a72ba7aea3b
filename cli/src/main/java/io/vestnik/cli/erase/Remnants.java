/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.erase;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.Keys;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.Utterance;

/**
 * What still stands in the final tables when the applications have taken an article back. It is the rows that they have
 * done with, as a desk forgets what is past its retention: nothing more would be said of them, so they are redacted where
 * they stand.
 */
final class Remnants {
    private final Topics topics;
    private final ErasedArticles erased;
    private final RowRedaction redaction;
    private final Map<String, ?> serdes;
    private final Set<String> utterances = new TreeSet<>();
    private final Set<String> saidByOthers = new TreeSet<>();
    private final Map<ConsumerRecord<byte[], byte @Nullable []>, byte @Nullable []> changes = new HashMap<>();

    Remnants(Topics topics, ErasedArticles erased, Map<String, ?> serdes) {
        this.topics = topics;
        this.erased = erased;
        this.redaction = erased.redaction();
        this.serdes = serdes;
    }

    /** Looks for them. */
    void find(PartitionReader reader) {
        // Which utterances are concerned is known when both their tables have been read; then they are read again.
        live(reader, topics.utterances, this::noteUtterance);
        live(reader, topics.utteranceMembers, this::noteMember);
        for (Topic<?> table : topics.finalTables()) {
            redact(reader, table);
        }
    }

    /** Utterances that no application will write anew. */
    Set<String> utterances() {
        return utterances;
    }

    /** How many rows there are. */
    int rows() {
        return changes.size();
    }

    /** Writes the rows as they may stay, and tombstones of those that may not, in one transaction. */
    void write(Map<String, ?> settings, String transactionalId) {
        if (changes.isEmpty()) {
            return;
        }
        Map<String, Object> config = new HashMap<>(settings);
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_MESSAGE_BYTES);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        try (KafkaProducer<byte[], byte @Nullable []> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            changes.forEach((record, value) -> {
                // A record that cannot be sent fails the commit.
                var unused = producer.send(new ProducerRecord<>(
                        record.topic(), record.partition(), record.timestamp(), record.key(), value));
            });
            producer.commitTransaction();
        }
    }

    private <V extends SpecificRecord> void live(PartitionReader reader, Topic<V> table, Rows<V> rows) {
        Map<String, ConsumerRecord<byte[], byte @Nullable []>> live = new TreeMap<>();
        reader.read(table.name(), record -> {
            String key = PartitionReader.key(record);
            if (record.value() == null) {
                live.remove(key);
            } else if (mayConcern(table, key)) {
                live.put(key, record);
            }
        });
        try (Serde<V> serde = table.serde(serdes)) {
            live.forEach(
                    (key, record) -> rows.row(key, serde.deserializer().deserialize(table.name(), record.value())));
        }
    }

    /** Only the utterances that erased articles were in are looked at, so that memory is bounded by these. */
    private boolean mayConcern(Topic<?> table, String key) {
        return erased.said(
                table.equals(topics.utterances) ? key : Keys.split(key, 3).get(0));
    }

    private void noteUtterance(String key, Utterance row) {
        if (erased.ids().contains(row.getSourceArticleId())) {
            utterances.add(key);
        }
    }

    private void noteMember(String key, SpecificRecord row) {
        String utterance = Keys.split(key, 3).get(0);
        if (erased.isOfErased(topics.utteranceMembers.baseName(), key)) {
            utterances.add(utterance);
        } else {
            saidByOthers.add(utterance);
        }
    }

    private <V extends SpecificRecord> void redact(PartitionReader reader, Topic<V> table) {
        Map<String, ConsumerRecord<byte[], byte @Nullable []>> found = new TreeMap<>();
        Map<String, byte @Nullable []> values = new HashMap<>();
        try (Serde<V> serde = table.serde(serdes)) {
            reader.read(table.name(), record -> {
                String key = PartitionReader.key(record);
                found.remove(key);
                if (record.value() == null) {
                    return;
                }
                V row = serde.deserializer().deserialize(table.name(), record.value());
                SpecificRecord kept = kept(table, key, row);
                if (kept != row) {
                    found.put(key, record);
                    values.put(
                            key,
                            kept == null
                                    ? null
                                    : serde.serializer()
                                            .serialize(
                                                    table.name(),
                                                    table.valueType().cast(kept)));
                }
            });
        }
        found.forEach((key, record) -> changes.put(record, values.get(key)));
    }

    private @Nullable SpecificRecord kept(Topic<?> table, String key, SpecificRecord row) {
        if (erased.isOfErased(table.baseName(), key)) {
            return null;
        }
        if (table.equals(topics.utterances) && utterances.contains(key) && !saidByOthers.contains(key)) {
            return null;
        }
        boolean member = table.equals(topics.utteranceMembers);
        boolean withSource = !member || utterances.contains(Keys.split(key, 3).get(0));
        return redaction.apply(row, withSource);
    }

    private interface Rows<V> {
        void row(String key, V row);
    }
}
