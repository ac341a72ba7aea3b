/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.broker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EmbeddedBrokerTest {
    private static final String TOPIC = "notes";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    @TempDir
    private Path temp;

    @Test
    void shouldShowCommittedRecordsOnlyAndKeepThemWithOffsetsOverARestart() throws Exception {
        Path data = temp.resolve("data");
        String cluster;
        try (EmbeddedBroker broker = EmbeddedBroker.start(data)) {
            cluster = broker.clusterId();
            createTopic(broker);
            try (KafkaProducer<String, String> producer = producer(broker)) {
                producer.initTransactions();
                produce(producer, true, "a", "b");
                produce(producer, false, "lost");
                produce(producer, true, "c");
            }
            assertThat(consume(broker, 2)).containsExactly("a", "b");
        }

        try (EmbeddedBroker broker = EmbeddedBroker.start(data)) {
            assertThat(broker.clusterId()).isEqualTo(cluster);
            // The group goes on behind what it committed before the restart.
            assertThat(consume(broker, 1)).containsExactly("c");
            try (KafkaProducer<String, String> producer = producer(broker)) {
                producer.initTransactions();
                produce(producer, true, "d");
            }
            assertThat(consume(broker, 1)).containsExactly("d");
        }
    }

    @Test
    void shouldKeepRecordsOfAnyAge() throws Exception {
        Instant longAgo = Instant.parse("1970-01-01T00:00:00Z");
        Instant farAhead = Instant.parse("2200-01-01T00:00:00Z");
        try (EmbeddedBroker broker = EmbeddedBroker.start(temp.resolve("data"))) {
            createTopic(broker);
            try (KafkaProducer<String, String> producer = producer(broker)) {
                producer.initTransactions();
                producer.beginTransaction();
                for (Instant time : List.of(longAgo, farAhead)) {
                    producer.send(new ProducerRecord<>(TOPIC, 0, time.toEpochMilli(), "k", time.toString()))
                            .get();
                }
                producer.commitTransaction();
            }
            assertThat(consume(broker, 2)).containsExactly(longAgo.toString(), farAhead.toString());
        }
    }

    @Test
    void shouldRefuseADirectoryThatAnotherBrokerUses() {
        Path data = temp.resolve("data");
        try (EmbeddedBroker broker = EmbeddedBroker.start(data)) {
            assertThat(broker.bootstrapServers()).startsWith("127.0.0.1:");
            assertThatThrownBy(() -> EmbeddedBroker.start(data))
                    .isInstanceOfSatisfying(
                            CommandFailure.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.UNAVAILABLE))
                    .hasMessageContaining("is in use by another broker")
                    .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
        }
    }

    @Test
    void shouldRefuseAPortThatIsTakenAndFreeTheDirectory() throws IOException {
        Path data = temp.resolve("data");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            assertThatThrownBy(() -> EmbeddedBroker.start(data, taken.getLocalPort(), Map.of()))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("Port " + taken.getLocalPort());
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(data)) {
            assertThat(broker.failed()).isNotDone();
        }
    }

    @Test
    void shouldRefuseADirectoryWithOtherFiles() throws IOException {
        Path mine = Files.createDirectory(temp.resolve("mine"));
        Files.writeString(mine.resolve("thesis.txt"), "do not touch", StandardCharsets.UTF_8);

        assertThatThrownBy(() -> EmbeddedBroker.start(mine))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("holds other files");
        assertThat(mine.resolve("thesis.txt")).hasContent("do not touch");
    }

    @Test
    void shouldRefuseADirectoryOfANewerVersion() throws IOException {
        Path data = Files.createDirectory(temp.resolve("data"));
        Files.writeString(
                data.resolve("vestnik.properties"),
                "layout.version=1\ncluster.id=abc\nkafka.version=99.0.0\n",
                StandardCharsets.UTF_8);

        assertThatThrownBy(() -> EmbeddedBroker.start(data))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("written by another version")
                .hasMessageContaining("99.0.0");
    }

    @Test
    void shouldRefuseLogsOfAnotherCluster() throws IOException {
        Path data = temp.resolve("data");
        EmbeddedBroker.start(data).close();
        Path marker = data.resolve("vestnik.properties");
        Files.writeString(
                marker,
                Files.readString(marker, StandardCharsets.UTF_8).replaceAll("cluster.id=.*", "cluster.id=other"),
                StandardCharsets.UTF_8);

        assertThatThrownBy(() -> EmbeddedBroker.start(data))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("belongs to another broker");
    }

    @Test
    void shouldRefuseLogsWithoutMetaPropertiesInsteadOfFormattingThem() throws IOException {
        Path data = temp.resolve("data");
        EmbeddedBroker.start(data).close();
        Files.delete(data.resolve("broker/meta.properties"));

        assertThatThrownBy(() -> EmbeddedBroker.start(data))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("no meta.properties");
    }

    @Test
    void shouldSurviveAnOrderOfKafkaToEndTheProcessAndTellOfIt() {
        try (EmbeddedBroker broker = EmbeddedBroker.start(temp.resolve("data"))) {
            Exit.halt(1, "the disk is gone");

            assertThat(broker.failed()).isCompletedWithValueMatching(reason -> reason.contains("the disk is gone"));
        }
    }

    @Test
    void shouldOrderVersionsByNumberAndTakeUnknownOnesForNewer() {
        assertThat(BrokerDirectory.compareVersions("4.10.0", "4.3.1")).isPositive();
        assertThat(BrokerDirectory.compareVersions("4.3", "4.3.0")).isZero();
        assertThat(BrokerDirectory.compareVersions("4.3.0", "4.3.1")).isNegative();
        assertThat(BrokerDirectory.compareVersions("nightly", "4.3.1")).isPositive();
    }

    private static void createTopic(EmbeddedBroker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
    }

    private static KafkaProducer<String, String> producer(EmbeddedBroker broker) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "t"),
                new StringSerializer(),
                new StringSerializer());
    }

    private static void produce(KafkaProducer<String, String> producer, boolean commit, String... values)
            throws Exception {
        producer.beginTransaction();
        for (String value : values) {
            producer.send(new ProducerRecord<>(TOPIC, 0, "k", value)).get();
        }
        if (commit) {
            producer.commitTransaction();
        } else {
            producer.abortTransaction();
        }
    }

    /** Reads that many committed records as one group and commits the place behind the last one. */
    private static List<String> consume(EmbeddedBroker broker, int count) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", broker.bootstrapServers(),
                        "group.id", "g",
                        "isolation.level", "read_committed",
                        "enable.auto.commit", "false",
                        "max.poll.records", "1",
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            Instant deadline = Instant.now().plusSeconds(60);
            while (values.size() < count && Instant.now().isBefore(deadline)) {
                for (ConsumerRecord<String, String> next : consumer.poll(Duration.ofMillis(200))) {
                    values.add(next.value());
                    consumer.commitSync(Map.of(PARTITION, new OffsetAndMetadata(next.offset() + 1)));
                }
            }
        }
        return values;
    }
}
