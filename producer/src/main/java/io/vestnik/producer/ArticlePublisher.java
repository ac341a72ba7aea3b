/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.PollState;
import io.vestnik.schemas.avro.SourceState;

/**
 * Publishes what sources show, each article event in one transaction with the source state that follows from it. So a
 * killed producer goes on from what was committed, without loss or repeat, and to publish the same again changes
 * nothing. Refused inputs go to the dead letters in the same transactions, and the rest goes on.
 *
 * <p>One publisher of a transactional id at a time: a second one takes over from the first, which then ends with a
 * {@link PublishException}. Used by one thread.
 */
public final class ArticlePublisher implements AutoCloseable {
    /** Transactional id unless another is given, behind the namespace of the topics. */
    public static final String DEFAULT_TRANSACTIONAL_ID = "vestnik-producer";

    /** Transactional id for retractions alone, so that one can be made beside a producer that watches. */
    public static final String RETRACTING_TRANSACTIONAL_ID = "vestnik-retract";

    /** Transactional id for polling feeds, so that files can be published beside it. */
    public static final String POLLING_TRANSACTIONAL_ID = "vestnik-feeds";

    /** Transactional id for articles that programs send. */
    public static final String INTAKE_TRANSACTIONAL_ID = "vestnik-intake";

    /** Transactional id for erasures alone: one at a time, beside whatever else publishes. */
    public static final String ERASING_TRANSACTIONAL_ID = "vestnik-erase";

    private static final int TRANSACTION_MS = 10_000;
    private static final int MAX_BLOCK_MS = 20_000;

    private final TransactionalWriter writer;
    private final SourceStates states;
    private final Outbox outbox;
    private final EventPolicy policy;

    /**
     * Takes over the transactional id, then reads the source state: in this order, as an open transaction of a former
     * holder would hide what was committed behind it.
     */
    ArticlePublisher(
            Producer<String, byte[]> producer,
            Consumer<String, SourceState> consumer,
            Topics topics,
            Map<String, ?> config,
            ObservedAt observedAt,
            Clock clock) {
        this.writer = new TransactionalWriter(producer);
        this.states = new TopicSourceStates(consumer, topics.sourceState.name());
        this.outbox = new Outbox(topics, config);
        this.policy = new EventPolicy(clock, observedAt);
        try {
            writer.start();
            states.refresh();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * A publisher against a cluster.
     *
     * @param config properties of the clients and of the schema registry; {@code bootstrap.servers} and {@code
     *     schema.registry.url} are needed
     * @param topics where to
     * @param transactionalId null for {@value #DEFAULT_TRANSACTIONAL_ID} behind the topics' namespace
     * @param observedAt where the observation time comes from when the source does not give it
     * @param clock tells which times lie in the future
     * @throws PublishException when brokers or registry do not answer or the topics are missing
     */
    public static ArticlePublisher open(
            Map<String, ?> config,
            Topics topics,
            @Nullable String transactionalId,
            ObservedAt observedAt,
            Clock clock) {
        String id = transactionalId == null ? topics.namespace() + DEFAULT_TRANSACTIONAL_ID : transactionalId;
        Producer<String, byte[]> producer = null;
        try {
            producer =
                    new KafkaProducer<>(producerConfig(config, id), new StringSerializer(), new ByteArraySerializer());
            Deserializer<SourceState> values = topics.sourceState.serde(config).deserializer();
            Consumer<String, SourceState> consumer =
                    new KafkaConsumer<>(consumerConfig(config, id), new StringDeserializer(), values);
            return new ArticlePublisher(producer, consumer, topics, config, observedAt, clock);
        } catch (KafkaException e) {
            if (producer != null) {
                producer.close(Duration.ZERO);
            }
            Throwable cause = e.getCause();
            throw new PublishException(
                    "The producer cannot be set up: " + e.getMessage()
                            + (cause == null ? "" : " (" + cause.getMessage() + ")"),
                    e);
        }
    }

    /**
     * What was known of each polled address when a publisher last wrote of it. To be asked for once the transactional id is
     * taken over, as an open transaction of a former holder would hide what was committed behind it.
     *
     * @param config as for {@link #open}
     * @throws PublishException when the brokers do not answer or the topic is missing
     */
    public static Map<String, PollState> pollStates(Map<String, ?> config, Topics topics) {
        Deserializer<PollState> values = topics.pollState.serde(config).deserializer();
        Consumer<String, PollState> consumer = new KafkaConsumer<>(
                consumerConfig(config, topics.namespace() + POLLING_TRANSACTIONAL_ID + "-states"),
                new StringDeserializer(),
                values);
        try (TopicTable<PollState> table = new TopicTable<>(consumer, topics.pollState.name(), "poll state")) {
            table.refresh();
            return Map.copyOf(table.rows());
        }
    }

    /**
     * Publishes a source to its end. A live source ends when it is closed from elsewhere.
     *
     * @throws IOException when the source as a whole cannot be read; what came before is published or, in a batch that
     *     waits for its end, will be the next time
     * @throws InterruptedException when the thread is interrupted while a live source waits
     * @throws PublishException when publishing cannot go on; this publisher is of no more use then
     */
    public PublishReport publish(ArticleSource source, PublishListener listener)
            throws IOException, InterruptedException {
        outbox.clear();
        return new PublishRun(source, policy, states, new TransactionalSink(outbox, writer), listener).run();
    }

    /**
     * Withdraws an article.
     *
     * @param observedAt when it was withdrawn; null for the time of its latest event, behind which a retraction of the
     *     same time is sorted
     * @return false when it was withdrawn already
     * @throws UnknownArticleException when it was never published
     * @throws IllegalArgumentException when the time is more than ten minutes ahead of the clock or before 1970
     * @throws PublishException when publishing cannot go on
     */
    public boolean retract(String articleId, @Nullable Instant observedAt) {
        outbox.clear();
        states.refresh();
        if (Seen.of(states.get(articleId)).isEmpty()
                && Seen.of(states.get(articleId)).erasedAt() == null) {
            throw new UnknownArticleException("No article '" + articleId
                    + "' was ever published, so there is nothing to retract. The id of a file is its name with "
                    + "extension, or its path below the directory that was named.");
        }
        SourceItem item = new SourceItem.Retraction(articleId, "retract", observedAt, Input.of(articleId));
        Decision decision = policy.onRetraction(Seen.of(states.get(articleId)), articleId, observedAt);
        if (decision instanceof Decision.Refuse refuse) {
            throw new IllegalArgumentException(refuse.message());
        }
        try {
            return publish(new SingleItemSource("retract", item), PublishListener.NONE)
                            .retracted()
                    > 0;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("A source in memory can neither fail nor wait", e);
        }
    }

    /**
     * Erases articles for those who read the log, and keeps them away from now on: a tombstone each in the log, and a
     * state by which every publisher refuses them. What was written of them before is still in the topics.
     *
     * @param at when, by the clock
     * @throws PublishException when publishing cannot go on
     */
    public void erase(Collection<String> articleIds, Instant at) {
        outbox.clear();
        articleIds.forEach(articleId -> outbox.erase(articleId, at));
        writer.write(outbox.records());
        outbox.clear();
    }

    /**
     * Lets erased articles be published again, as if they had never been seen.
     *
     * @return those of them that were erased
     * @throws PublishException when publishing cannot go on
     */
    public List<String> lift(Collection<String> articleIds) {
        outbox.clear();
        states.refresh();
        List<String> erased = articleIds.stream()
                .filter(articleId -> Seen.of(states.get(articleId)).erasedAt() != null)
                .toList();
        erased.forEach(outbox::lift);
        if (!erased.isEmpty()) {
            writer.write(outbox.records());
        }
        outbox.clear();
        return erased;
    }

    @Override
    public void close() {
        writer.close();
        states.close();
        outbox.close();
    }

    private static Map<String, Object> producerConfig(Map<String, ?> config, String transactionalId) {
        Map<String, Object> all = new HashMap<>();
        all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_MESSAGE_BYTES);
        all.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        all.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TRANSACTION_MS - 1_000);
        // Readers of committed records wait for a killed producer as long as this.
        all.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MS);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MS);
        all.putAll(config);
        all.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        all.put(ProducerConfig.CLIENT_ID_CONFIG, transactionalId);
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        return all;
    }

    private static Map<String, Object> consumerConfig(Map<String, ?> config, String clientId) {
        Map<String, Object> all = new HashMap<>();
        all.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, MAX_BLOCK_MS);
        all.putAll(config);
        all.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return all;
    }
}
