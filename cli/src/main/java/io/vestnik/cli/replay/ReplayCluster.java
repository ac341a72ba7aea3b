/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.replay;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.broker.EmbeddedBroker;
import io.vestnik.cli.pipeline.Offsets;
import io.vestnik.cli.registry.EmbeddedRegistry;
import io.vestnik.schemas.TopicNames;
import io.vestnik.streams.config.VestnikStreamsConfig;

/** The brokers and the registry of a run: those that are named, or an own pair that lives as long as this. */
public final class ReplayCluster implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long PAUSE_MILLIS = 50;

    private final @Nullable EmbeddedBroker broker;
    private final @Nullable EmbeddedRegistry registry;
    private final Map<String, Object> settings;

    private ReplayCluster(
            @Nullable EmbeddedBroker broker, @Nullable EmbeddedRegistry registry, Map<String, Object> settings) {
        this.broker = broker;
        this.registry = registry;
        this.settings = settings;
    }

    /**
     * An own broker and an own registry.
     *
     * @param directory where the broker keeps its data
     */
    static ReplayCluster embedded(Path directory) {
        EmbeddedBroker broker = EmbeddedBroker.start(directory);
        try {
            EmbeddedRegistry registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0);
            Map<String, Object> settings = new TreeMap<>();
            settings.put(VestnikStreamsConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
            settings.put(VestnikStreamsConfig.SCHEMA_REGISTRY_URL_CONFIG, registry.url());
            return new ReplayCluster(broker, registry, settings);
        } catch (RuntimeException e) {
            broker.close();
            throw e;
        }
    }

    /**
     * Brokers and a registry that are there.
     *
     * @param settings of clients, with the addresses of both
     */
    static ReplayCluster existing(Map<String, Object> settings) {
        return new ReplayCluster(null, null, settings);
    }

    /** Settings of clients: the addresses of brokers and registry, and what else was given. */
    Map<String, Object> settings() {
        return settings;
    }

    /** Addresses of the brokers. */
    String bootstrap() {
        return String.valueOf(settings.get(VestnikStreamsConfig.BOOTSTRAP_SERVERS_CONFIG));
    }

    /**
     * Makes sure that nothing of a run is here.
     *
     * @throws CommandFailure when there is
     */
    void mustBeFree(RunId run) {
        try (Admin admin = admin()) {
            Set<String> topics = topics(admin, run);
            if (!topics.isEmpty()) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "Run " + run
                                + " is in use on this cluster, which has its topics. Take another --run-id, or remove"
                                + " it with 'vestnik replay rm " + run + " --bootstrap " + bootstrap() + "'.");
            }
        }
    }

    /**
     * Removes the topics and the groups of a run from a cluster.
     *
     * @param settings of clients
     * @return how many topics there were
     */
    public static int remove(Map<String, Object> settings, RunId run) {
        try (ReplayCluster cluster = existing(settings);
                Admin admin = cluster.admin()) {
            Set<String> topics = topics(admin, run);
            get(admin.deleteTopics(topics).all());
            awaitGone(admin, run);
            Collection<GroupListing> groups = get(admin.listGroups().all());
            for (GroupListing group : groups) {
                if (group.groupId().equals(run.applicationId())) {
                    get(admin.deleteConsumerGroups(Set.of(group.groupId())).all());
                }
            }
            return topics.size();
        }
    }

    /** Brokers are told of a removal a moment after it is done. */
    private static void awaitGone(Admin admin, RunId run) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!topics(admin, run).isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new CommandFailure(
                        ExitCode.UNAVAILABLE,
                        "The cluster still has topics of run " + run + " after " + PATIENCE + ".");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
    }

    /** Its topics, and those that its application has made for itself. */
    private static Set<String> topics(Admin admin, RunId run) {
        Set<String> topics = new TreeSet<>(get(admin.listTopics().names()));
        topics.removeIf(name ->
                !TopicNames.namespace(name).equals(run.namespace()) && !name.startsWith(run.applicationId() + "-"));
        return topics;
    }

    private Admin admin() {
        return Admin.create(impatient(settings));
    }

    /** Settings of clients that soon say so when nobody answers. */
    static Map<String, Object> impatient(Map<String, Object> settings) {
        Map<String, Object> impatient = new TreeMap<>(settings);
        impatient.putIfAbsent(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        impatient.putIfAbsent(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        return impatient;
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return Offsets.get(answer);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    @Override
    public void close() {
        if (registry != null) {
            registry.close();
        }
        if (broker != null) {
            broker.close();
        }
    }
}
