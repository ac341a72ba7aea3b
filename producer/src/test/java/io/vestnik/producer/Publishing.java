/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.ErasureMark;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.ArticleContent;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.ClaimedTime;
import io.vestnik.schemas.avro.DeadLetter;
import io.vestnik.schemas.avro.PollState;
import io.vestnik.schemas.avro.SourceState;
import io.vestnik.schemas.avro.TimePrecision;

import static org.assertj.core.api.Assertions.assertThat;

/** A cluster in memory: what one publisher commits, the next one reads. */
final class Publishing {
    static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");

    final Topics topics = Topics.live();
    final Map<String, Object> config = Map.of("schema.registry.url", "mock://" + UUID.randomUUID());
    final List<ArticleEvent> events = new ArrayList<>();
    final List<DeadLetter> letters = new ArrayList<>();
    /** Topic and key of each record without a value, and whether it is marked as an erasure, joined by blanks. */
    final List<String> tombstones = new ArrayList<>();

    final Map<String, SourceState> states = new HashMap<>();
    final Map<String, PollState> polls = new HashMap<>();
    private ObservedAt observedAt = ObservedAt.assumed();

    Publishing observedAt(ObservedAt option) {
        this.observedAt = option;
        return this;
    }

    /** Publishes the items by a publisher of its own and keeps what it commits. */
    PublishReport publish(SourceItem... items) {
        return publish(new ListSource(false, items));
    }

    PublishReport publish(ArticleSource source) {
        MockProducer<String, byte[]> producer = newProducer();
        try (ArticlePublisher publisher = open(producer)) {
            PublishReport report = publisher.publish(source, PublishListener.NONE);
            keep(producer);
            return report;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    boolean retract(String articleId, @Nullable Instant at) {
        MockProducer<String, byte[]> producer = newProducer();
        try (ArticlePublisher publisher = open(producer)) {
            boolean changed = publisher.retract(articleId, at);
            keep(producer);
            return changed;
        }
    }

    void erase(String articleId) {
        MockProducer<String, byte[]> producer = newProducer();
        try (ArticlePublisher publisher = open(producer)) {
            publisher.erase(List.of(articleId), NOW);
            assertThat(producer.commitCount()).as("both in one transaction").isEqualTo(1);
            keep(producer);
        }
    }

    List<String> lift(String articleId) {
        MockProducer<String, byte[]> producer = newProducer();
        try (ArticlePublisher publisher = open(producer)) {
            List<String> lifted = publisher.lift(List.of(articleId));
            keep(producer);
            return lifted;
        }
    }

    ArticlePublisher open(MockProducer<String, byte[]> producer) {
        return new ArticlePublisher(
                producer, stateConsumer(), topics, config, observedAt, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    static MockProducer<String, byte[]> newProducer() {
        return new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    }

    /** What a producer has committed; an event must come with its state. */
    void keep(MockProducer<String, byte[]> producer) {
        for (ProducerRecord<String, byte[]> record : producer.history()) {
            if (record.value() == null) {
                tombstones.add(
                        record.topic() + " " + record.key() + (ErasureMark.isOn(record.headers()) ? " erased" : ""));
                if (record.topic().equals(topics.sourceState.name())) {
                    states.remove(record.key());
                }
            } else if (record.topic().equals(topics.articles.name())) {
                events.add(value(topics.articles, record));
            } else if (record.topic().equals(topics.sourceState.name())) {
                SourceState state = value(topics.sourceState, record);
                states.put(state.getArticleId(), state);
            } else if (record.topic().equals(topics.pollState.name())) {
                PollState state = value(topics.pollState, record);
                polls.put(state.getAddress(), state);
            } else {
                letters.add(value(topics.deadLetters, record));
            }
        }
    }

    private <V extends SpecificRecord> V value(Topic<V> topic, ProducerRecord<String, byte[]> record) {
        return topic.serde(config).deserializer().deserialize(topic.name(), record.value());
    }

    private MockConsumer<String, SourceState> stateConsumer() {
        MockConsumer<String, SourceState> consumer = new MockConsumer<>("earliest");
        String topic = topics.sourceState.name();
        TopicPartition partition = new TopicPartition(topic, 0);
        Node node = new Node(0, "localhost", 1);
        Node[] nodes = {node};
        consumer.updatePartitions(topic, List.of(new PartitionInfo(topic, 0, node, nodes, nodes)));
        consumer.updateBeginningOffsets(Map.of(partition, 0L));
        consumer.updateEndOffsets(Map.of(partition, (long) states.size()));
        List<SourceState> all = new ArrayList<>(states.values());
        consumer.schedulePollTask(() -> {
            for (int i = 0; i < all.size(); i++) {
                consumer.addRecord(new ConsumerRecord<>(topic, 0, i, all.get(i).getArticleId(), all.get(i)));
            }
        });
        return consumer;
    }

    static SourceItem.Version article(String id, String text, @Nullable String claimedAt, @Nullable String observedAt) {
        ArticleContent content = ArticleContent.newBuilder()
                .setText(text)
                .setClaimedAt(
                        claimedAt == null
                                ? null
                                : new ClaimedTime(Instant.parse(claimedAt), TimePrecision.MINUTE, "field", null))
                .build();
        return new SourceItem.Version(
                id, "test:" + id, content, observedAt == null ? null : Instant.parse(observedAt), Input.of(text));
    }

    static SourceItem.Retraction retraction(String id, @Nullable String observedAt) {
        return new SourceItem.Retraction(
                id, "test:" + id, observedAt == null ? null : Instant.parse(observedAt), Input.of(id));
    }

    /** A source over a list. */
    static final class ListSource implements ArticleSource {
        private final Deque<SourceItem> items;
        private final boolean live;

        ListSource(boolean live, SourceItem... items) {
            this.live = live;
            this.items = new ArrayDeque<>(Arrays.asList(items));
        }

        @Override
        public String origin() {
            return "test";
        }

        @Override
        public boolean eachItemIsABatch() {
            return live;
        }

        @Override
        public @Nullable SourceItem next() {
            return items.poll();
        }
    }
}
