/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;

import io.vestnik.cli.pipeline.FinalTables;
import io.vestnik.cli.pipeline.Quiescence;
import io.vestnik.cli.pipeline.Summary;
import io.vestnik.producer.ArticlePublisher;
import io.vestnik.producer.ArticleSource;
import io.vestnik.producer.ObservedAt;
import io.vestnik.producer.PublishListener;
import io.vestnik.producer.PublishReport;
import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.schemas.TableDigest;
import io.vestnik.schemas.TopicAdmin;
import io.vestnik.schemas.Topics;
import io.vestnik.streams.StreamsRunner;
import io.vestnik.streams.config.VestnikStreamsConfig;

/**
 * One run of the pipeline: a namespace of its own in a cluster, so that many runs can share a broker and none sees
 * another. The topologies are started in this process, or by the test as processes.
 */
final class Newsroom implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Cluster cluster;
    private final String name;
    private final int partitions;
    private final Topics topics;
    private @Nullable StreamsRunner streams;

    /**
     * Makes the topics.
     *
     * @param name letters and digits; no other run of the cluster has it
     * @param partitions of each topic
     */
    Newsroom(Cluster cluster, String name, int partitions) throws InterruptedException {
        this.cluster = cluster;
        this.name = name;
        this.partitions = partitions;
        this.topics = new Topics("replay." + name + ".");
        try (Admin admin = Admin.create(cluster.settings())) {
            TopicAdmin.ensure(admin, topics.all(), partitions, (short) 1);
        }
    }

    Topics topics() {
        return topics;
    }

    String applicationId() {
        return "vestnik-" + name;
    }

    /** Starts the topologies in this process. */
    Newsroom start(Path state) throws InterruptedException {
        Map<String, Object> config = cluster.settings();
        config.put(ApplicationSettings.APPLICATION_ID, applicationId());
        config.put(VestnikStreamsConfig.NAMESPACE_CONFIG, topics.namespace());
        config.put(VestnikStreamsConfig.PARTITIONS_CONFIG, partitions);
        config.put(VestnikStreamsConfig.STATE_DIR_CONFIG, state.resolve(name).toString());
        config.put(ApplicationSettings.REPLICATION_FACTOR, 1);
        config.put(ApplicationSettings.STANDBYS, 0);
        StreamsRunner runner = new StreamsRunner(new VestnikStreamsConfig(config));
        streams = runner;
        runner.start();
        return this;
    }

    /** Stops the topologies in this process; they can be started again. */
    void stop() {
        StreamsRunner running = streams;
        if (running != null) {
            running.close();
            streams = null;
        }
    }

    /** Starts the topologies as a process; whoever starts it ends it. */
    VestnikProcess startProcess(Path dir, String state) {
        return VestnikProcess.start(
                dir,
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
                "1",
                "--set",
                VestnikStreamsConfig.PARTITIONS_CONFIG + "=" + partitions,
                "--set",
                ApplicationSettings.REPLICATION_FACTOR + "=1",
                "--set",
                ApplicationSettings.STANDBYS + "=0");
    }

    /** Publishes a source, which is closed. */
    PublishReport publish(ArticleSource source, ObservedAt observedAt) throws IOException, InterruptedException {
        try (ArticlePublisher publisher = publisher(observedAt);
                source) {
            return publisher.publish(source, PublishListener.NONE);
        }
    }

    /** Publishes articles that bear their times. */
    PublishReport publish(ArticleSource source) throws IOException, InterruptedException {
        return publish(source, ObservedAt.assumed());
    }

    boolean retract(String articleId) {
        try (ArticlePublisher publisher = publisher(ObservedAt.assumed())) {
            return publisher.retract(articleId, null);
        }
    }

    /** Waits until all that was published is in the final tables, which the topologies of this process must bring. */
    Newsroom settle() throws InterruptedException {
        return settle(LIMIT);
    }

    /** The same within a time that the caller sets. */
    Newsroom settle(Duration limit) throws InterruptedException {
        settle(limit, () -> streams != null && streams.failure().isEmpty());
        StreamsRunner running = streams;
        if (running != null && running.failure().isPresent()) {
            throw new AssertionError(
                    "the topologies have failed", running.failure().get());
        }
        return this;
    }

    /** Waits until all that was published is in the final tables. */
    void settle(Duration limit, BooleanSupplier alive) throws InterruptedException {
        try (Quiescence quiescence = quiescence()) {
            Map<String, Long> left = quiescence.await(limit, alive);
            if (!left.isEmpty() && alive.getAsBoolean()) {
                throw new AssertionError("not finished within " + limit + ", left to do: " + left);
            }
        }
    }

    /** Watches what is left to do; whoever asks for it closes it. */
    Quiescence quiescence() {
        return new Quiescence(cluster.bootstrap(), Map.of(applicationId(), List.of(topics.articles, topics.analyses)));
    }

    FinalTables tables() {
        return new FinalTables(cluster.bootstrap(), topics);
    }

    /** Digest of the final tables, each by its own, so that a difference tells where it is. */
    Map<String, String> digests() {
        TableDigest digest = tables().digest();
        Map<String, String> all = new TreeMap<>(digest.perTable());
        all.put("(total)", digest.total());
        return all;
    }

    Summary summary() {
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
