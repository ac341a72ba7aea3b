/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;

import io.vestnik.cli.pipeline.Quiescence;
import io.vestnik.cli.upgrade.Upgrades;
import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.streams.StreamsRunner;

import static org.assertj.core.api.Assertions.assertThat;

/** What tests of upgrades do to the applications of a cluster and look for in it. */
final class UpgradeFixture {
    /** What the new application has otherwise. */
    static final Map<String, String> NARROW = Map.of("desk.window.ms", "600000");

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Cluster cluster;
    private final Path data;

    /**
     * Over a cluster.
     *
     * @param data where applications may keep state
     */
    UpgradeFixture(Cluster cluster, Path data) {
        this.cluster = cluster;
        this.data = data;
    }

    /** Application id of the application of that name that is to take the place. */
    String id(Newsroom room, String name) {
        return room.applicationId() + "-" + name;
    }

    /** Settings of it. */
    Map<String, Object> target(Newsroom room, String name) {
        Map<String, Object> target = new TreeMap<>(NARROW);
        target.put(ApplicationSettings.APPLICATION_ID, id(room, name));
        return target;
    }

    /** Begins an upgrade, and does no more. */
    void open(Newsroom room, Map<String, ?> target) throws Exception {
        try (Upgrades upgrades = new Upgrades(cluster.settings(), room.config(data.resolve("other"), target))) {
            upgrades.open(room.applicationId(), new UpgradeSteps(step -> {}));
        }
    }

    /** Waits until an application has nothing left to do. */
    void settle(Newsroom room, String id, StreamsRunner runner) throws InterruptedException {
        try (Quiescence quiescence =
                new Quiescence(cluster.bootstrap(), Map.of(id, room.topics().inputsOfStreams()))) {
            assertThat(quiescence.await(LIMIT, () -> runner.failure().isEmpty()))
                    .as("left to do")
                    .isEmpty();
            assertThat(runner.failure()).isEmpty();
        }
    }

    /** Topics of the cluster of an application, or of those that it was built in. */
    List<String> names(Newsroom room, String name) throws Exception {
        try (Admin admin = Admin.create(cluster.settings())) {
            String staging = room.topics().namespace() + "upgrade.";
            return admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(id(room, name) + "-") || topic.startsWith(staging))
                    .sorted()
                    .toList();
        }
    }

    /** Only what the new application needs is there. */
    void assertNothingIsLeft(Newsroom room, String name) throws Exception {
        try (Admin admin = Admin.create(cluster.settings())) {
            assertThat(admin.listTopics().names().get())
                    .noneMatch(topic -> topic.startsWith(room.topics().namespace() + "upgrade."))
                    .noneMatch(topic ->
                            topic.startsWith(room.applicationId() + "-") && !topic.startsWith(id(room, name) + "-"))
                    .anyMatch(topic -> topic.startsWith(id(room, name) + "-"));
            assertThat(admin.listGroups().all().get())
                    .extracting(GroupListing::groupId)
                    .doesNotContain(room.applicationId())
                    .contains(id(room, name));
        }
    }
}
