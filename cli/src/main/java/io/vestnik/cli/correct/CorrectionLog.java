/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.correct;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.vestnik.cli.pipeline.OffsetRange;
import io.vestnik.cli.pipeline.Offsets;
import io.vestnik.cli.pipeline.RangeReader;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.Correction;
import io.vestnik.schemas.serde.BadRecordException;
import io.vestnik.streams.table.KeyPartitioner;

/** The corrections of a cluster, and what it knows of the articles that they are of. */
public final class CorrectionLog {
    private static final Logger LOG = LoggerFactory.getLogger(CorrectionLog.class);

    private static final Comparator<Correction> ORDER = Comparator.comparing(Correction::getObservedAt)
            .thenComparing(Correction::getId)
            .thenComparing(Correction::getArticleId);

    private final Map<String, Object> settings;
    private final Topics topics;

    /**
     * Looks at a cluster.
     *
     * @param settings of clients and serdes
     */
    public CorrectionLog(Map<String, ?> settings, Topics topics) {
        this.settings = new TreeMap<>(settings);
        this.topics = topics;
    }

    /**
     * Writes a correction under every article that it is of, all or nothing; returns when the brokers have it.
     *
     * @throws org.apache.kafka.common.KafkaException when they do not take it
     */
    public void write(Collection<Correction> records) {
        // Of its own, so that two people who correct at the same time do not fence each other.
        write(records, topics.namespace() + "vestnik-correct-" + UUID.randomUUID());
    }

    /**
     * Writes records, all or nothing; returns when the brokers have them.
     *
     * @param transactionalId whoever else writes under it is fenced
     * @throws org.apache.kafka.common.KafkaException when they do not take them
     */
    public void write(Collection<Correction> records, String transactionalId) {
        Map<String, Object> config = new TreeMap<>(settings);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        try (Serde<Correction> serde = topics.corrections.serde(settings);
                KafkaProducer<String, Correction> producer =
                        new KafkaProducer<>(config, new StringSerializer(), serde.serializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (Correction record : records) {
                // A record that cannot be sent fails the commit.
                var unused = producer.send(new ProducerRecord<>(
                        topics.corrections.name(),
                        null,
                        record.getObservedAt().toEpochMilli(),
                        record.getArticleId(),
                        record));
            }
            producer.commitTransaction();
        }
    }

    /** All that was said, by time. What cannot be read is left out; analysis has sent it to the dead letters. */
    public List<Correction> read() {
        List<Correction> found = new ArrayList<>();
        read(topics.corrections, ranges(topics.corrections), found::add, record -> true);
        found.sort(ORDER);
        return found;
    }

    /** What the tables say of articles; those that they do not know are left out. */
    public SortedMap<String, Analysis> analyses(Collection<String> articleIds) {
        SortedMap<String, Analysis> found = new TreeMap<>();
        List<byte[]> keys = articleIds.stream()
                .map(articleId -> articleId.getBytes(StandardCharsets.UTF_8))
                .toList();
        Map<TopicPartition, OffsetRange> ranges = ranges(topics.analyses);
        int partitions = ranges.size();
        KeyPartitioner<Analysis> partitioner = KeyPartitioner.of(topics, topics.analyses);
        ranges.keySet().removeIf(partition -> articleIds.stream()
                .noneMatch(articleId -> partitioner.partition(articleId, partitions) == partition.partition()));
        read(topics.analyses, ranges, analysis -> found.put(analysis.getArticleId(), analysis), record -> {
            boolean wanted = keys.stream().anyMatch(key -> Arrays.equals(key, record.key()));
            if (wanted && record.value() == null) {
                found.remove(new String(record.key(), StandardCharsets.UTF_8));
            }
            return wanted;
        });
        return found;
    }

    private interface Filter {
        boolean takes(ConsumerRecord<byte[], byte[]> record);
    }

    private <V extends SpecificRecord> void read(
            Topic<V> topic, Map<TopicPartition, OffsetRange> ranges, Consumer<V> values, Filter filter) {
        try (Serde<V> serde = topic.serde(settings)) {
            new RangeReader(settings)
                    .read(
                            ranges,
                            record -> {
                                if (filter.takes(record) && record.value() != null) {
                                    value(serde, record, values);
                                }
                            },
                            () -> true);
        }
    }

    private static <V> void value(Serde<V> serde, ConsumerRecord<byte[], byte[]> record, Consumer<V> values) {
        try {
            values.accept(serde.deserializer().deserialize(record.topic(), record.value()));
        } catch (BadRecordException e) {
            LOG.warn("{}-{}@{} cannot be read", record.topic(), record.partition(), record.offset(), e);
        }
    }

    private Map<TopicPartition, OffsetRange> ranges(Topic<?> topic) {
        try (Admin admin = Admin.create(settings)) {
            Map<TopicPartition, OffsetRange> ranges = new LinkedHashMap<>();
            ranges.putAll(Offsets.ranges(admin, List.of(topic.name()), IsolationLevel.READ_COMMITTED));
            return ranges;
        } catch (UnknownTopicOrPartitionException e) {
            LOG.debug("There is no topic {}", topic.name(), e);
            return new LinkedHashMap<>();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
