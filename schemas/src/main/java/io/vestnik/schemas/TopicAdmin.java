/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Brings the topics of a cluster in line with the catalogue. */
public final class TopicAdmin {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private TopicAdmin() {}

    /** A topic of the cluster as it is. */
    private record Actual(int partitions, Config config) {
        String setting(String name) {
            ConfigEntry entry = config.get(name);
            return entry == null || entry.value() == null ? "" : entry.value();
        }
    }

    /**
     * Creates what is missing and leaves what is there as it is. Returns when the cluster shows all topics.
     *
     * @param partitions partitions of new topics, and the least of topics that are there; 0 = as the catalogue says for
     *     new ones, and as they are for those that are there
     * @param replication replicas of new topics; 0 or less = as the broker does by default
     * @return names of the created topics
     * @throws TopicMismatchException when a topic is there with another cleanup policy or with fewer partitions, or when
     *     the numbers of partitions of those that are joined by article differ; nothing is created then
     * @throws KafkaException when the cluster does not do it
     */
    public static List<String> ensure(Admin admin, Collection<Topic<?>> topics, int partitions, short replication) {
        Map<String, Actual> actual = describe(admin, topics);
        check(topics, actual, partitions);
        List<NewTopic> missing = topics.stream()
                .filter(topic -> !actual.containsKey(topic.name()))
                .map(topic -> newTopic(topic, wanted(topic, actual, partitions), replication))
                .toList();
        List<String> created = create(admin, missing);
        if (!missing.isEmpty()) {
            // Others create topics at the same time; what they made is held against the catalogue as well.
            check(topics, awaitAll(admin, topics), partitions);
        }
        return created;
    }

    /** A created topic is known to the controller first, and to the brokers, who are asked for it, some time later. */
    private static Map<String, Actual> awaitAll(Admin admin, Collection<Topic<?>> topics) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Map<String, Actual> actual = describe(admin, topics);
            if (actual.size() == topics.size()) {
                return actual;
            }
            if (System.nanoTime() > deadline) {
                List<String> unseen = topics.stream()
                        .map(Topic::name)
                        .filter(name -> !actual.containsKey(name))
                        .toList();
                throw new KafkaException("The cluster does not show topics that were made " + PATIENCE.toSeconds()
                        + " s ago: " + unseen + ". Check that its brokers run.");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
    }

    /**
     * How the cluster differs from the catalogue, a line each: {@code name: missing}, {@code name: partitions 2, catalogue
     * 4} or {@code name: cleanup.policy delete, catalogue compact}. Empty when it does not.
     *
     * @throws KafkaException when the cluster does not tell
     */
    public static List<String> diff(Admin admin, Collection<Topic<?>> topics) {
        Map<String, Actual> actual = describe(admin, topics);
        List<String> lines = new ArrayList<>();
        for (Topic<?> topic : topics) {
            Actual found = actual.get(topic.name());
            if (found == null) {
                lines.add(topic.name() + ": missing");
                continue;
            }
            if (found.partitions() != topic.partitions()) {
                lines.add(line(topic, "partitions", found.partitions(), topic.partitions()));
            }
            topic.config().forEach((setting, wanted) -> {
                if (!found.setting(setting).equals(wanted)) {
                    lines.add(line(topic, setting, found.setting(setting), wanted));
                }
            });
        }
        return lines;
    }

    private static void check(Collection<Topic<?>> topics, Map<String, Actual> actual, int partitions) {
        List<String> problems = new ArrayList<>();
        Map<String, Integer> joined = new TreeMap<>();
        for (Topic<?> topic : topics) {
            Actual found = actual.get(topic.name());
            if (found != null) {
                problems.addAll(problems(topic, found, partitions));
            }
            if (Topics.isJoinedByArticle(topic)) {
                joined.put(topic.name(), found == null ? wanted(topic, actual, partitions) : found.partitions());
            }
        }
        if (problems.isEmpty() && new HashSet<>(joined.values()).size() > 1) {
            problems.add("topics that are joined must have the same number of partitions, not " + joined);
        }
        if (!problems.isEmpty()) {
            throw new TopicMismatchException(problems);
        }
    }

    private static List<String> problems(Topic<?> topic, Actual found, int least) {
        List<String> problems = new ArrayList<>();
        String cleanup = found.setting(TopicConfig.CLEANUP_POLICY_CONFIG);
        if (!cleanup.equals(topic.cleanup().policy())) {
            problems.add(line(
                    topic,
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    cleanup,
                    topic.cleanup().policy()));
        }
        if (found.partitions() < least) {
            problems.add(line(topic, "partitions", found.partitions(), least));
        }
        return problems;
    }

    private static String line(Topic<?> topic, String what, Object found, Object wanted) {
        return topic.name() + ": " + what + " " + found + ", catalogue " + wanted;
    }

    /** A topic that is joined by articleId gets what those have that are there already. */
    private static int wanted(Topic<?> topic, Map<String, Actual> actual, int partitions) {
        Actual joined = Topics.isJoinedByArticle(topic)
                ? actual.entrySet().stream()
                        .filter(entry -> Topics.isJoinedByArticle(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null)
                : null;
        if (joined != null) {
            return joined.partitions();
        }
        return partitions > 0 ? partitions : topic.partitions();
    }

    private static NewTopic newTopic(Topic<?> topic, int partitions, short replication) {
        Optional<Short> replicas = replication > 0 ? Optional.of(replication) : Optional.empty();
        return new NewTopic(topic.name(), Optional.of(partitions), replicas).configs(topic.config());
    }

    private static List<String> create(Admin admin, List<NewTopic> topics) {
        Map<String, KafkaFuture<Void>> results =
                new TreeMap<>(admin.createTopics(topics).values());
        List<String> created = new ArrayList<>();
        results.forEach((name, result) -> {
            try {
                get(result, "create topic " + name);
                created.add(name);
            } catch (TopicExistsException e) {
                // Made by another process in between, which is as good; the caller looks at it again.
                return;
            }
        });
        return created;
    }

    private static Map<String, Actual> describe(Admin admin, Collection<Topic<?>> topics) {
        List<String> names = topics.stream().map(Topic::name).toList();
        Map<String, TopicDescription> descriptions =
                known(admin.describeTopics(names).topicNameValues(), "describe topic ");
        List<ConfigResource> resources = descriptions.keySet().stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<String, Actual> actual = new LinkedHashMap<>();
        // Another broker may answer, which does not yet know of a topic that was just made.
        known(admin.describeConfigs(resources).values(), "describe the configuration of ")
                .forEach((resource, config) -> actual.put(
                        resource.name(),
                        new Actual(
                                Objects.requireNonNull(descriptions.get(resource.name()))
                                        .partitions()
                                        .size(),
                                config)));
        return actual;
    }

    /** The answers; topics that are not there have none. */
    private static <K, R> Map<K, R> known(Map<K, KafkaFuture<R>> futures, String what) {
        Map<K, R> answers = new LinkedHashMap<>();
        futures.forEach((key, future) -> {
            try {
                answers.put(key, get(future, what + key));
            } catch (UnknownTopicOrPartitionException e) {
                // Missing: the map lacks it.
                return;
            }
        });
        return answers;
    }

    private static <R> R get(KafkaFuture<R> future, String what) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException
                    || e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw (KafkaException) e.getCause();
            }
            throw new KafkaException("The cluster could not " + what + ": " + e.getCause(), e.getCause());
        }
    }
}
