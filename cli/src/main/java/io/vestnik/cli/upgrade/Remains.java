/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.upgrade;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.streams.TopologyDescription;
import org.jspecify.annotations.Nullable;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.pipeline.Calls;
import io.vestnik.schemas.TopicNames;
import io.vestnik.streams.VestnikTopology;
import io.vestnik.streams.config.VestnikStreamsConfig;

/** What an application has on the cluster for itself: its group, its changelogs and repartition topics, its transactions. */
final class Remains {
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Admin admin;
    private final Set<String> internal = new TreeSet<>();

    /**
     * Knows the internal topics of this version's topologies.
     *
     * @param config any configuration of them
     */
    Remains(Admin admin, VestnikStreamsConfig config) {
        this.admin = admin;
        for (TopologyDescription.Subtopology part : new VestnikTopology(config, Clock.systemUTC())
                .build(1)
                .describe()
                .subtopologies()) {
            for (TopologyDescription.Node node : part.nodes()) {
                if (node instanceof TopologyDescription.Processor processor) {
                    processor.stores().forEach(store -> internal.add(store + "-changelog"));
                } else if (node instanceof TopologyDescription.Source source && source.topicSet() != null) {
                    source.topicSet().stream()
                            .filter(name -> name.endsWith("-repartition"))
                            .forEach(internal::add);
                }
            }
        }
    }

    /** Whether the cluster knows the application at all. */
    boolean exists(String applicationId) {
        return state(applicationId) != null || !topics(applicationId).isEmpty();
    }

    /** Whether no instance of it is in its group. */
    boolean isStopped(String applicationId) {
        GroupState state = state(applicationId);
        return state == null || state == GroupState.EMPTY || state == GroupState.DEAD;
    }

    private @Nullable GroupState state(String applicationId) {
        for (GroupListing group : Calls.get(admin.listGroups().all())) {
            if (group.groupId().equals(applicationId)) {
                return group.groupState().orElse(GroupState.UNKNOWN);
            }
        }
        return null;
    }

    /** Aborts what its instances have left open, and lets none of them commit any more. */
    void fence(String applicationId) {
        Pattern own = Pattern.compile(Pattern.quote(applicationId) + "-" + UUID + "-\\d+");
        List<String> ids = Calls.get(admin.listTransactions().all()).stream()
                .map(TransactionListing::transactionalId)
                .filter(id -> own.matcher(id).matches())
                .sorted()
                .toList();
        if (!ids.isEmpty()) {
            Calls.get(admin.fenceProducers(ids).all());
        }
    }

    /** Its internal topics that are there. */
    Set<String> topics(String applicationId) {
        Set<String> topics = new TreeSet<>();
        internal.forEach(name -> topics.add(applicationId + "-" + name));
        topics.retainAll(Calls.get(admin.listTopics().names()));
        return topics;
    }

    /**
     * Topics that look like its own but are of no store or step of this version. Those of applications whose ids begin like
     * its id are left out.
     */
    Set<String> unknown(String applicationId, String other) {
        List<String> others = new ArrayList<>(List.of(other));
        Calls.get(admin.listGroups().all()).forEach(group -> others.add(group.groupId()));
        others.removeIf(id -> id.equals(applicationId) || !id.startsWith(applicationId));
        Set<String> unknown = new TreeSet<>(Calls.get(admin.listTopics().names()));
        unknown.removeAll(topics(applicationId));
        unknown.removeIf(name -> !name.startsWith(applicationId + "-")
                || !(name.endsWith("-changelog") || name.endsWith("-repartition"))
                || others.stream().anyMatch(id -> name.startsWith(id + "-")));
        return unknown;
    }

    /**
     * Removes its group and its internal topics.
     *
     * @throws CommandFailure when an instance of it runs
     */
    void remove(String applicationId) {
        try {
            Calls.get(admin.deleteConsumerGroups(Set.of(applicationId)).all());
        } catch (GroupNotEmptyException e) {
            throw new CommandFailure(
                    ExitCode.UNAVAILABLE,
                    "The application " + applicationId + " still runs. Stop it and run the same command again.",
                    e);
        } catch (GroupIdNotFoundException e) {
            // Removed before, by a run that did not come to its end.
        }
        removeTopics(topics(applicationId));
    }

    /** Removes all topics of a namespace. */
    void removeNamespace(String namespace) {
        Set<String> topics = new TreeSet<>(Calls.get(admin.listTopics().names()));
        topics.removeIf(name -> !TopicNames.namespace(name).equals(namespace));
        removeTopics(topics);
    }

    /** Whether topics of a namespace are there. */
    boolean hasNamespace(String namespace) {
        return Calls.get(admin.listTopics().names()).stream()
                .anyMatch(name -> TopicNames.namespace(name).equals(namespace));
    }

    private void removeTopics(Collection<String> names) {
        Calls.get(admin.deleteTopics(names).all());
        Answers.await(
                () -> Calls.get(admin.listTopics().names()).stream().noneMatch(names::contains),
                "The cluster still has topics that were removed: " + names);
    }
}
