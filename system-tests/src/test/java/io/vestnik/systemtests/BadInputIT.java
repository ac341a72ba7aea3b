/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.producer.ObservedAt;
import io.vestnik.schemas.avro.ArticleContent;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.ArticleEventKind;
import io.vestnik.schemas.avro.DeadLetter;
import io.vestnik.schemas.avro.ObservedAtBasis;
import io.vestnik.schemas.avro.Outlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Bytes that no producer of ours would write are put aside once each, and the pipeline goes on as without them. */
@Timeout(300)
class BadInputIT {
    private static final Instant OBSERVED = Instant.parse("2025-03-13T00:00:00Z");
    private static final byte[] TEXT = "no frame".getBytes(StandardCharsets.UTF_8);

    @RegisterExtension
    static final Cluster cluster = Cluster.ofClass();

    @TempDir
    static Path data;

    @Test
    void shouldPutPoisonIntoTheDeadLettersOnceAndGoOn() throws Exception {
        List<Path> files = News.files(News.harbour());
        Map<String, String> clean;
        try (Newsroom room = new Newsroom(cluster, "clean", 2).start(data.resolve("streams"))) {
            room.publish(News.batch(files), ObservedAt.given(OBSERVED));
            clean = room.settle().digests();
        }

        try (Newsroom room = new Newsroom(cluster, "poisoned", 2).start(data.resolve("streams"))) {
            room.publish(News.batch(files.subList(0, 2)), ObservedAt.given(OBSERVED));
            sendPoison(room);
            room.publish(News.batch(files.subList(2, 5)), ObservedAt.given(OBSERVED));
            assertThat(room.settle().digests()).isEqualTo(clean);
            assertThat(letters(room))
                    .extracting(DeadLetter::getKey, DeadLetter::getReason, DeadLetter::getStage)
                    .containsExactlyInAnyOrder(
                            tuple("no-frame", "BAD_FRAME", "analysis"),
                            tuple("no-bytes", "BAD_FRAME", "analysis"),
                            tuple("other-magic", "BAD_FRAME", "analysis"),
                            tuple("unknown-schema", "UNKNOWN_SCHEMA", "analysis"),
                            tuple("truncated", "BAD_RECORD", "analysis"),
                            tuple("not-its-key", "BAD_RECORD", "analysis"),
                            tuple("future", "FUTURE", "analysis"),
                            tuple("no-value", "MISSING_FIELD", "analysis"));
            assertThat(letters(room))
                    .allSatisfy(letter -> {
                        assertThat(letter.getOrigin())
                                .startsWith(room.topics().articles.name());
                        assertThat(letter.getMessage()).isNotBlank().doesNotContain("\tat ");
                    })
                    .filteredOn(letter -> "no-frame".equals(letter.getKey()))
                    .singleElement()
                    .satisfies(letter -> {
                        assertThat(letter.getLength()).isEqualTo(TEXT.length);
                        assertThat(letter.getHead()).isEqualTo(ByteBuffer.wrap(TEXT));
                    });

            // A restart reads none of them again.
            room.stop();
            room.start(data.resolve("streams"));
            assertThat(room.settle().digests()).isEqualTo(clean);
            assertThat(letters(room)).hasSize(8);
        }
    }

    @Test
    void shouldRefuseInputWithoutHarmToTheRest() throws Exception {
        Instant future = Instant.now().plus(Duration.ofDays(365));
        try (Newsroom room = new Newsroom(cluster, "refused", 1).start(data.resolve("streams"))) {
            room.publish(News.jsonLines(List.of(
                    "{\"id\":\"good\",\"text\":\"В Заречном открыли причал.\",\"observedAt\":\"2025-03-13T00:00:00Z\"}",
                    "{\"id\":\"future\",\"text\":\"Завтра.\",\"observedAt\":\"" + future + "\"}",
                    "{\"id\":\"textless\"}",
                    "{\"id\":",
                    "{\"id\":\"last\",\"text\":\"Причал закрыли.\",\"observedAt\":\"2025-03-14T00:00:00Z\"}")));

            assertThat(room.settle().summary().articles()).isEqualTo(2);
            assertThat(letters(room))
                    .extracting(DeadLetter::getReason, DeadLetter::getStage)
                    .containsExactlyInAnyOrder(
                            tuple("FUTURE", "producer"),
                            tuple("MISSING_FIELD", "producer"),
                            tuple("BAD_JSON", "producer"));
        }
    }

    private static void sendPoison(Newsroom room) throws Exception {
        String topic = room.topics().articles.name();
        byte[] good;
        byte[] future;
        try (Serde<ArticleEvent> serde = room.topics().articles.serde(cluster.settings())) {
            good = serde.serializer().serialize(topic, event("another-id", OBSERVED));
            future = serde.serializer()
                    .serialize(topic, event("future", Instant.now().plus(Duration.ofDays(400))));
        }
        byte[] otherMagic = good.clone();
        otherMagic[0] = 1;
        byte[] unknownSchema = good.clone();
        ByteBuffer.wrap(unknownSchema).putInt(1, 987_654);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(cluster.settings(), new StringSerializer(), new ByteArraySerializer())) {
            send(producer, topic, "no-frame", TEXT);
            send(producer, topic, "no-bytes", new byte[0]);
            send(producer, topic, "other-magic", otherMagic);
            send(producer, topic, "unknown-schema", unknownSchema);
            send(producer, topic, "truncated", Arrays.copyOf(good, good.length / 2));
            send(producer, topic, "not-its-key", good);
            send(producer, topic, "future", future);
            send(producer, topic, "no-value", null);
        }
    }

    private static void send(KafkaProducer<String, byte[]> producer, String topic, String key, byte[] value)
            throws Exception {
        producer.send(new ProducerRecord<>(topic, null, OBSERVED.toEpochMilli(), key, value))
                .get(30, TimeUnit.SECONDS);
    }

    private static ArticleEvent event(String id, Instant observedAt) {
        return ArticleEvent.newBuilder()
                .setArticleId(id)
                .setKind(ArticleEventKind.VERSION)
                .setObservedAt(observedAt)
                .setObservedAtBasis(ObservedAtBasis.GIVEN)
                .setContentHash("0".repeat(64))
                .setContent(ArticleContent.newBuilder()
                        .setText("Причал в Заречном закрыли на ремонт.")
                        .setTitle("Причал")
                        .setOutlet(Outlet.newBuilder()
                                .setName("Речной листок")
                                .setBasis("field")
                                .build())
                        .setLanguage("ru")
                        .build())
                .setOrigin("jsonl")
                .build();
    }

    private static List<DeadLetter> letters(Newsroom room) {
        List<DeadLetter> letters = new ArrayList<>();
        try (Serde<DeadLetter> serde = room.topics().deadLetters.serde(cluster.settings())) {
            room.tables()
                    .read(
                            List.of(room.topics().deadLetters.name()),
                            (topic, key, value) ->
                                    letters.add(serde.deserializer().deserialize(topic, value)));
        }
        return letters;
    }
}
