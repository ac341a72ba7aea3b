/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.avro.SourceState;

/**
 * The source states as their compacted topic holds them, in memory. Reads committed records only: what a killed
 * producer left half written was never there.
 */
final class TopicSourceStates implements SourceStates {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration STALL = Duration.ofSeconds(30);

    private final Consumer<String, SourceState> consumer;
    private final String topic;
    private final Map<String, SourceState> states = new HashMap<>();
    private @Nullable List<TopicPartition> partitions;

    /**
     * @param consumer reads committed records; closed with this
     * @param topic the topic of source states
     */
    TopicSourceStates(Consumer<String, SourceState> consumer, String topic) {
        this.consumer = consumer;
        this.topic = topic;
    }

    @Override
    public @Nullable SourceState get(String articleId) {
        return states.get(articleId);
    }

    @Override
    public void put(SourceState state) {
        states.put(state.getArticleId(), state);
    }

    @Override
    public void refresh() {
        try {
            readToEnd(assigned());
        } catch (KafkaException e) {
            throw new PublishException("The source state in topic " + topic + " cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private List<TopicPartition> assigned() {
        if (partitions == null) {
            List<PartitionInfo> infos = consumer.partitionsFor(topic);
            if (infos == null || infos.isEmpty()) {
                throw new PublishException(
                        "There is no topic " + topic + ". Create the topics with 'vestnik topics apply'.", null);
            }
            partitions = infos.stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }
        return partitions;
    }

    private void readToEnd(List<TopicPartition> assigned) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(assigned);
        long still = 0;
        while (assigned.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            int read = 0;
            for (ConsumerRecord<String, SourceState> record : consumer.poll(POLL)) {
                read++;
                if (record.value() == null) {
                    states.remove(record.key());
                } else {
                    states.put(record.key(), record.value());
                }
            }
            still = read > 0 ? 0 : still + POLL.toMillis();
            if (still > STALL.toMillis()) {
                throw new PublishException(
                        "Nothing more can be read of topic " + topic
                                + ", though it is not at its end. Are its brokers up?",
                        null);
            }
        }
    }
}
