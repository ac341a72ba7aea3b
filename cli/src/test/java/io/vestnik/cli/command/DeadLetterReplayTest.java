/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.broker.EmbeddedBroker;
import io.vestnik.cli.pipeline.Offsets;
import io.vestnik.cli.pipeline.PlaceReader;
import io.vestnik.cli.pipeline.RangeReader;
import io.vestnik.schemas.DeadLetters;
import io.vestnik.schemas.TopicAdmin;
import io.vestnik.schemas.Topics;

import static org.assertj.core.api.Assertions.assertThat;

/** Thousands of letters, which a mistake in a schema makes in a minute. */
class DeadLetterReplayTest {
    private static final int LETTERS = 1_000;
    private static final int PARTITIONS = 3;
    /** Between the records of letters, so that some are read over and some are sought. */
    private static final int BETWEEN = 2_000;

    @TempDir
    static Path data;

    private static EmbeddedBroker broker;
    private static Map<String, Object> settings;

    private final Topics topics = new Topics("replay.many.");

    @BeforeAll
    static void startBroker() {
        broker = EmbeddedBroker.start(data.resolve("broker"), 0, Map.of());
        settings = new TreeMap<>(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void shouldReadTheRecordsOfAllLettersByOneConsumerAndSendEachOnce() throws Exception {
        try (Admin admin = Admin.create(settings)) {
            TopicAdmin.ensure(admin, topics.logsOfRecord(), PARTITIONS, (short) 1);
        }
        List<DeadLetterReader.Item> letters = publish();
        AtomicInteger opened = new AtomicInteger();
        DeadLetterReplay replay = new DeadLetterReplay(settings, topics, new PlaceReader(settings, config -> {
            opened.incrementAndGet();
            return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        }));

        List<DeadLetterReplay.Outcome> dry = replay.replay(letters, true);
        assertThat(opened).hasValue(1);
        assertThat(dry).hasSize(LETTERS).allMatch(DeadLetterReplay.Outcome::sent);
        assertThat(dry).extracting(DeadLetterReplay.Outcome::item).isEqualTo(letters);
        assertThat(copies()).isEmpty();

        assertThat(replay.replay(letters, false)).isEqualTo(dry);
        assertThat(opened).hasValue(2);
        List<ConsumerRecord<byte[], byte[]>> copies = copies();
        assertThat(copies)
                .extracting(DeadLetterReplayTest::of)
                .hasSize(LETTERS)
                .containsExactlyInAnyOrderElementsOf(
                        letters.stream().map(item -> item.letter().getOrigin()).toList());
        assertThat(copies).allSatisfy(copy -> assertThat(of(copy)).contains("-" + copy.partition() + "@"));

        // The copies fail again: each record has two letters now, and is sent once.
        List<DeadLetterReader.Item> both = new ArrayList<>(letters);
        copies.forEach(copy -> both.add(item(both.size(), copy.partition(), copy.offset(), copy.value())));
        assertThat(replay.replay(both, false))
                .hasSize(2 * LETTERS)
                .filteredOn(DeadLetterReplay.Outcome::sent)
                .hasSize(LETTERS);
        assertThat(opened).hasValue(3);
        assertThat(copies()).hasSize(2 * LETTERS);
    }

    /** Letters of records in every partition, the newest first, so that they are not in the order of the log. */
    private List<DeadLetterReader.Item> publish() {
        List<DeadLetterReader.Item> letters = new ArrayList<>();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            long[] offsets = new long[PARTITIONS];
            for (int i = 0; i < LETTERS; i++) {
                int partition = i % PARTITIONS;
                byte[] bad = ("bad " + i).getBytes(StandardCharsets.UTF_8);
                var unused = producer.send(record(partition, bad));
                letters.add(0, item(i, partition, offsets[partition]++, bad));
                if (i == LETTERS / 2) {
                    for (int good = 0; good < BETWEEN; good++) {
                        var unusedToo = producer.send(record(partition, new byte[] {0, 1}));
                    }
                    offsets[partition] += BETWEEN;
                }
            }
        }
        return letters;
    }

    private ProducerRecord<byte[], byte[]> record(int partition, byte[] value) {
        return new ProducerRecord<>(topics.articles.name(), partition, 1_000L, new byte[] {'a'}, value);
    }

    private DeadLetterReader.Item item(int number, int partition, long offset, byte[] value) {
        return new DeadLetterReader.Item(
                Instant.EPOCH,
                0,
                number,
                DeadLetters.of(
                        "analysis",
                        topics.articles.name() + "-" + partition + "@" + offset,
                        "a",
                        "BAD_FRAME",
                        "Bad.",
                        value));
    }

    /** What was sent again. */
    private List<ConsumerRecord<byte[], byte[]>> copies() throws Exception {
        List<ConsumerRecord<byte[], byte[]>> copies = new ArrayList<>();
        try (Admin admin = Admin.create(settings)) {
            new RangeReader(settings)
                    .read(
                            Offsets.ranges(admin, List.of(topics.articles.name()), IsolationLevel.READ_COMMITTED),
                            record -> {
                                if (record.headers().lastHeader(DeadLetterReplay.REPLAY_OF) != null) {
                                    copies.add(record);
                                }
                            },
                            () -> true);
        }
        return copies;
    }

    private static String of(ConsumerRecord<byte[], byte[]> copy) {
        return new String(copy.headers().lastHeader(DeadLetterReplay.REPLAY_OF).value(), StandardCharsets.UTF_8);
    }
}
