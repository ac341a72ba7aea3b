/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.vestnik.schemas.avro.Erasure;

/**
 * The state that an instance keeps on disk, and whether it is to be restored from the changelogs. What a store has deleted
 * stays in its files until they are merged, and nobody says when that is; so state from before an erasure is removed, as the
 * erasure has cleaned the changelogs. A file beside the state tells which erasure it has seen, another one when it was whole:
 * state that is too old is removed too, see {@link StateAge}.
 */
public final class StateOnDisk implements AutoCloseable {
    /** How often it is looked for erasures while an instance runs. */
    private static final Duration BEAT = Duration.ofSeconds(10);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration STALL = Duration.ofSeconds(15);
    private static final Logger LOG = LoggerFactory.getLogger(StateOnDisk.class);

    private final Map<String, Object> settings;
    private final Topic<Erasure> erasures;
    private final Path seen;
    private final StateAge age;
    private final CompletableFuture<Void> outdated = new CompletableFuture<>();
    private volatile @Nullable KafkaStreams streams;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    /**
     * The state of an instance.
     *
     * @param settings of consumers and of serdes
     * @param topics the topics that the application reads
     * @param directory {@code state.dir}
     * @param applicationId {@code application.id}
     */
    public StateOnDisk(Map<String, ?> settings, Topics topics, Path directory, String applicationId) {
        this.settings = new TreeMap<>(settings);
        this.settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        this.erasures = topics.erasures;
        this.seen = directory.resolve(applicationId + ".erased");
        this.age = new StateAge(settings, directory, applicationId, InstantSource.system());
    }

    /**
     * Removes the state when it is from before the latest erasure, or too old.
     *
     * @param instance not yet started
     * @throws KafkaException when the cluster does not tell
     */
    public void renew(KafkaStreams instance) {
        streams = instance;
        String latest = latest();
        boolean erased = !latest.equals(seen());
        if (erased) {
            LOG.info("Articles were erased, at {}: the state on disk is removed and restored", latest);
        } else if (age.isTooOld()) {
            LOG.info(
                    "What was deleted since the state on disk was whole may be told no more: it is removed and restored");
        } else {
            return;
        }
        instance.cleanUp();
        age.whole();
        if (erased) {
            write(latest);
        }
    }

    /** Until all is restored the state is as old as it was. */
    private void note() {
        KafkaStreams instance = streams;
        if (instance != null && instance.state() == KafkaStreams.State.RUNNING) {
            try {
                age.whole();
            } catch (UncheckedIOException e) {
                LOG.warn("The state on disk may be restored at the next start: {}", e.getMessage(), e);
            }
        }
    }

    /** When the erasure was done that the state has seen last; empty when there was none. */
    public String erasure() {
        return seen();
    }

    /** Notes from now on that the state is whole, and looks for erasures; completes when the state is from before one. */
    public CompletionStage<Void> watch() {
        Thread watch = new Thread(this::look, "erasure-watch");
        watch.setDaemon(true);
        watch.start();
        return outdated;
    }

    private void look() {
        while (!closed.isDone()) {
            try {
                closed.get(BEAT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                note();
                if (isOutdated()) {
                    outdated.complete(null);
                    return;
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("is never completed with an exception", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** A cluster that does not answer now is asked again. */
    private boolean isOutdated() {
        try {
            return !latest().equals(seen());
        } catch (KafkaException e) {
            LOG.warn("It cannot be told whether articles were erased: {}", e.getMessage());
            return false;
        }
    }

    /** When the latest erasure was done; empty when there was none. */
    private String latest() {
        Instant latest = Instant.MIN;
        try (Serde<Erasure> serde = erasures.serde(settings);
                KafkaConsumer<String, Erasure> consumer =
                        new KafkaConsumer<>(settings, new StringDeserializer(), serde.deserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(erasures.name()).stream()
                    .map(info -> new TopicPartition(erasures.name(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long still = 0;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                int read = 0;
                for (ConsumerRecord<String, Erasure> record : consumer.poll(POLL)) {
                    read++;
                    Erasure erasure = record.value();
                    Instant done = erasure == null ? null : erasure.getDoneAt();
                    latest = done != null && done.isAfter(latest) ? done : latest;
                }
                still = read > 0 ? 0 : still + POLL.toMillis();
                if (still > STALL.toMillis()) {
                    throw new org.apache.kafka.common.errors.TimeoutException(
                            "Topic " + erasures.name() + " cannot be read to its end.");
                }
            }
        }
        return latest.equals(Instant.MIN) ? "" : latest.toString();
    }

    private String seen() {
        try {
            return Files.exists(seen) ? Files.readString(seen, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + seen, e);
        }
    }

    private void write(String latest) {
        try {
            Files.createDirectories(seen.toAbsolutePath().getParent());
            Files.writeString(seen, latest, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + seen, e);
        }
    }

    /** Looks no more. To be called before the instance is closed. */
    @Override
    public void close() {
        note();
        closed.complete(null);
    }
}
