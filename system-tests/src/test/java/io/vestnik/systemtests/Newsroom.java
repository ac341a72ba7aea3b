/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

import io.vestnik.cli.pipeline.FinalTables;
import io.vestnik.cli.pipeline.Quiescence;
import io.vestnik.cli.pipeline.Summary;
import io.vestnik.cli.watch.Watches;
import io.vestnik.producer.ArticlePublisher;
import io.vestnik.producer.ArticleSource;
import io.vestnik.producer.ObservedAt;
import io.vestnik.producer.PublishListener;
import io.vestnik.producer.PublishReport;
import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.schemas.TableDigest;
import io.vestnik.schemas.TopicAdmin;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.Watch;
import io.vestnik.streams.StreamsRunner;
import io.vestnik.streams.config.VestnikStreamsConfig;

/**
 * One run of the pipeline: a namespace of its own in a cluster, so that many runs can share a broker and none sees
 * another. The topologies are started in this process, or by the test as processes.
 */
public final class Newsroom implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Cluster cluster;
    private final String name;
    private final int partitions;
    private final Topics topics;
    private @Nullable StreamsRunner streams;

    /**
     * Makes the topics, with as many replicas as the brokers give by default.
     *
     * @param name letters and digits; no other run of the cluster has it
     * @param partitions of each topic
     */
    public Newsroom(Cluster cluster, String name, int partitions) throws InterruptedException {
        this.cluster = cluster;
        this.name = name;
        this.partitions = partitions;
        this.topics = new Topics("replay." + name + ".");
        try (Admin admin = Admin.create(cluster.settings())) {
            TopicAdmin.ensure(admin, topics.all(), partitions, (short) -1);
        }
    }

    /** Addresses of the brokers. */
    public String bootstrap() {
        return cluster.bootstrap();
    }

    public int partitions() {
        return partitions;
    }

    public Topics topics() {
        return topics;
    }

    public String applicationId() {
        return "vestnik-" + name;
    }

    /** Starts the topologies in this process. */
    public Newsroom start(Path state) throws InterruptedException {
        return start(state, Map.of());
    }

    /** Starts the topologies in this process with other settings than the defaults. */
    public Newsroom start(Path state, Map<String, ?> settings) throws InterruptedException {
        StreamsRunner runner = new StreamsRunner(config(state.resolve(name), settings));
        streams = runner;
        runner.start();
        return this;
    }

    /** Configuration of an instance of the topologies. */
    public VestnikStreamsConfig config(Path state, Map<String, ?> settings) {
        Map<String, Object> config = cluster.settings();
        config.put(ApplicationSettings.APPLICATION_ID, applicationId());
        config.put(VestnikStreamsConfig.NAMESPACE_CONFIG, topics.namespace());
        config.put(VestnikStreamsConfig.PARTITIONS_CONFIG, partitions);
        config.put(VestnikStreamsConfig.STATE_DIR_CONFIG, state.toString());
        config.put(ApplicationSettings.STANDBYS, 0);
        config.putAll(settings);
        return new VestnikStreamsConfig(config);
    }

    /** Stops the topologies in this process; they can be started again. */
    public void stop() {
        StreamsRunner running = streams;
        if (running != null) {
            running.close();
            streams = null;
        }
    }

    /** Starts the topologies as a process; whoever starts it ends it. */
    public VestnikProcess startProcess(Path dir, String state) {
        return startProcess(dir, state, Map.of());
    }

    /** Starts the topologies as a process with other settings than the defaults. */
    public VestnikProcess startProcess(Path dir, String state, Map<String, ?> settings) {
        Map<String, Object> all = new TreeMap<>();
        all.put(VestnikStreamsConfig.PARTITIONS_CONFIG, partitions);
        all.put(ApplicationSettings.STANDBYS, 0);
        all.putAll(settings);
        List<String> arguments = new ArrayList<>(List.of(
                "streams",
                "--bootstrap",
                cluster.bootstrap(),
                "--registry",
                cluster.registryUrl(),
                "--namespace",
                topics.namespace(),
                "--application-id",
                applicationId(),
                "--state-dir",
                dir.resolve(state).toString(),
                "--threads",
                "1"));
        all.forEach((setting, value) -> arguments.addAll(List.of("--set", setting + "=" + value)));
        return VestnikProcess.start(dir, arguments.toArray(new String[0]));
    }

    /** Publishes a source, which is closed. */
    public PublishReport publish(ArticleSource source, ObservedAt observedAt) throws IOException, InterruptedException {
        try (ArticlePublisher publisher = publisher(observedAt);
                source) {
            return publisher.publish(source, PublishListener.NONE);
        }
    }

    /** Publishes articles that bear their times. */
    public PublishReport publish(ArticleSource source) throws IOException, InterruptedException {
        return publish(source, ObservedAt.assumed());
    }

    public boolean retract(String articleId) {
        try (ArticlePublisher publisher = publisher(ObservedAt.assumed())) {
            return publisher.retract(articleId, null);
        }
    }

    /** Waits until all that was published is in the final tables, which the topologies of this process must bring. */
    public Newsroom settle() throws InterruptedException {
        return settle(LIMIT);
    }

    /** The same within a time that the caller sets. */
    public Newsroom settle(Duration limit) throws InterruptedException {
        settle(limit, () -> streams != null && streams.failure().isEmpty());
        StreamsRunner running = streams;
        if (running != null && running.failure().isPresent()) {
            throw new AssertionError(
                    "the topologies have failed", running.failure().get());
        }
        return this;
    }

    /** Declares a watch, or takes it back when the expression is null. */
    public void watch(String name, @Nullable String expression, Instant at) {
        Map<String, @Nullable Watch> change = new TreeMap<>();
        change.put(
                name,
                expression == null
                        ? null
                        : Watch.newBuilder()
                                .setName(name)
                                .setExpression(expression)
                                .setDeclaredAt(at)
                                .build());
        new Watches(cluster.settings(), topics).write(change, at);
    }

    /** Waits until all that was published is in the final tables. */
    public void settle(Duration limit, BooleanSupplier alive) throws InterruptedException {
        try (Quiescence quiescence = quiescence()) {
            Map<String, Long> left = quiescence.await(limit, alive);
            if (!left.isEmpty() && alive.getAsBoolean()) {
                throw new AssertionError("not finished within " + limit + ", left to do: " + left);
            }
        }
    }

    /** Watches what is left to do; whoever asks for it closes it. */
    public Quiescence quiescence() {
        return new Quiescence(cluster.bootstrap(), Map.of(applicationId(), topics.inputsOfStreams()));
    }

    public FinalTables tables() {
        return new FinalTables(cluster.bootstrap(), topics);
    }

    /** Digest of the final tables, each by its own, so that a difference tells where it is. */
    public Map<String, String> digests() {
        TableDigest digest = tables().digest();
        Map<String, String> all = new TreeMap<>(digest.perTable());
        all.put("(total)", digest.total());
        return all;
    }

    public Summary summary() {
        return Summary.of(tables(), topics, cluster.settings());
    }

    @Override
    public void close() {
        stop();
    }

    private ArticlePublisher publisher(ObservedAt observedAt) {
        return ArticlePublisher.open(cluster.settings(), topics, null, observedAt, Clock.systemUTC());
    }
}
