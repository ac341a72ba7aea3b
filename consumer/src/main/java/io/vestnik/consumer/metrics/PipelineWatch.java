/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serde;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.vestnik.consumer.tail.ReaderSettings;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.DeadLetter;
import io.vestnik.schemas.avro.Placement;
import io.vestnik.schemas.serde.BadRecordException;

/**
 * Counts what comes through the pipeline, from its topics: placements and updates from the start on, dead letters from a day
 * before, so that a restart does not hide what has gone wrong. It sees committed records only, each once, whichever
 * application and instance has written them.
 */
public final class PipelineWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PipelineWatch.class);

    /** Dead letters from such a time before the start on are counted. */
    public static final Duration LOOK_BACK = Duration.ofDays(1);

    private static final Duration POLL = Duration.ofMillis(500);
    private static final long PAUSE_MS = 1_000;
    private static final int FETCH_BYTES = 2 * 1024 * 1024;

    private final Topics topics;
    private final Map<String, Object> clients;
    private final Tally tally;
    private final Instant since;
    private final Consumer<Throwable> onFault;
    private final Map<TopicPartition, Long> next = new TreeMap<>((one, other) -> {
        int byTopic = one.topic().compareTo(other.topic());
        return byTopic == 0 ? Integer.compare(one.partition(), other.partition()) : byTopic;
    });
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "vestnik-pipeline-watch");

    private PipelineWatch(
            Topics topics, Map<String, ?> clients, Tally tally, Instant start, Consumer<Throwable> onFault) {
        this.onFault = onFault;
        this.topics = topics;
        this.clients = new TreeMap<>(clients);
        this.tally = tally;
        this.since = start.minus(LOOK_BACK);
        thread.setDaemon(true);
    }

    /**
     * Starts to count.
     *
     * @param clients properties of clients and serdes
     * @param start now
     * @param onFault told of a fault that trying again does not help against; it counts no more
     */
    public static PipelineWatch start(
            Topics topics, Map<String, ?> clients, Tally tally, Instant start, Consumer<Throwable> onFault) {
        PipelineWatch watch = new PipelineWatch(topics, clients, tally, start, onFault);
        watch.thread.start();
        return watch;
    }

    /** Dead letters from this time on are counted. */
    public Instant since() {
        return since;
    }

    private void run() {
        try {
            do {
                watch();
            } while (!closed.await(PAUSE_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException | InterruptException e) {
            LOG.debug("Counts no more", e);
        } catch (RuntimeException e) {
            LOG.error("The topics cannot be counted", e);
            onFault.accept(e);
        }
    }

    private void watch() {
        // What a topic has lost meanwhile cannot be counted any more; the rest can.
        Map<String, Object> own = ReaderSettings.committed(clients, "earliest");
        own.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        try (Serde<Placement> placements = topics.placements.serde(clients);
                Serde<DeadLetter> letters = topics.deadLetters.serde(clients)) {
            KafkaConsumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(own, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            try {
                seek(consumer);
                while (closed.getCount() > 0) {
                    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                        count(record, placements, letters);
                        next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
                    }
                }
            } finally {
                consumer.close(CloseOptions.timeout(Duration.ZERO));
            }
        } catch (InterruptException | WakeupException e) {
            LOG.debug("Counts no more", e);
        } catch (KafkaException e) {
            LOG.warn("The topics cannot be read for the metrics now; trying again", e);
        }
    }

    private void seek(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> all = new ArrayList<>();
        for (String topic : List.of(topics.placements.name(), topics.updates.name(), topics.deadLetters.name())) {
            consumer.partitionsFor(topic).forEach(info -> all.add(new TopicPartition(info.topic(), info.partition())));
        }
        consumer.assign(all);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        Map<TopicPartition, Long> times =
                new TreeMap<>((one, other) -> one.toString().compareTo(other.toString()));
        all.stream()
                .filter(partition -> partition.topic().equals(topics.deadLetters.name()))
                .forEach(partition -> times.put(partition, since.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
        for (TopicPartition partition : all) {
            OffsetAndTimestamp from = found.get(partition);
            long end = ends.getOrDefault(partition, 0L);
            // After a fault of the network it goes on where it was.
            consumer.seek(partition, next.computeIfAbsent(partition, key -> from == null ? end : from.offset()));
        }
    }

    private void count(ConsumerRecord<byte[], byte[]> record, Serde<Placement> placements, Serde<DeadLetter> letters) {
        try {
            if (record.topic().equals(topics.updates.name())) {
                tally.update();
            } else if (record.topic().equals(topics.deadLetters.name())) {
                DeadLetter letter = letters.deserializer().deserialize(record.topic(), record.value());
                tally.deadLetter(letter == null ? "UNKNOWN" : letter.getReason());
            } else {
                Placement placement = placements.deserializer().deserialize(record.topic(), record.value());
                if (placement != null) {
                    tally.article(placement.getLate());
                }
            }
        } catch (BadRecordException e) {
            // Who has to process it makes a dead letter of it.
            LOG.debug("Not counted: {}-{}@{}", record.topic(), record.partition(), record.offset(), e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
    }
}
