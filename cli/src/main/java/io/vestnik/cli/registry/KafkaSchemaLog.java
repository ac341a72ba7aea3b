/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.registry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The registry's state in a compacted topic of the cluster that it serves. */
final class KafkaSchemaLog implements SchemaLog {
    static final String TOPIC = "_schemas";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final int EMPTY_POLLS = 100;
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> connection;
    private final KafkaProducer<String, String> producer;

    private KafkaSchemaLog(Map<String, Object> connection) {
        this.connection = connection;
        Map<String, Object> config = new HashMap<>(connection);
        config.put("client.id", "vestnik-registry");
        config.put("acks", "all");
        config.put("max.block.ms", "10000");
        config.put("request.timeout.ms", "5000");
        config.put("delivery.timeout.ms", "10000");
        config.put("linger.ms", "0");
        producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
    }

    /** @throws KafkaException when the cluster cannot be reached or does not make the topic */
    static KafkaSchemaLog open(String bootstrapServers) {
        Map<String, Object> connection = Map.of("bootstrap.servers", bootstrapServers);
        try (Admin admin = Admin.create(connection)) {
            NewTopic topic = new NewTopic(TOPIC, 1, (short) -1)
                    .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
            await(admin.createTopics(List.of(topic)).all().toCompletionStage().toCompletableFuture());
        } catch (TopicExistsException e) {
            // From an earlier start; its content is read below by replay().
            return new KafkaSchemaLog(connection);
        }
        return new KafkaSchemaLog(connection);
    }

    @Override
    public void append(List<Change> changes) {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (Change change : changes) {
            sent.add(producer.send(new ProducerRecord<>(TOPIC, 0, change.key(), change.value())));
        }
        sent.forEach(KafkaSchemaLog::await);
    }

    @Override
    public void replay(Consumer<Change> reader) {
        Map<String, Object> config = new HashMap<>(connection);
        config.put("enable.auto.commit", "false");
        config.put("auto.offset.reset", "none");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
            int empty = 0;
            while (consumer.position(PARTITION) < end) {
                ConsumerRecords<String, String> records = consumer.poll(POLL);
                empty = records.isEmpty() ? empty + 1 : 0;
                if (empty > EMPTY_POLLS) {
                    throw new TimeoutException("Topic " + TOPIC + " could not be read beyond offset "
                            + consumer.position(PARTITION) + " of " + end);
                }
                for (ConsumerRecord<String, String> next : records) {
                    reader.accept(Change.parse(next.key(), next.value()));
                }
            }
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }

    private static <T> void await(Future<T> future) {
        try {
            future.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e.getCause());
        }
    }
}
