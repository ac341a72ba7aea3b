/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.performance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

import io.vestnik.producer.ArticleEvents;
import io.vestnik.producer.ArticleSource;
import io.vestnik.producer.ObservedAt;
import io.vestnik.producer.PublishListener;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.systemtests.Cluster;
import io.vestnik.systemtests.CorpusGenerator.Article;
import io.vestnik.systemtests.News;

/** Puts article events into their topic, as fast or as slow as it is told, and without asking what was there before. */
final class Feed implements AutoCloseable {
    // A topic that was just made may refuse the first batch and take the second. A broker that knows nothing of a
    // producer
    // takes any batch for its first, and the real first one would then be out of order for as long as it is tried
    // again.
    private static final int IN_FLIGHT = 1;

    private final Topic<ArticleEvent> topic;
    private final KafkaProducer<String, ArticleEvent> producer;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    Feed(Cluster cluster, Topic<ArticleEvent> topic) {
        this.topic = topic;
        Map<String, Object> settings = cluster.settings();
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, IN_FLIGHT);
        this.producer = new KafkaProducer<>(
                settings,
                topic.keySerde().serializer(),
                topic.serde(cluster.settings()).serializer());
    }

    /** The events that the producer would publish for these articles. */
    static List<ArticleEvent> events(List<Article> articles) {
        List<ArticleEvent> events = new ArrayList<>(articles.size());
        try (ArticleSource source = News.lines(articles)) {
            ArticleEvents.read(source, ObservedAt.assumed(), Clock.systemUTC(), events::add, PublishListener.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while articles are made", e);
        }
        if (events.size() != articles.size()) {
            throw new IllegalStateException(
                    "the producer refuses " + (articles.size() - events.size()) + " of the articles made");
        }
        return events;
    }

    /** Sends an event and does not wait for it. */
    void send(ArticleEvent event) {
        var unused = producer.send(
                new ProducerRecord<>(
                        topic.name(), null, event.getObservedAt().toEpochMilli(), event.getArticleId(), event),
                (metadata, thrown) -> failure.compareAndSet(null, thrown));
    }

    /** Sends events and waits until the broker has them. */
    void sendAll(List<ArticleEvent> events) {
        events.forEach(this::send);
        flush();
    }

    /** Waits until the broker has all that was sent. */
    void flush() {
        producer.flush();
        Exception thrown = failure.get();
        if (thrown != null) {
            throw new IllegalStateException("the broker has not taken an article: " + thrown, thrown);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
