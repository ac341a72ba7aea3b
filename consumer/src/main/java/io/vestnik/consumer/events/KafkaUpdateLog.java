/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.events;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serde;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.vestnik.consumer.query.ViewJson;
import io.vestnik.consumer.tail.ReaderSettings;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.avro.TopicUpdate;
import io.vestnik.schemas.serde.BadRecordException;

/** The topic of updates at the brokers. Consumers are assigned to all its partitions and belong to no group. */
final class KafkaUpdateLog implements UpdateLog {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaUpdateLog.class);
    private static final long CALL_SECONDS = 15;
    private static final int FETCH_BYTES = 2 * 1024 * 1024;

    private final Topic<TopicUpdate> topic;
    private final Map<String, Object> settings;
    private final Admin admin;

    /**
     * Over a topic.
     *
     * @param settings properties of clients and serdes
     */
    KafkaUpdateLog(Topic<TopicUpdate> topic, Map<String, ?> settings) {
        this.topic = topic;
        this.settings = new TreeMap<>(settings);
        this.admin = Admin.create(adminSettings());
    }

    @Override
    public Bounds bounds() {
        TopicDescription description =
                get(admin.describeTopics(List.of(topic.name())).allTopicNames()).get(topic.name());
        if (description == null) {
            throw new KafkaException("The cluster does not describe the topic " + topic.name());
        }
        String id = description.topicId().toString();
        int partitions = description.partitions().size();
        return new Bounds(offsets(id, partitions, OffsetSpec.earliest()), offsets(id, partitions, OffsetSpec.latest()));
    }

    private OffsetVector offsets(String id, int partitions, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            asked.put(new TopicPartition(topic.name(), partition), which);
        }
        long[] offsets = new long[partitions];
        Map<TopicPartition, ListOffsetsResultInfo> told =
                get(admin.listOffsets(asked, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                        .all());
        told.forEach((partition, offset) -> offsets[partition.partition()] = offset.offset());
        return new OffsetVector(id, offsets);
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get(CALL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e.getCause());
        } catch (TimeoutException e) {
            throw new org.apache.kafka.common.errors.TimeoutException(
                    "The cluster gave no answer within " + CALL_SECONDS + " s.", e);
        }
    }

    @Override
    public Cursor read(OffsetVector from) {
        return new KafkaCursor(from);
    }

    /** What was given, less what is for Kafka Streams and its other clients. */
    private Map<String, Object> adminSettings() {
        Map<String, Object> own = new TreeMap<>(settings);
        own.keySet().retainAll(AdminClientConfig.configNames());
        return own;
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }

    private final class KafkaCursor implements Cursor {
        private final String topicId;
        private final int partitions;
        private final KafkaConsumer<byte[], byte[]> consumer;
        private final Serde<TopicUpdate> serde;

        KafkaCursor(OffsetVector from) {
            topicId = from.topicId();
            partitions = from.partitions();
            // A place that the log does not hold is to be told, not to be replaced by another one.
            Map<String, Object> own = ReaderSettings.committed(settings, "none");
            // The defaults are made for whole topics of news; updates are small, and many may be read at once.
            own.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
            consumer = new KafkaConsumer<>(own, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            serde = topic.serde(settings);
            List<TopicPartition> all = new ArrayList<>();
            for (int partition = 0; partition < partitions; partition++) {
                all.add(new TopicPartition(topic.name(), partition));
            }
            consumer.assign(all);
            all.forEach(partition -> consumer.seek(partition, from.next(partition.partition())));
        }

        @Override
        public List<Update> poll(Duration atMost) {
            List<Update> updates = new ArrayList<>();
            try {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(atMost)) {
                    decode(record, updates);
                }
            } catch (OffsetOutOfRangeException e) {
                throw new OutOfRangeException("The log does not hold " + e.offsetOutOfRangePartitions(), e);
            }
            return updates;
        }

        private void decode(ConsumerRecord<byte[], byte[]> record, List<Update> updates) {
            try {
                TopicUpdate update = serde.deserializer().deserialize(topic.name(), record.value());
                if (update != null) {
                    updates.add(new Update(
                            record.partition(),
                            record.offset(),
                            update.getTopic(),
                            update.getKind(),
                            ViewJson.write(update).toString()));
                }
            } catch (BadRecordException e) {
                // Only a stranger's record can be so; there is nothing in it that a reader could be told.
                LOG.warn(
                        "Left out, no update: {}-{}@{} with key {}: {}",
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8),
                        e.getMessage());
            }
        }

        @Override
        public OffsetVector position() {
            long[] next = new long[partitions];
            for (int partition = 0; partition < partitions; partition++) {
                next[partition] = consumer.position(new TopicPartition(topic.name(), partition));
            }
            return new OffsetVector(topicId, next);
        }

        @Override
        public void close() {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
            serde.close();
        }
    }
}
