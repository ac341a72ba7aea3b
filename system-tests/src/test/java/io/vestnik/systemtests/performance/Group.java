/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.performance;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.StreamsGroupDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.utils.Utils;

import io.vestnik.systemtests.Newsroom;

/** The group of the instances of an application, as the broker knows it, by either protocol. */
final class Group {
    private static final String STREAMS = "streams";
    private static final String LANGUAGE = "ru";

    private final Admin admin;
    private final String id;
    private final boolean streams;
    private final String deskTopic;
    private final int deskPartition;

    Group(Admin admin, Newsroom room, String protocol) {
        this.admin = admin;
        this.id = room.applicationId();
        this.streams = protocol.equals(STREAMS);
        this.deskTopic = id + "-desk-repartition";
        this.deskPartition =
                Utils.toPositive(Utils.murmur2(LANGUAGE.getBytes(StandardCharsets.UTF_8))) % room.partitions();
    }

    /** By the newer protocol the broker decides on standbys, not the application. */
    void keepStandbys(int standbys) throws InterruptedException {
        if (streams) {
            ConfigResource group = new ConfigResource(ConfigResource.Type.GROUP, id);
            ConfigEntry entry = new ConfigEntry("streams.num.standby.replicas", Integer.toString(standbys));
            get(admin.incrementalAlterConfigs(
                            Map.of(group, List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET))))
                    .all());
        }
    }

    /** Members that have work. */
    int members() throws InterruptedException {
        return owners().size();
    }

    /** Client id of the instance that holds the desk. */
    String deskIsAt() throws InterruptedException {
        return owners().entrySet().stream()
                .filter(owner -> owner.getValue().contains(deskPartition))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no instance holds the desk of " + LANGUAGE));
    }

    /** Desks' partitions by client id of the instance; an instance with other work only has none. */
    private Map<String, Set<Integer>> owners() throws InterruptedException {
        Map<String, Set<Integer>> owners = new TreeMap<>();
        if (streams) {
            StreamsGroupDescription described = Objects.requireNonNull(
                    get(admin.describeStreamsGroups(List.of(id)).all()).get(id), id);
            Set<String> desks = new TreeSet<>();
            described.subtopologies().forEach(part -> {
                if (part.repartitionSourceTopics().containsKey(deskTopic)) {
                    desks.add(part.subtopologyId());
                }
            });
            described
                    .members()
                    .forEach(member -> member.assignment().activeTasks().forEach(tasks -> {
                        Set<Integer> held = owners.computeIfAbsent(instance(member.clientId()), key -> new TreeSet<>());
                        if (desks.contains(tasks.subtopologyId())) {
                            held.addAll(tasks.partitions());
                        }
                    }));
        } else {
            ConsumerGroupDescription described = Objects.requireNonNull(
                    get(admin.describeConsumerGroups(List.of(id)).all()).get(id), id);
            described
                    .members()
                    .forEach(member -> member.assignment().topicPartitions().forEach(partition -> {
                        Set<Integer> held = owners.computeIfAbsent(instance(member.clientId()), key -> new TreeSet<>());
                        if (partition.topic().equals(deskTopic)) {
                            held.add(partition.partition());
                        }
                    }));
        }
        return owners;
    }

    /** A client's id begins with that of its instance. */
    private static String instance(String clientId) {
        return clientId.substring(0, clientId.indexOf('-'));
    }

    private static <T> T get(KafkaFuture<T> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker does not tell of the group: " + e.getCause(), e.getCause());
        }
    }
}
