/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.erase;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.common.GroupState;

import io.vestnik.cli.pipeline.Calls;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;

/**
 * The applications over Kafka Streams that read the topics of a namespace, whatever their ids are: groups that have
 * committed for one of these topics and have topics of their own.
 */
final class Applications {
    private static final String CHANGELOG = "-changelog";
    private static final String REPARTITION = "-repartition";

    /**
     * One application.
     *
     * @param id its application id
     * @param running whether an instance of it takes part in the work
     * @param changelogs topics that its stores are restored from
     * @param repartitions topics that it sends records to itself by
     */
    record Application(String id, boolean running, Set<String> changelogs, Set<String> repartitions) {}

    private Applications() {}

    /** The applications that have worked on the topics of a namespace. */
    static List<Application> of(Admin admin, Topics topics) {
        Collection<GroupListing> groups = Calls.get(admin.listGroups().all());
        List<String> ids = groups.stream()
                .map(GroupListing::groupId)
                // Of two ids of which one begins the other, topics are of the longer one.
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
        Map<String, Set<String>> internal = new TreeMap<>();
        for (String topic : Calls.get(admin.listTopics().names())) {
            if (topic.endsWith(CHANGELOG) || topic.endsWith(REPARTITION)) {
                ids.stream()
                        .filter(id -> topic.startsWith(id + "-"))
                        .findFirst()
                        .ifPresent(id -> internal.computeIfAbsent(id, any -> new TreeSet<>())
                                .add(topic));
            }
        }
        Set<String> catalogue = new TreeSet<>();
        for (Topic<?> topic : topics.all()) {
            catalogue.add(topic.name());
        }
        List<Application> applications = new ArrayList<>();
        for (GroupListing group : groups) {
            Set<String> own = internal.getOrDefault(group.groupId(), Set.of());
            if (!own.isEmpty() && reads(admin, group.groupId(), catalogue)) {
                applications.add(new Application(
                        group.groupId(), runs(group.groupState()), ending(own, CHANGELOG), ending(own, REPARTITION)));
            }
        }
        applications.sort(Comparator.comparing(Application::id));
        return applications;
    }

    private static boolean reads(Admin admin, String group, Set<String> topics) {
        return Calls.get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()).keySet().stream()
                .anyMatch(partition -> topics.contains(partition.topic()));
    }

    private static boolean runs(Optional<GroupState> state) {
        return state.isPresent() && state.get() != GroupState.EMPTY && state.get() != GroupState.DEAD;
    }

    private static Set<String> ending(Set<String> topics, String end) {
        Set<String> ending = new TreeSet<>(topics);
        ending.removeIf(topic -> !topic.endsWith(end));
        return ending;
    }
}
