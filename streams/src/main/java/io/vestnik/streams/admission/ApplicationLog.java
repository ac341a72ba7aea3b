/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams.admission;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.Application;
import io.vestnik.streams.config.StreamsProperties;
import io.vestnik.streams.config.VestnikStreamsConfig;

/** Tells which application writes the tables of a namespace: the last record of its topic. */
public final class ApplicationLog {
    /** Key of the record. */
    public static final String KEY = "streams";

    private static final Duration POLL = Duration.ofMillis(100);
    /** Longer than the transaction of an upgrade that was killed stays open. */
    private static final int POLLS = 1_200;

    private ApplicationLog() {}

    /**
     * Reads the record. What is being committed is waited for: whoever wrote it may rely on being seen from then on.
     *
     * @param config of the application that asks; the topic must be there
     * @return null when there was no upgrade yet
     * @throws TimeoutException when an upgrade's transaction does not end
     */
    public static @Nullable Application read(VestnikStreamsConfig config) {
        Topic<Application> topic = new Topics(config.namespace()).applications;
        Map<String, Object> settings =
                new StreamsConfig(StreamsProperties.of(config)).getRestoreConsumerConfigs("vestnik-admission");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);
        try (KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
                Serde<Application> serde = topic.serde(StreamsProperties.serde(config))) {
            byte[] last = last(consumer, ends(settings, topic));
            return last == null ? null : serde.deserializer().deserialize(topic.name(), last);
        }
    }

    /** Where the partitions end for one who reads what is not committed as well. */
    private static Map<TopicPartition, Long> ends(Map<String, Object> settings, Topic<?> topic) {
        Map<String, Object> uncommitted = new TreeMap<>(settings);
        uncommitted.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(uncommitted, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Collection<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            return consumer.endOffsets(partitions);
        }
    }

    private static byte @Nullable [] last(KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        consumer.assign(ends.keySet());
        consumer.seekToBeginning(ends.keySet());
        byte[] last = null;
        List<TopicPartition> open = new ArrayList<>(ends.keySet());
        open.removeIf(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L));
        for (int polls = 0; !open.isEmpty(); polls++) {
            if (polls == POLLS) {
                throw new TimeoutException(
                        "A transaction of an upgrade is open for too long: " + open + " cannot be read to the end.");
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (new String(record.key(), StandardCharsets.UTF_8).equals(KEY)) {
                    last = record.value();
                }
            }
            open.removeIf(partition -> consumer.position(partition) >= ends.getOrDefault(partition, 0L));
        }
        return last;
    }
}
