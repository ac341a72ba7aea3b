/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.producer.ObservedAt;

import static org.assertj.core.api.Assertions.assertThat;

/** {@code vestnik erase} as a user runs it, beside applications that are processes of their own. */
@Timeout(900)
class EraseCommandIT {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final ObservedAt OBSERVED = ObservedAt.given(Instant.parse("2025-03-13T00:00:00Z"));
    private static final String ERASED = "5-other.txt";
    private static final List<String> WORDS = List.of("Ольховк", "ольховк", "Кораблёв", "телескоп");
    private static final int FAILED = 1;
    private static final int UNAVAILABLE = 3;

    @TempDir
    Path dir;

    private Cluster cluster;
    private Newsroom room;

    @BeforeEach
    void publish() throws Exception {
        cluster = Cluster.embedded(dir.resolve("kafka"));
        room = new Newsroom(cluster, "erase", 2);
        room.publish(News.batch(News.files(News.harbour())), OBSERVED);
    }

    @AfterEach
    void stop() {
        room.close();
        cluster.close();
    }

    @Test
    void shouldEndWhatWasKilledAndRidRunningInstancesOfIt() throws Exception {
        KeptBytes words = new KeptBytes(WORDS);
        Map<String, String> without;
        try (Newsroom never = new Newsroom(cluster, "never", 2)) {
            List<Path> others = News.files(News.harbour()).stream()
                    .filter(file -> !file.endsWith(ERASED))
                    .toList();
            never.publish(News.batch(others), OBSERVED);
            never.start(dir.resolve("never"));
            without = never.settle().digests();
        }
        // Stopped and started again, stores have on disk what they had in memory.
        run(() -> assertThat(room.digests()).isNotEqualTo(without));
        assertThat(words.files(dir.resolve("streams"))).isNotEmpty();
        assertThat(words.files(dir.resolve("consumer"))).isNotEmpty();
        Map<String, String> before = settings();

        run(() -> {
            kill("Writing ");
            kill("Waiting for the brokers");
            assertThat(settings())
                    .as("an erasure that was killed has left its settings")
                    .isNotEqualTo(before);

            VestnikProcess.Result erased = erase(ERASED);
            assertThat(erased.status()).as(erased.err()).isZero();
            assertThat(erased.out()).contains("erased " + ERASED);
            assertThat(settings()).isEqualTo(before);
            assertThat(room.digests()).isEqualTo(without);
            assertThat(words.topics(cluster.bootstrap())).isEmpty();
            Awaitility.await("running instances have heard of it")
                    .atMost(LIMIT)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(words.files(dir.resolve("streams"), dir.resolve("consumer")))
                            .isEmpty());
            Awaitility.await().atMost(LIMIT).untilAsserted(() -> assertThat(words.segments(dir.resolve("kafka")))
                    .isEmpty());
            room.settle(LIMIT, () -> true);
            assertThat(room.digests()).isEqualTo(without);

            VestnikProcess.Result again = erase(ERASED);
            assertThat(again.status()).as(again.err()).isZero();
            assertThat(again.out()).contains(ERASED + " was erased already");
        });
        assertThat(words.files(dir.resolve("streams"), dir.resolve("consumer"), dir.resolve("kafka")))
                .isEmpty();
    }

    @Test
    void shouldRefuseWhatItCannotDoBeforeAnythingIsDone() throws Exception {
        VestnikProcess.Result nobody = VestnikProcess.run(dir, LIMIT, "erase", ERASED, "--bootstrap", "127.0.0.1:1");
        assertThat(nobody.status()).isEqualTo(UNAVAILABLE);
        assertThat(nobody.err()).contains("The cluster does not answer");

        room.start(dir.resolve("streams"));
        room.settle();
        Map<String, String> before = room.digests();
        VestnikProcess.Result unknown = erase("nowhere.txt", ERASED);
        assertThat(unknown.status()).isEqualTo(FAILED);
        assertThat(unknown.err()).contains("holds no article nowhere.txt; nothing was erased");

        room.stop();
        VestnikProcess.Result stopped = erase(ERASED);
        assertThat(stopped.status()).isEqualTo(UNAVAILABLE);
        assertThat(stopped.err()).contains("no instance runs of " + room.applicationId());
        assertThat(room.digests()).isEqualTo(before);

        VestnikProcess.Result lifted = erase("--lift", ERASED);
        assertThat(lifted.status()).isEqualTo(FAILED);
        assertThat(lifted.err()).contains("nothing to lift");
    }

    private interface Work {
        void run() throws Exception;
    }

    /** Runs both applications as processes, and the work when they have nothing left to do. */
    private void run(Work work) throws Exception {
        try (VestnikProcess streams = room.startProcess(dir, "streams");
                VestnikProcess consumer = VestnikProcess.start(
                        dir,
                        command("consume", "--listen", "127.0.0.1:0", "--state-dir", dir.resolve("consumer") + ""))) {
            Awaitility.await("both run")
                    .atMost(LIMIT)
                    .until(() -> consumer.printed().contains("answered at")
                            && streams.printed().contains("Running as"));
            room.settle(LIMIT, () -> streams.alive() && consumer.alive());
            Awaitility.await("the consumer has read the tables")
                    .atMost(LIMIT)
                    .ignoreExceptions()
                    .until(() -> room.tables().count(room.topics().viewStories) > 0);
            work.run();
            streams.terminate();
            consumer.terminate();
            assertThat(streams.await(LIMIT)).as(streams.tail()).isZero();
            assertThat(consumer.await(LIMIT)).as(consumer.tail()).isZero();
        }
    }

    /** Begins an erasure and kills it at a step. */
    private void kill(String step) throws Exception {
        try (VestnikProcess erasing = VestnikProcess.start(dir, command("erase", ERASED))) {
            Awaitility.await(step)
                    .atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> erasing.tail().contains(step) || !erasing.alive());
            assertThat(erasing.alive()).as(erasing.tail()).isTrue();
            erasing.kill();
        }
    }

    private VestnikProcess.Result erase(String... arguments) throws InterruptedException {
        return VestnikProcess.run(dir, LIMIT, command("erase", arguments));
    }

    private String[] command(String name, String... arguments) {
        List<String> all = new ArrayList<>(List.of(name));
        all.addAll(List.of(arguments));
        all.addAll(List.of(
                "--bootstrap",
                cluster.bootstrap(),
                "--registry",
                cluster.registryUrl(),
                "--namespace",
                room.topics().namespace()));
        return all.toArray(new String[0]);
    }

    /** What topics have set for themselves. */
    private Map<String, String> settings() throws Exception {
        Map<String, String> settings = new TreeMap<>();
        try (Admin admin = Admin.create(cluster.settings())) {
            List<ConfigResource> topics = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.contains("erase"))
                    .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                    .toList();
            admin.describeConfigs(topics).all().get().forEach((topic, config) -> config.entries().stream()
                    .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                    .forEach(entry -> settings.put(topic.name() + " " + entry.name(), entry.value())));
        }
        return settings;
    }
}
