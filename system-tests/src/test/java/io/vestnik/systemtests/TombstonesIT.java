/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.consumer.ConsumerRunner;
import io.vestnik.consumer.VestnikConsumerConfig;
import io.vestnik.consumer.http.HttpConfig;
import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.schemas.TopicAdmin;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.EntityType;
import io.vestnik.schemas.avro.EntityView;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A consumer that was away while views were removed and the brokers took the tombstones out of the log: nothing tells it
 * that the views are gone, and it must not find them any more.
 */
@Timeout(600)
class TombstonesIT {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Instant START = Instant.parse("2026-02-04T12:00:00Z");
    private static final String REMOVED = "Пелагея Заозёрная";
    private static final String KEPT = "Иван Петров";

    @TempDir
    Path data;

    private final Topics topics = Topics.live();
    private Cluster cluster;
    private Admin admin;
    private KafkaProducer<String, EntityView> producer;
    private TopicPartition partition;
    private int written;

    @BeforeEach
    void open() {
        cluster = Cluster.embedded(data.resolve("kafka"));
        admin = Admin.create(cluster.settings());
        TopicAdmin.ensure(admin, topics.all(), 1, (short) 1);
        partition = new TopicPartition(topics.viewEntities.name(), 0);
        producer = new KafkaProducer<>(
                cluster.settings(),
                new StringSerializer(),
                topics.viewEntities.serde(cluster.settings()).serializer());
    }

    @AfterEach
    void close() {
        producer.close();
        admin.close();
        cluster.close();
    }

    @Test
    void shouldForgetWhatWasRemovedAndWhoseTombstoneWasCleanedAway() throws Exception {
        set(Map.of(
                TopicConfig.SEGMENT_MS_CONFIG, "1",
                TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.0",
                TopicConfig.DELETE_RETENTION_MS_CONFIG, "1000"));
        index();

        write("removed", null);
        await("the tombstone is cleaned away").atMost(LIMIT).untilAsserted(() -> {
            // Each record closes the segment before it, so that there is always something to clean.
            write("filler", view("filler", "Третье лицо"));
            assertThat(log()).extracting(ConsumerRecord::key).contains("kept").doesNotContain("removed");
        });

        assertOnlyTheOtherIsFound();
    }

    @Test
    void shouldForgetWhatWasRemovedFromADeletedPartOfTheLog() throws Exception {
        index();

        write("removed", null);
        long end = write("filler", view("filler", "Третье лицо")) + 1;
        deleteBefore(end);
        write("kept", view("kept", KEPT));

        assertOnlyTheOtherIsFound();
    }

    @Test
    void shouldGoOnAfterAShortAbsence() throws Exception {
        index();
        // What is not in the log any more can only be found by who has gone on.
        deleteBefore(written);
        write("filler", view("filler", "Третье лицо"));
        try (ConsumerRunner consumer = consumer()) {
            assertThat(found(consumer, REMOVED)).containsExactly("entity removed");
            assertThat(found(consumer, KEPT)).containsExactly("entity kept");
            assertThat(found(consumer, "лицо")).containsExactly("entity filler");
        }
    }

    /** Has both views indexed, and ends the consumer. */
    private void index() throws Exception {
        write("removed", view("removed", REMOVED));
        write("kept", view("kept", KEPT));
        try (ConsumerRunner consumer = consumer()) {
            assertThat(found(consumer, REMOVED)).containsExactly("entity removed");
            assertThat(found(consumer, KEPT)).containsExactly("entity kept");
        }
    }

    private void assertOnlyTheOtherIsFound() throws Exception {
        try (ConsumerRunner consumer = consumer()) {
            assertThat(found(consumer, KEPT)).containsExactly("entity kept");
            assertThat(found(consumer, REMOVED)).isEmpty();
        }
    }

    private ConsumerRunner consumer() {
        Map<String, Object> settings = cluster.settings();
        settings.put(
                VestnikConsumerConfig.STATE_DIR_CONFIG, data.resolve("consumer").toString());
        settings.put(ApplicationSettings.REPLICATION_FACTOR, 1);
        settings.put(ApplicationSettings.STANDBYS, 0);
        settings.put(HttpConfig.QUERY_LISTEN_CONFIG, "127.0.0.1:0");
        ConsumerRunner consumer = ConsumerRunner.start(new VestnikConsumerConfig(settings));
        await("the consumer is ready").atMost(LIMIT).until(() -> {
            assertThat(consumer.fault()).isNull();
            return consumer.ready();
        });
        return consumer;
    }

    private static List<String> found(ConsumerRunner consumer, String name) throws IOException, InterruptedException {
        return new WordSearch("http://" + consumer.queryAddress()).found(name, "");
    }

    private long write(String id, @Nullable EntityView view) throws Exception {
        long time = START.plusSeconds(written++).toEpochMilli();
        return producer.send(new ProducerRecord<>(partition.topic(), partition.partition(), time, id, view))
                .get()
                .offset();
    }

    private static EntityView view(String id, String name) {
        return EntityView.newBuilder()
                .setEntityId(id)
                .setType(EntityType.PER)
                .setName(name)
                .setVariants(List.of(name))
                .setArticles(1)
                .setMentions(1)
                .setQuotes(0)
                .setFirstObservedAt(START)
                .build();
    }

    private void set(Map<String, String> config) throws Exception {
        Collection<AlterConfigOp> changes = new ArrayList<>();
        config.forEach((name, value) ->
                changes.add(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET)));
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, partition.topic());
        admin.incrementalAlterConfigs(Map.of(topic, changes)).all().get();
    }

    /** Brokers refuse that for topics that are only compacted. */
    private void deleteBefore(long offset) throws Exception {
        set(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, "compact,delete"));
        admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(offset)))
                .all()
                .get();
        set(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, "compact"));
    }

    /** All records that the topic still has. */
    private List<ConsumerRecord<String, byte[]>> log() {
        Map<String, Object> settings = new TreeMap<>(cluster.settings());
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }
}
