/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.erase;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.broker.EmbeddedBroker;
import io.vestnik.cli.pipeline.Calls;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(180)
class CleaningTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final TopicPartition PARTITION = new TopicPartition("passed-through", 0);

    /** More than comes in from one look to the next, and less than until the broker deletes. */
    private static final int HELD = 50;

    private static final int BYTES = 100_000;
    private static final long BETWEEN_NANOS = 20_000_000;

    @TempDir
    private Path dir;

    @Test
    void shouldSeeSegmentsDeletedWhileMoreComesInThanTheyHeld() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(dir, 0, Map.of("log.retention.check.interval.ms", "20000"))) {
            Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
            try (Admin admin = Admin.create(settings);
                    KafkaProducer<byte[], byte[]> producer =
                            new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
                    PartitionReader reader = PartitionReader.uncommitted(settings)) {
                Calls.get(admin.createTopics(List.of(new NewTopic(PARTITION.topic(), 1, (short) 1)
                                .configs(Map.of(TopicConfig.FILE_DELETE_DELAY_MS_CONFIG, "0"))))
                        .all());
                for (int i = 0; i < HELD; i++) {
                    var unused = producer.send(record());
                }
                producer.flush();
                Map<TopicPartition, Long> begins = close(admin, settings);

                AtomicBoolean stopped = new AtomicBoolean();
                Thread traffic = new Thread(() -> {
                    while (!stopped.get()) {
                        var unused = producer.send(record());
                        producer.flush();
                        LockSupport.parkNanos(BETWEEN_NANOS);
                    }
                });
                traffic.start();
                try {
                    Cleaning cleaning = new Cleaning(admin, reader, Map.of());
                    cleaning.delete(begins);
                    assertThat(cleaning.await(LIMIT)).isEmpty();
                } finally {
                    stopped.set(true);
                    traffic.join();
                }
                assertThat(segments(dir)).as("segments").doesNotContain("00000000000000000000.log");
            }
        }
    }

    private static Map<TopicPartition, Long> close(Admin admin, Map<String, Object> settings) {
        try (SegmentCut cut = new SegmentCut(settings, "cut", Clock.systemUTC())) {
            TopicSettings topics = new TopicSettings(admin);
            Set<String> names = Set.of(PARTITION.topic());
            return new ClosedSegments(
                            topics, cut, new TreeMap<>(topics.own(names, TopicSettings.CLOSE_SEGMENTS.keySet())))
                    .close(List.of(PARTITION));
        }
    }

    private static List<String> segments(Path dir) throws IOException {
        try (Stream<Path> files = Files.walk(dir)) {
            return files.filter(file -> file.getParent().endsWith(PARTITION.toString()))
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    private static ProducerRecord<byte[], byte[]> record() {
        return new ProducerRecord<>(PARTITION.topic(), PARTITION.partition(), null, new byte[BYTES]);
    }
}
