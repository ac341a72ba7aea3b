/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.replay;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.pipeline.FinalTables;
import io.vestnik.cli.pipeline.Quiescence;
import io.vestnik.cli.watch.Watches;
import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.schemas.TableDigest;
import io.vestnik.schemas.TopicAdmin;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.Correction;
import io.vestnik.schemas.avro.Watch;
import io.vestnik.streams.StreamsRunner;
import io.vestnik.streams.config.VestnikStreamsConfig;

/** The topologies as they run in production: instances that share the work over brokers, with topics of their own. */
final class ClusterEngine implements AutoCloseable {
    /** A replay waits for no reader, so it commits seldom, milliseconds. */
    private static final long COMMIT_INTERVAL = 1_000;

    private static final Duration LIMIT = Duration.ofDays(7);

    private final ReplayCluster cluster;
    private final RunId run;
    private final Topics topics;
    private final List<StreamsRunner> instances = new ArrayList<>();

    /**
     * Makes the topics and the instances.
     *
     * @param given settings of the topologies
     * @param state directory of the instances
     * @throws CommandFailure when something of the run is on the cluster
     */
    ClusterEngine(ReplayCluster cluster, RunId run, ReplayRequest request, Map<String, String> given, Path state) {
        this.cluster = cluster;
        this.run = run;
        this.topics = new Topics(run.namespace());
        cluster.mustBeFree(run);
        try (Admin admin = Admin.create(cluster.settings())) {
            TopicAdmin.ensure(admin, topics.all(), request.partitions(), (short) -1);
        }
        if (!request.watches().isEmpty()) {
            new Watches(cluster.settings(), topics).write(Watches.fromTheBeginning(request.watches()), Instant.EPOCH);
        }
        for (int i = 0; i < request.instances(); i++) {
            Map<String, Object> settings = new TreeMap<>(cluster.settings());
            settings.put(VestnikStreamsConfig.COMMIT_INTERVAL_CONFIG, COMMIT_INTERVAL);
            settings.put(ApplicationSettings.STANDBYS, 0);
            settings.putAll(given);
            settings.put(
                    VestnikStreamsConfig.STATE_DIR_CONFIG,
                    state.resolve("instance-" + i).toString());
            instances.add(new StreamsRunner(new VestnikStreamsConfig(settings)));
        }
    }

    /** Tells when the event at a place, of a time in milliseconds since the epoch, is due. */
    interface Turn {
        /** Waits for it. */
        void await(long time, int place) throws InterruptedException;
    }

    /**
     * Puts a corpus through, in the order in which it is.
     *
     * @return what came out; null when the listener stopped it
     * @throws CommandFailure when an instance has failed
     */
    @Nullable TableDigest run(ReplayCorpus corpus, Turn turn, ReplayListener listener) throws InterruptedException {
        for (StreamsRunner instance : instances) {
            instance.start();
        }
        publish(corpus, turn, listener);
        try (Quiescence quiescence =
                new Quiescence(cluster.bootstrap(), Map.of(run.applicationId(), topics.inputsOfStreams()))) {
            Map<String, Long> left = quiescence.await(LIMIT, () -> failure() == null && !listener.isStopped());
            checkAlive();
            if (listener.isStopped()) {
                return null;
            }
            if (!left.isEmpty()) {
                throw new CommandFailure(ExitCode.FAILED, "The run has not ended within " + LIMIT + ": " + left);
            }
        }
        return new FinalTables(cluster.bootstrap(), topics).digest();
    }

    private void publish(ReplayCorpus corpus, Turn turn, ReplayListener listener) throws InterruptedException {
        Map<String, Object> settings = new TreeMap<>(cluster.settings());
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // The topic was just made and may refuse the first batch and take the second. A broker that knows nothing of a
        // producer takes any batch for its first, and the real first one would then be out of order for ever.
        settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
        try (Serde<ArticleEvent> articles = topics.articles.serde(settings);
                Serde<Correction> corrections = topics.corrections.serde(settings);
                KafkaProducer<String, byte[]> producer =
                        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < corpus.size() && !listener.isStopped() && failed.get() == null; i++) {
                turn.await(corpus.observedAt(i), i);
                checkAlive();
                declare(corpus.watchesBefore(i));
                var unused = producer.send(
                        record(corpus.get(i), articles.serializer(), corrections.serializer()), (metadata, e) -> {
                            if (e != null) {
                                failed.compareAndSet(null, e);
                            }
                        });
                listener.done(i + 1);
            }
            declare(corpus.watchesBefore(corpus.size()));
            producer.flush();
        }
        Exception why = failed.get();
        if (why != null) {
            throw new CommandFailure(
                    ExitCode.UNAVAILABLE, "The cluster does not take the articles: " + why.getMessage(), why);
        }
    }

    private void declare(List<WatchChange> changes) {
        for (WatchChange change : changes) {
            Map<String, @Nullable Watch> watch = new TreeMap<>();
            watch.put(change.name(), change.watch());
            new Watches(cluster.settings(), topics).write(watch, change.at());
        }
    }

    private ProducerRecord<String, byte[]> record(
            SpecificRecord record, Serializer<ArticleEvent> articles, Serializer<Correction> corrections) {
        if (record instanceof Correction correction) {
            String topic = topics.corrections.name();
            return new ProducerRecord<>(
                    topic,
                    null,
                    correction.getObservedAt().toEpochMilli(),
                    correction.getArticleId(),
                    corrections.serialize(topic, correction));
        }
        ArticleEvent event = (ArticleEvent) record;
        String topic = topics.articles.name();
        return new ProducerRecord<>(
                topic,
                null,
                event.getObservedAt().toEpochMilli(),
                event.getArticleId(),
                articles.serialize(topic, event));
    }

    private void checkAlive() {
        Throwable failure = failure();
        if (failure != null) {
            throw new IllegalStateException("an instance of the run has failed: " + failure.getMessage(), failure);
        }
    }

    private @Nullable Throwable failure() {
        return instances.stream()
                .map(instance -> instance.failure().orElse(null))
                .filter(failure -> failure != null)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void close() {
        instances.forEach(StreamsRunner::close);
    }
}
