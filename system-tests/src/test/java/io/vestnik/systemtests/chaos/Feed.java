/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringSerializer;

import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.ArticleEvent;

/** Writes events to the log of record, some of them twice, and bad records between them. */
final class Feed implements AutoCloseable {
    private static final int REPEATED = 9;
    private static final int POISONED = 25;

    private final String topic;
    private final Serde<ArticleEvent> serde;
    private final KafkaProducer<String, byte[]> producer;
    private final Random random;
    private final SortedMap<String, String> poison = new TreeMap<>();
    private long sent;

    Feed(Map<String, Object> settings, Topics topics, Random random) {
        this.topic = topics.articles.name();
        this.serde = topics.articles.serde(settings);
        this.random = random;
        Map<String, Object> config = new TreeMap<>(settings);
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // As in the performance runs: the first batch to a topic that was just made may have to be tried again.
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        this.producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /** The kinds of bad records, with the reason that the dead letter gives. */
    private enum Poison {
        NO_FRAME("BAD_FRAME") {
            @Override
            byte[] of(byte[] good) {
                return "no frame".getBytes(StandardCharsets.UTF_8);
            }
        },
        TRUNCATED("BAD_RECORD") {
            @Override
            byte[] of(byte[] good) {
                return Arrays.copyOf(good, good.length / 2);
            }
        },
        NOT_ITS_KEY("BAD_RECORD") {
            @Override
            byte[] of(byte[] good) {
                return good;
            }
        },
        NO_VALUE("MISSING_FIELD") {
            @Override
            byte[] of(byte[] good) {
                return null;
            }
        };

        private final String reason;

        Poison(String reason) {
            this.reason = reason;
        }

        abstract byte[] of(byte[] good);
    }

    /** Writes events, each in its place, and returns when the brokers have them. */
    void send(List<ArticleEvent> events) throws InterruptedException {
        List<Future<RecordMetadata>> waiting = new ArrayList<>();
        SortedMap<Integer, Poison> bad = new TreeMap<>();
        for (ArticleEvent event : events) {
            byte[] value = serde.serializer().serialize(topic, event);
            waiting.add(put(event.getArticleId(), event.getObservedAt(), value));
            if (random.nextInt(REPEATED) == 0) {
                waiting.add(put(event.getArticleId(), event.getObservedAt(), value));
            }
            if (random.nextInt(POISONED) == 0) {
                Poison kind = Poison.values()[random.nextInt(Poison.values().length)];
                bad.put(waiting.size(), kind);
                waiting.add(put("poison-" + sent, event.getObservedAt(), kind.of(value)));
            }
        }
        producer.flush();
        for (int i = 0; i < waiting.size(); i++) {
            RecordMetadata place = get(waiting.get(i));
            if (bad.containsKey(i)) {
                poison.put(topic + "-" + place.partition() + "@" + place.offset(), bad.get(i).reason);
            }
        }
    }

    private Future<RecordMetadata> put(String key, Instant time, byte[] value) {
        sent++;
        return producer.send(new ProducerRecord<>(topic, null, time.toEpochMilli(), key, value));
    }

    private static RecordMetadata get(Future<RecordMetadata> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the brokers do not take the articles", e);
        }
    }

    /** Records written so far. */
    long sent() {
        return sent;
    }

    /** Reasons of the bad ones, by topic-partition@offset. */
    SortedMap<String, String> poison() {
        return poison;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(10));
        serde.close();
    }
}
