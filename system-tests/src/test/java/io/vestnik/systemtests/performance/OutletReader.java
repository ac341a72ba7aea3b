/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.performance;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntFunction;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

import io.vestnik.schemas.Topic;
import io.vestnik.schemas.TopicIds;
import io.vestnik.systemtests.Cluster;

/** Reads the rows of outlets as any reader of committed records does, in a thread of its own, and notes the arrivals. */
final class OutletReader<V extends SpecificRecord> implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final String OUTLETS = TopicIds.outlet("");

    private final Topic<V> topic;
    private final ToIntFunction<V> articles;
    private final Arrivals arrivals = new Arrivals();
    private final KafkaConsumer<String, byte[]> consumer;
    private final Deserializer<V> values;
    private final Thread thread;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean closed;

    /**
     * Begins to read.
     *
     * @param articles how many articles a row counts
     */
    OutletReader(Cluster cluster, Topic<V> topic, ToIntFunction<V> articles) {
        this.topic = topic;
        this.articles = articles;
        this.values = topic.serde(cluster.settings()).deserializer();
        Map<String, Object> settings = new TreeMap<>(cluster.settings());
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        consumer = new KafkaConsumer<>(settings, topic.keySerde().deserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        thread = new Thread(this::read, "reader-of-" + topic.baseName());
        thread.setUncaughtExceptionHandler((reader, thrown) -> failure.set(thrown));
        thread.start();
    }

    Arrivals arrivals() {
        Throwable thrown = failure.get();
        if (thrown != null) {
            throw new IllegalStateException("the reader of " + topic.name() + " has failed", thrown);
        }
        return arrivals;
    }

    private void read() {
        while (!closed) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                long now = System.nanoTime();
                if (record.key().startsWith(OUTLETS)) {
                    V row = values.deserialize(topic.name(), record.value());
                    if (row != null) {
                        arrivals.counted(record.key(), articles.applyAsInt(row), now);
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
            consumer.close();
        } catch (InterruptedException e) {
            // The run is being stopped, and the process with it; whoever stops it is told further up.
            Thread.currentThread().interrupt();
        }
    }
}
