/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.vestnik.consumer.api.OpenApiEndpoints;
import io.vestnik.consumer.api.SearchEndpoints;
import io.vestnik.consumer.api.ViewEndpoints;
import io.vestnik.consumer.events.EventEndpoints;
import io.vestnik.consumer.events.LiveUpdates;
import io.vestnik.consumer.http.Endpoints;
import io.vestnik.consumer.http.Health;
import io.vestnik.consumer.http.HealthEndpoints;
import io.vestnik.consumer.http.HttpServer;
import io.vestnik.consumer.http.Late;
import io.vestnik.consumer.metrics.MetricsEndpoints;
import io.vestnik.consumer.metrics.StatusEndpoints;
import io.vestnik.consumer.page.PageEndpoints;
import io.vestnik.consumer.query.ActiveStores;
import io.vestnik.consumer.query.ClusterViews;
import io.vestnik.consumer.query.HttpPeerClient;
import io.vestnik.consumer.query.LocalQueryStore;
import io.vestnik.consumer.query.PeerEndpoints;
import io.vestnik.consumer.query.StoreReader;
import io.vestnik.consumer.query.ViewKind;
import io.vestnik.consumer.topology.ConsumerTopology;
import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.schemas.RejoiningClientSupplier;
import io.vestnik.schemas.StateOnDisk;
import io.vestnik.schemas.TopicAdmin;
import io.vestnik.schemas.Topics;

/**
 * Runs one instance of the consumer: the streams application and its HTTP server.
 *
 * <p>A fault that is not an error of the data ends the instance; {@link #await} then gives {@value #FAILED} and {@link
 * #fault} the fault. After {@link #close} it gives {@value #OK}.
 */
public final class ConsumerRunner implements AutoCloseable {
    /** Status of an instance that was closed. */
    public static final int OK = 0;
    /** Status of an instance that a fault has ended, or that could not be closed in time. */
    public static final int FAILED = 1;

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerRunner.class);
    private static final int ADMIN_TIMEOUT_MS = 15_000;

    private final VestnikConsumerConfig config;
    private final HttpServer server;
    private final KafkaStreams streams;
    private final StoreReader stores;
    private final StateOnDisk state;
    private final Map<String, Object> readers;
    private final Late<Lookup> lookup;
    private final Observation observation;
    private final Peers peers;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicReference<@Nullable Throwable> fault = new AtomicReference<>();
    private final CompletableFuture<String> failed = new CompletableFuture<>();
    private volatile @Nullable LiveUpdates liveUpdates;
    private volatile boolean closedInTime = true;

    private ConsumerRunner(VestnikConsumerConfig config, HttpServer server, Late<Lookup> lookup) {
        this.config = config;
        this.server = server;
        this.lookup = lookup;
        HostPort advertised = config.queryAdvertised(server.listening());
        Properties properties = config.streamsProperties(advertised);
        Topology topology = ConsumerTopology.build(
                config.topics(), new TopologyConfig(new StreamsConfig(properties)), config.clientProperties());
        streams = new KafkaStreams(topology, properties, new RejoiningClientSupplier());
        stores = new ActiveStores(streams, topology.describe());
        readers = new TreeMap<>(new StreamsConfig(properties).getRestoreConsumerConfigs("vestnik-erasures"));
        readers.putAll(config.clientProperties());
        state = new StateOnDisk(
                readers,
                config.topics(),
                Path.of(config.getString(VestnikConsumerConfig.STATE_DIR_CONFIG)),
                config.getString(ApplicationSettings.APPLICATION_ID));
        peers = new Peers(
                streams,
                advertised,
                new HttpPeerClient(config.peerTimeout(), config.http().token()));
        observation = Observation.of(streams, this::ready, config, this::onFollowerFault);
        streams.setUncaughtExceptionHandler(this::onFault);
        streams.setStateListener((now, before) -> onState(now));
    }

    /**
     * Starts an instance: creates the topics that are missing, opens the HTTP server, starts to process. Returns before
     * the stores are restored; {@link #ready} tells.
     *
     * @throws org.apache.kafka.common.KafkaException when the cluster does not answer or its topics do not fit
     * @throws io.javalin.util.JavalinBindException when the address of the HTTP server cannot be had
     */
    public static ConsumerRunner start(VestnikConsumerConfig config) {
        Map<ViewKind, Integer> partitions = prepareTopics(config);
        Late<ClusterViews> views = new Late<>();
        Late<Health> health = new Late<>();
        Late<Lookup> lookup = new Late<>();
        Late<LiveUpdates> events = new Late<>();
        Late<Observation> observation = new Late<>();
        Late<Peers> peers = new Late<>();
        List<Endpoints> live = List.of(
                new EventEndpoints(events),
                new MetricsEndpoints(() -> observation.get().metrics()),
                new StatusEndpoints(() -> observation.get().status(), peers));
        HttpServer server = HttpServer.start(config.http(), endpoints(views, health, lookup, live));
        try {
            ConsumerRunner runner = new ConsumerRunner(config, server, lookup);
            views.set(runner.views(partitions));
            health.set(runner.observation.health());
            observation.set(runner.observation);
            peers.set(runner.peers);
            events.set(runner.followUpdates(views));
            runner.start();
            return runner;
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private static List<Endpoints> endpoints(
            Late<ClusterViews> views, Late<Health> health, Late<Lookup> lookup, List<Endpoints> live) {
        List<Endpoints> endpoints = new ArrayList<>(List.of(
                new ViewEndpoints(
                        views, () -> lookup.get().search(), () -> lookup.get().asOf(), () -> lookup.get()
                                .asOfSearch()),
                new SearchEndpoints(
                        () -> lookup.get().search(), () -> lookup.get().asOfSearch()),
                new PeerEndpoints(views),
                new HealthEndpoints(health),
                new PageEndpoints()));
        endpoints.addAll(live);
        // The last, as it describes the others.
        endpoints.add(new OpenApiEndpoints(endpoints));
        return endpoints;
    }

    private void start() {
        state.renew(streams);
        Lookup started = Lookup.start(config, readers, state.erasure(), this::onLookupFault);
        lookup.set(started);
        try {
            streams.start();
        } catch (RuntimeException e) {
            started.close();
            throw e;
        }
        LOG.info("Started; questions are answered at http://{}", server.listening());
    }

    private LiveUpdates followUpdates(Late<ClusterViews> views) {
        LiveUpdates started = LiveUpdates.start(
                config.topics().updates,
                config.clientProperties(),
                views,
                config.events(),
                observation.events(),
                this::onFollowerFault);
        liveUpdates = started;
        return started;
    }

    private ClusterViews views(Map<ViewKind, Integer> partitions) {
        return new ClusterViews(new LocalQueryStore(stores), peers::all, peers.client(), partitions::get);
    }

    /** Where the HTTP server listens. */
    public HostPort queryAddress() {
        return server.listening();
    }

    /** Completes when its state on disk is from before an erasure: it is to be closed, and another one started. */
    public CompletionStage<Void> outdated() {
        return state.watch();
    }

    /** Whether questions can be answered, those about the past and by words too. */
    public boolean ready() {
        return streams.state() == KafkaStreams.State.RUNNING
                && lookup.ifThere().map(Lookup::ready).orElse(false);
    }

    /** The fault that has ended the instance; null when none has. */
    public @Nullable Throwable fault() {
        return fault.get();
    }

    /** Completes with the reason, for a person, when a fault has ended the instance; never completes otherwise. */
    public CompletableFuture<String> failed() {
        return failed;
    }

    /**
     * Waits until the instance has ended.
     *
     * @return {@value #OK} or {@value #FAILED}
     * @throws InterruptedException when the waiting thread is interrupted; the instance goes on
     */
    public int await() throws InterruptedException {
        ended.await();
        return fault.get() == null && closedInTime ? OK : FAILED;
    }

    /** Ends the instance: commits what was processed and leaves the group, within the configured time. */
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        state.close();
        LiveUpdates followed = liveUpdates;
        if (followed != null) {
            followed.close();
        }
        observation.close();
        server.close();
        lookup.ifThere().ifPresent(Lookup::close);
        closedInTime = streams.close(CloseOptions.timeout(config.closeTimeout())
                // Others take over at once instead of waiting for the session to expire.
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        if (!closedInTime) {
            LOG.error(
                    "Not ended within {}; what was not committed is processed again at the next start",
                    config.closeTimeout());
        }
        ended.countDown();
    }

    private StreamThreadExceptionResponse onFault(Throwable thrown) {
        LOG.error("The consumer ends because of a fault", thrown);
        fault.compareAndSet(null, thrown);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private void onLookupFault(Throwable thrown) {
        fault.compareAndSet(null, thrown);
        ended.countDown();
        failed.complete("The consumer has ended because of a fault: " + rootMessage(thrown));
    }

    private void onFollowerFault(Throwable thrown) {
        fault.compareAndSet(null, thrown);
        ended.countDown();
        failed.complete("The topics cannot be followed because of a fault: " + rootMessage(thrown));
    }

    private void onState(KafkaStreams.State now) {
        LOG.debug("State {}", now);
        // After close() the end is told by close() itself, as only it knows whether it was in time.
        if (now == KafkaStreams.State.ERROR || (now == KafkaStreams.State.NOT_RUNNING && !closing.get())) {
            fault.compareAndSet(null, new IllegalStateException("Kafka Streams has ended in state " + now));
            ended.countDown();
            failed.complete("The consumer has ended because of a fault: " + rootMessage(fault.get()));
        }
    }

    /** What is behind it all; Kafka Streams wraps it several times. */
    private static String rootMessage(@Nullable Throwable thrown) {
        Throwable root = thrown;
        while (root != null && root.getCause() != null) {
            root = root.getCause();
        }
        return root == null ? "unknown" : root.getMessage() == null ? root.toString() : root.getMessage();
    }

    /** Creates the topics that are missing; tells the number of partitions of each kind of view. */
    private static Map<ViewKind, Integer> prepareTopics(VestnikConsumerConfig config) {
        Map<String, Object> properties = config.clientProperties();
        properties.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ADMIN_TIMEOUT_MS);
        properties.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ADMIN_TIMEOUT_MS);
        Topics topics = config.topics();
        try (Admin admin = Admin.create(properties)) {
            TopicAdmin.ensure(
                    admin,
                    topics.all(),
                    config.getInt(VestnikConsumerConfig.TOPIC_PARTITIONS_CONFIG),
                    config.getInt(ApplicationSettings.REPLICATION_FACTOR).shortValue());
            CoPartitions coPartitions = new CoPartitions(admin);
            int byTopic = coPartitions.of(topics.coverage, topics.coverageMembers, topics.entities, topics.watches);
            int byUtterance = coPartitions.of(topics.utterances, topics.utteranceMembers);
            int byArticle = coPartitions.of(topics.analyses, topics.placements);
            return Map.of(
                    ViewKind.STORIES, byTopic,
                    ViewKind.COVERAGE, byTopic,
                    ViewKind.ENTITIES, byTopic,
                    ViewKind.UTTERANCES, byUtterance,
                    ViewKind.ARTICLES, byArticle);
        }
    }
}
