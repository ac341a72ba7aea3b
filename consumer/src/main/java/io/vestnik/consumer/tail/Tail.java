/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.tail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.vestnik.schemas.Topic;

/**
 * Reads all partitions of some topics, whole and on: what is committed, without a group, on a thread of its own. Where it
 * stands is kept by its sink together with what was read, so that a kill loses nothing and nothing is read for nothing.
 * When the topics may have told something meanwhile that they hold no more, the sink is emptied and all is read anew.
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
    private final Continuity continuity;
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
     * @param tombstones how long these stay in the topics, null when there are none; see {@link io.vestnik.schemas.Tombstones}
     * @param onFault told what has ended it, if it was not closed
     */
    public Tail(
            String name,
            Map<String, ?> settings,
            List<? extends Topic<?>> topics,
            TailSink sink,
            @Nullable Duration tombstones,
            java.util.function.Consumer<Throwable> onFault) {
        this(
                name,
                () -> consumer(name, settings),
                topics.stream().map(Topic::name).toList(),
                sink,
                new Continuity(tombstones, InstantSource.system()),
                onFault);
    }

    Tail(
            String name,
            Supplier<Consumer<byte[], byte[]>> consumers,
            List<String> topics,
            TailSink sink,
            Continuity continuity,
            java.util.function.Consumer<Throwable> onFault) {
        this.name = name;
        this.consumers = consumers;
        this.topics = List.copyOf(topics);
        this.sink = sink;
        this.continuity = continuity;
        this.onFault = onFault;
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
    }

    private static Consumer<byte[], byte[]> consumer(String name, Map<String, ?> settings) {
        // What to do is not for the consumer to say, see begin().
        Map<String, Object> own = ReaderSettings.committed(settings, "none");
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
            begin(consumer, partitions);
            while (!closing) {
                try {
                    read(consumer, partitions);
                } catch (OffsetOutOfRangeException e) {
                    LOG.warn("{} stands where its topics hold nothing: {}", name, e.getMessage());
                    if (e instanceof LogTruncationException) {
                        forget("a log has been cut off and has other records now");
                    }
                    begin(consumer, partitions);
                }
            }
        } catch (WakeupException e) {
            if (!closing) {
                fault(e);
            }
        } catch (RuntimeException | Error e) {
            fault(e);
        }
    }

    /** Goes on where the sink stands, or from the beginning. */
    private void begin(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        Instant now = continuity.now();
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        Map<TopicPartition, Long> ends = Map.copyOf(consumer.endOffsets(partitions));
        if (!sink.positions().isEmpty()) {
            String missed = continuity.missed(sink.positions(), sink.wholeAt(), beginnings, ends);
            if (missed != null) {
                forget(missed);
            }
        }
        Map<TopicPartition, Long> kept = sink.positions();
        if (kept.isEmpty()) {
            // What is removed from the topics from now on is told for long enough.
            sink.whole(now);
        }
        for (TopicPartition partition : partitions) {
            // What an erasure has removed of a log is not missed: it is told once more behind.
            consumer.seek(
                    partition, Math.max(kept.getOrDefault(partition, 0L), beginnings.getOrDefault(partition, 0L)));
        }
        continuity.ends(now, ends);
        progress = new TailProgress(Map.copyOf(kept), ends, false);
    }

    private void forget(String why) {
        LOG.warn("What {} has made is forgotten and made anew: {}", name, why);
        progress = TailProgress.NONE;
        sink.clear();
    }

    private void read(Consumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        consumer.poll(POLL).forEach(records::add);
        Map<TopicPartition, Long> positions = new HashMap<>();
        partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
        sink.take(records, positions);
        Instant whole = continuity.read(positions);
        if (whole != null) {
            String late = continuity.late(sink.wholeAt(), whole);
            if (late != null) {
                forget(late);
                begin(consumer, partitions);
                return;
            }
            sink.whole(whole);
        }
        Map<TopicPartition, Long> ends = progress.ends();
        boolean all = progress.caughtUp()
                || ends.entrySet().stream().allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
        progress = new TailProgress(Map.copyOf(positions), ends, all);
        if (all && caughtUp.getCount() > 0) {
            LOG.info("{} has caught up", name);
            caughtUp.countDown();
        }
        continuity.ask(consumer);
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
