/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.streams;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.schemas.StateOnDisk;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.TopicAdmin;
import io.vestnik.schemas.Topics;
import io.vestnik.streams.admission.AdmittedClients;
import io.vestnik.streams.admission.BoundedClients;
import io.vestnik.streams.admission.Registration;
import io.vestnik.streams.config.StreamsProperties;
import io.vestnik.streams.config.VestnikStreamsConfig;

/**
 * Runs the topology against a cluster: makes the topics that are missing, starts, waits, stops. A fault in any thread
 * stops the whole instance; the others of the application take its work over.
 */
public final class StreamsRunner implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsRunner.class);

    /** How a run ended. */
    public enum Outcome {
        /** Stopped because it was told to, everything committed. */
        STOPPED,
        /** Ended by a fault; {@link #failure} tells which. */
        FAILED,
        /** Told to stop, but not done in time; the broker aborts the open transaction. */
        NOT_STOPPED_IN_TIME
    }

    private static final int START_TIMEOUT_MS = 15_000;

    private final VestnikStreamsConfig config;
    private final Properties properties;
    private final VestnikTopology topology;
    private final StateOnDisk state;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch running = new CountDownLatch(1);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile Outcome outcome = Outcome.STOPPED;
    private final CompletableFuture<String> failed = new CompletableFuture<>();
    /** Where the articles end for it; empty when it reads on. */
    private final Map<TopicPartition, Long> until;

    private volatile @Nullable KafkaStreams streams;
    private volatile Consumer<KafkaStreams> onCreated = created -> {};

    /** A runner of the real topology. */
    public StreamsRunner(VestnikStreamsConfig config) {
        this(config, Map.of());
    }

    /**
     * A runner of the real topology that reads articles up to given places and no further.
     *
     * @param config of results that are built beside those that readers read; their topics must be there
     * @param until the first offset that is not read, for each partition of the articles
     */
    public StreamsRunner(VestnikStreamsConfig config, Map<TopicPartition, Long> until) {
        this.config = config;
        this.topology = new VestnikTopology(config, Clock.systemUTC());
        this.until = until;
        this.properties = StreamsProperties.of(config);
        Map<String, Object> readers =
                new TreeMap<>(new StreamsConfig(properties).getRestoreConsumerConfigs("vestnik-erasures"));
        readers.putAll(StreamsProperties.serde(config));
        this.state = new StateOnDisk(
                readers,
                new Topics(config.namespace()),
                Path.of(config.getString(VestnikStreamsConfig.STATE_DIR_CONFIG)),
                config.getString(ApplicationSettings.APPLICATION_ID));
    }

    /**
     * Makes the topics that are missing and starts. Returns before the first record is processed.
     *
     * @throws KafkaException when the cluster cannot be reached
     * @throws io.vestnik.schemas.TopicMismatchException when topics are there that do not fit the catalogue
     * @throws io.vestnik.streams.admission.NotAdmittedException when another application writes the tables, or
     *     they were built with other settings, models or steps
     * @throws InterruptedException when interrupted while waiting for the cluster
     */
    public synchronized void start() throws InterruptedException {
        if (streams != null) {
            throw new IllegalStateException("started already");
        }
        int partitions = partitions();
        Registration registration = config.staging() == null ? new Registration(config, OwnVersion.get()) : null;
        Topology built = topology.build(partitions, registration == null ? Instant.EPOCH : registration.enter());
        KafkaStreams started = new KafkaStreams(
                built,
                properties,
                registration == null ? new BoundedClients(until) : new AdmittedClients(registration::check));
        onCreated.accept(started);
        started.setUncaughtExceptionHandler(this::fail);
        started.setStateListener(this::changed);
        state.renew(started);
        streams = started;
        started.start();
    }

    /** Names who is shown Kafka's application before it is started, to watch it. */
    public void onCreated(Consumer<KafkaStreams> observer) {
        onCreated = observer;
    }

    /** Completes when its state on disk is from before an erasure: it is to be stopped, and another one started. */
    public CompletionStage<Void> outdated() {
        return state.watch();
    }

    /**
     * Waits until it takes part in the work.
     *
     * @return whether it does; false when the time is up or it ended before
     */
    public boolean awaitRunning(Duration timeout) throws InterruptedException {
        return running.await(timeout.toMillis(), TimeUnit.MILLISECONDS) && ended.getCount() > 0;
    }

    /** Waits until it was stopped or failed. */
    public Outcome await() throws InterruptedException {
        ended.await();
        if (failure.get() != null) {
            close();
        }
        return outcome;
    }

    /** Whether it has ended, by being stopped or by a fault. */
    public boolean hasEnded() {
        return ended.getCount() == 0;
    }

    /** Completes with the message of the fault that ends it, if one does. */
    public CompletionStage<String> failed() {
        return failed;
    }

    /** Whether it takes part in the work now: it is neither starting nor taking over work from another instance. */
    public boolean isRunning() {
        KafkaStreams now = streams;
        return now != null && now.state() == State.RUNNING;
    }

    /** What ended it; empty while it runs and after it was stopped. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** Commits, leaves the group at once, and ends; gives up after {@code shutdown.timeout.ms}. */
    @Override
    public synchronized void close() {
        state.close();
        KafkaStreams running = streams;
        if (running != null) {
            // Leaving lets the others go on at once; without it they wait for the session to time out.
            CloseOptions options = CloseOptions.timeout(config.shutdownTimeout())
                    .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP);
            boolean inTime = running.close(options);
            if (failure.get() != null) {
                outcome = Outcome.FAILED;
            } else if (!inTime) {
                outcome = Outcome.NOT_STOPPED_IN_TIME;
            }
        }
        ended.countDown();
    }

    private StreamThreadExceptionResponse fail(Throwable thrown) {
        LOG.error("A thread failed; this instance stops", thrown);
        fault(thrown);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private void fault(Throwable thrown) {
        if (failure.compareAndSet(null, thrown)) {
            outcome = Outcome.FAILED;
            Throwable root = thrown;
            while (root.getCause() != null) {
                root = root.getCause();
            }
            failed.complete("A fault stopped the application: " + root);
        }
    }

    private void changed(State now, State before) {
        LOG.info("{} -> {}", before, now);
        if (now == State.RUNNING) {
            running.countDown();
        }
        if (now == State.ERROR || now == State.NOT_RUNNING) {
            running.countDown();
            if (now == State.ERROR) {
                fault(new KafkaException("Kafka Streams ended in state ERROR; see the log"));
            }
            ended.countDown();
        }
    }

    private int partitions() throws InterruptedException {
        Topics topics = config.topics();
        Map<String, Object> clients = new TreeMap<>(new StreamsConfig(properties).getAdminConfigs("vestnik"));
        // Who starts it waits for the answer: a cluster that is not there is told of soon.
        clients.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, START_TIMEOUT_MS);
        clients.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, START_TIMEOUT_MS);
        try (Admin admin = Admin.create(clients)) {
            if (config.staging() == null) {
                List<String> created =
                        TopicAdmin.ensure(admin, topics.all(), config.partitions(), config.replication());
                if (!created.isEmpty()) {
                    LOG.info("Made topics {}", created);
                }
            }
            return partitions(admin, topics);
        }
    }

    /** The number of partitions that articles, corrections and analyses agree on. */
    private static int partitions(Admin admin, Topics topics) throws InterruptedException {
        List<Topic<?>> joined = List.of(topics.corrections, topics.analyses);
        Collection<String> names = List.of(topics.articles.name(), topics.corrections.name(), topics.analyses.name());
        try {
            Map<String, TopicDescription> found =
                    admin.describeTopics(names).allTopicNames().get();
            int articles = count(found, topics.articles);
            for (Topic<?> topic : joined) {
                int partitions = count(found, topic);
                if (articles != partitions) {
                    throw new KafkaException("Topic " + topic.name() + " has " + partitions + " partitions, but "
                            + topics.articles.name() + " has " + articles
                            + ": both are keyed by article and must agree. "
                            + (topic.equals(topics.analyses)
                                    ? "Delete the former; it is written anew."
                                    : "Make the former anew with as many, and write what it holds again."));
                }
            }
            return articles;
        } catch (ExecutionException e) {
            throw new KafkaException("The cluster does not describe its topics", e.getCause());
        }
    }

    private static int count(Map<String, TopicDescription> found, Topic<?> topic) {
        TopicDescription description = found.get(topic.name());
        if (description == null) {
            throw new KafkaException("Topic " + topic.name() + " was made but is not there");
        }
        return description.partitions().size();
    }
}
