/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.DeadLetters;
import io.vestnik.schemas.ErasureMark;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.DeadLetter;
import io.vestnik.schemas.avro.ObservedAtBasis;
import io.vestnik.schemas.avro.PollState;
import io.vestnik.schemas.avro.SourceState;

/** The records of the transaction at hand, in the form in which they are sent. */
final class Outbox implements AutoCloseable {
    /** A transaction is closed when it has this many records, so that none lasts long. */
    static final int MAX_RECORDS = 1000;
    /** A transaction is closed when it has this many bytes, so that memory is bounded. */
    static final long MAX_BYTES = 8L * 1024 * 1024;
    /** Greatest value in bytes: what the topics take, less room for key and framing. */
    static final int MAX_VALUE_BYTES = Topic.MAX_MESSAGE_BYTES - 64 * 1024;

    private final Topics topics;
    private final Serde<ArticleEvent> events;
    private final Serde<SourceState> states;
    private final Serde<PollState> polls;
    private final Serde<DeadLetter> letters;
    private final List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    private long bytes;

    /**
     * @param config properties of the schema registry
     */
    Outbox(Topics topics, Map<String, ?> config) {
        this.topics = topics;
        this.events = topics.articles.serde(config);
        this.states = topics.sourceState.serde(config);
        this.polls = topics.pollState.serde(config);
        this.letters = topics.deadLetters.serde(config);
    }

    /**
     * Adds an event with the state that follows from it; both or none.
     *
     * @return whether they are small enough to be sent; if not, nothing was added
     */
    boolean add(ArticleEvent event, SourceState state) {
        ProducerRecord<String, byte[]> first =
                record(topics.articles, events, event.getArticleId(), event, event.getObservedAt());
        ProducerRecord<String, byte[]> second =
                record(topics.sourceState, states, state.getArticleId(), state, state.getObservedAt());
        if (first.value().length > MAX_VALUE_BYTES || second.value().length > MAX_VALUE_BYTES) {
            return false;
        }
        add(first);
        add(second);
        return true;
    }

    /** Adds the erasure of an article: its tombstone for the readers of the log, and the state that keeps it away. */
    void erase(String articleId, Instant at) {
        long timestamp = at.toEpochMilli();
        add(new ProducerRecord<String, byte[]>(
                topics.articles.name(), null, timestamp, articleId, null, ErasureMark.write()));
        SourceState state = SourceState.newBuilder()
                .setArticleId(articleId)
                .setOrigin("erase")
                .setFirstObservedAt(at)
                .setObservedAt(at)
                .setObservedAtBasis(ObservedAtBasis.OBSERVED)
                .setErasedAt(at)
                .build();
        add(record(topics.sourceState, states, articleId, state, at));
    }

    /** Adds what lets an erased article be published again, as if it had never been seen. */
    void lift(String articleId) {
        add(new ProducerRecord<>(topics.sourceState.name(), articleId, null));
    }

    /** Adds what is known of a polled address. */
    void polled(PollState state) {
        add(record(topics.pollState, polls, state.getAddress(), state, state.getPolledAt()));
    }

    /** Adds the dead letter of a refused input. */
    void refuse(@Nullable String articleId, String place, Reason reason, String message, Input input) {
        DeadLetter letter = DeadLetters.of(
                "producer", place, articleId, reason.name(), message, input.head(), input.length(), input.sha256());
        add(record(topics.deadLetters, letters, articleId == null ? place : articleId, letter, null));
    }

    List<ProducerRecord<String, byte[]>> records() {
        return records;
    }

    boolean isFull() {
        return records.size() >= MAX_RECORDS || bytes >= MAX_BYTES;
    }

    void clear() {
        records.clear();
        bytes = 0;
    }

    @Override
    public void close() {
        events.close();
        states.close();
        polls.close();
        letters.close();
    }

    private void add(ProducerRecord<String, byte[]> record) {
        records.add(record);
        bytes += record.value() == null ? 0 : record.value().length;
    }

    private static <V extends SpecificRecord> ProducerRecord<String, byte[]> record(
            Topic<V> topic, Serde<V> serde, String key, V value, @Nullable Instant at) {
        byte[] body;
        try {
            body = serde.serializer().serialize(topic.name(), value);
        } catch (KafkaException e) {
            throw new PublishException(
                    "A record for topic " + topic.name() + " cannot be written: " + e.getMessage(), e);
        }
        return new ProducerRecord<>(topic.name(), null, at == null ? null : at.toEpochMilli(), key, body);
    }
}
