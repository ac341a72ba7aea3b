/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.tail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.vestnik.schemas.Topic;

/**
 * Reads all partitions of some topics, whole and on: what is committed, without a group, on a thread of its own. Where it
 * stands is kept by its sink together with what was read, so that a kill loses nothing and nothing is read for nothing.
 *
 * <p>It is not a global store of Kafka Streams: that keeps {@code start()} from returning until all is read, reads one
 * partition after the other, cannot be told to stop meanwhile, and gives no consistent view to somebody who reads.
 */
public final class Tail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration END = Duration.ofSeconds(20);

    private final String name;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final List<String> topics;
    private final TailSink sink;
    private final java.util.function.Consumer<Throwable> onFault;
    private final Thread thread;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private volatile TailProgress progress = TailProgress.NONE;
    private volatile boolean closing;

    /**
     * Over the given topics.
     *
     * @param name of its thread
     * @param settings of consumers
     * @param onFault told what has ended it, if it was not closed
     */
    public Tail(
            String name,
            Map<String, ?> settings,
            List<? extends Topic<?>> topics,
            TailSink sink,
            java.util.function.Consumer<Throwable> onFault) {
        this(
                name,
                () -> consumer(name, settings),
                topics.stream().map(Topic::name).toList(),
                sink,
                onFault);
    }

    Tail(
            String name,
            Supplier<Consumer<byte[], byte[]>> consumers,
            List<String> topics,
            TailSink sink,
            java.util.function.Consumer<Throwable> onFault) {
        this.name = name;
        this.consumers = consumers;
        this.topics = List.copyOf(topics);
        this.sink = sink;
        this.onFault = onFault;
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
    }

    private static Consumer<byte[], byte[]> consumer(String name, Map<String, ?> settings) {
        // What an erasure has removed is not missed: it is told once more behind.
        Map<String, Object> own = ReaderSettings.committed(settings, "earliest");
        own.put(ConsumerConfig.CLIENT_ID_CONFIG, name);
        return new KafkaConsumer<>(own, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Begins to read. */
    public void start() {
        thread.start();
    }

    /** How far it has come. */
    public TailProgress progress() {
        return progress;
    }

    /**
     * Waits until everything was read that was there when it began.
     *
     * @return false when the time is up
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public boolean awaitCaughtUp(Duration limit) throws InterruptedException {
        return caughtUp.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void run() {
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            Map<TopicPartition, Long> kept = sink.positions();
            for (TopicPartition partition : partitions) {
                Long position = kept.get(partition);
                if (position == null) {
                    consumer.seekToBeginning(List.of(partition));
                } else {
                    consumer.seek(partition, position);
                }
            }
            Map<TopicPartition, Long> ends = Map.copyOf(consumer.endOffsets(partitions));
            while (!closing) {
                read(consumer, partitions, ends);
            }
        } catch (WakeupException e) {
            if (!closing) {
                fault(e);
            }
        } catch (RuntimeException | Error e) {
            fault(e);
        }
    }

    private void read(
            Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        consumer.poll(POLL).forEach(records::add);
        Map<TopicPartition, Long> positions = new HashMap<>();
        partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
        sink.take(records, positions);
        boolean all = progress.caughtUp()
                || ends.entrySet().stream().allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
        progress = new TailProgress(Map.copyOf(positions), ends, all);
        if (all && caughtUp.getCount() > 0) {
            LOG.info("{} has caught up", name);
            caughtUp.countDown();
        }
    }

    private List<TopicPartition> partitions(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : topics) {
            consumer.partitionsFor(topic)
                    .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        }
        if (partitions.stream().map(TopicPartition::topic).distinct().count() != topics.size()) {
            throw new KafkaException("Not all of the topics " + topics + " are there: only " + partitions);
        }
        return partitions;
    }

    private void fault(Throwable thrown) {
        LOG.error("{} has ended because of a fault", name, thrown);
        onFault.accept(thrown);
    }

    /** Ends it: what it is at is taken to its end. */
    @Override
    public void close() {
        closing = true;
        try {
            thread.join(END.toMillis());
            if (thread.isAlive()) {
                LOG.error("{} has not ended within {}", name, END);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
