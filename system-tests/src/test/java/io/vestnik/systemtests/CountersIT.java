/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What is dropped, what goes to the dead letters and what comes too late shows in the counters that are served over HTTP. */
@Timeout(600)
class CountersIT {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Map<String, String> NARROW = Map.of("desk.disorder.ms", "600000", "desk.window.ms", "600000");

    @RegisterExtension
    static final Cluster cluster = Cluster.ofClass();

    @TempDir
    static Path data;

    @Test
    void shouldCountWhatIsDroppedAndWhatIsLate() throws Exception {
        try (Newsroom room = new Newsroom(cluster, "counted", 1);
                ConsumerProcess consumer =
                        new ConsumerProcess(data.resolve("consumer"), cluster, room, "counted-consumer")) {
            room.start(data.resolve("streams"), NARROW);
            consumer.awaitReady(LIMIT);
            room.publish(News.jsonLines(List.of(article("first", "2025-03-13T12:00:00Z"))));
            room.settle(LIMIT);
            await("an article is counted").atMost(LIMIT).until(() -> total(consumer, "vestnik_articles_total") == 1);
            assertThat(total(consumer, "kafka_stream_task_dropped_records_total"))
                    .isZero();
            assertThat(total(consumer, "vestnik_articles_late_total")).isZero();
            assertThat(total(consumer, "vestnik_dead_letters_total")).isZero();

            try (KafkaProducer<String, byte[]> producer =
                    new KafkaProducer<>(cluster.settings(), new StringSerializer(), new ByteArraySerializer())) {
                producer.send(new ProducerRecord<>(
                                room.topics().coverage.name(),
                                "story:none",
                                "not framed".getBytes(StandardCharsets.UTF_8)))
                        .get();
            }
            room.publish(News.jsonLines(List.of(article("late", "2025-03-12T12:00:00Z"))));
            room.settle(LIMIT);

            await("both are counted").atMost(LIMIT).untilAsserted(() -> {
                assertThat(total(consumer, "kafka_stream_task_dropped_records_total"))
                        .isEqualTo(1);
                assertThat(total(consumer, "vestnik_dead_letters_total")).isEqualTo(1);
                assertThat(total(consumer, "vestnik_articles_total")).isEqualTo(2);
                assertThat(total(consumer, "vestnik_articles_late_total")).isEqualTo(1);
            });
            assertThat(consumer.get("/metrics")).contains("vestnik_dead_letters_total{reason=\"BAD_FRAME\"} 1.0");
            JsonNode status = consumer.json("/status");
            assertThat(status.at("/deadLetters/BAD_FRAME").asInt()).isEqualTo(1);
            assertThat(status.get("lateArticles").asInt()).isEqualTo(1);
        }
    }

    private static String article(String id, String observedAt) {
        return "{\"id\":\"" + id + "\",\"observedAt\":\"" + observedAt
                + "\",\"text\":\"В Заречном открыли новый причал, и первые катера пошли на остров.\"}";
    }

    /** The sum of a metric over all its labels. */
    private static double total(ConsumerProcess consumer, String name) throws Exception {
        Matcher sample = Pattern.compile("(?m)^" + name + "(?:\\{.*})? (\\S+)$").matcher(consumer.get("/metrics"));
        return sample.results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .sum();
    }
}
