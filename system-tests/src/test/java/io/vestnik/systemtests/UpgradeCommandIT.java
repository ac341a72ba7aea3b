/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.ExitCode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** {@code vestnik upgrade} as a process: what it asks, how it ends, and that it may be killed. */
@Timeout(900)
class UpgradeCommandIT {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final String NARROW = "desk.window.ms=600000";

    @RegisterExtension
    static final Cluster cluster = Cluster.ofClass();

    @TempDir
    static Path data;

    private static List<CorpusGenerator.Article> corpus;
    private static Map<String, String> expected;

    @BeforeAll
    static void runFresh() throws Exception {
        corpus = new CorpusGenerator(6, Instant.parse("2025-01-10T00:00:00Z")).make(120);
        try (Newsroom fresh = new Newsroom(cluster, "fresh", 1)) {
            fresh.publish(News.lines(corpus));
            fresh.start(data.resolve("fresh"), Map.of("desk.window.ms", "600000"))
                    .settle(LIMIT);
            expected = fresh.digests();
        }
    }

    @Test
    void shouldShowWhatWouldChangeAndWaitForAWord() throws Exception {
        Newsroom room = room("asked");
        Map<String, String> before = room.digests();

        VestnikProcess.Result asked = upgrade(room, "--set", NARROW);
        assertThat(asked.status()).as(asked.err()).isEqualTo(ExitCode.UNCONFIRMED.status());
        assertThat(asked.out()).contains("stories split: ").contains("ONLY vestnik-asked-next");
        assertThat(asked.err()).contains("--yes").contains("--abandon");
        assertThat(room.digests()).isEqualTo(before);

        VestnikProcess.Result other = upgrade(room, "--set", "desk.window.ms=700000");
        assertThat(other.status()).isEqualTo(ExitCode.USAGE.status());
        assertThat(other.err()).contains("is under way").contains("--set " + NARROW);

        VestnikProcess.Result erased = VestnikProcess.run(
                data,
                LIMIT,
                "erase",
                corpus.get(0).id(),
                "--bootstrap",
                cluster.bootstrap(),
                "--registry",
                cluster.registryUrl(),
                "--namespace",
                room.topics().namespace());
        assertThat(erased.status()).isEqualTo(ExitCode.USAGE.status());
        assertThat(erased.err()).contains("An upgrade is under way").contains("nothing was erased");

        VestnikProcess.Result confirmed = upgrade(room, "--set", NARROW, "--yes", "--json");
        assertThat(confirmed.status()).as(confirmed.err()).isZero();
        assertThat(confirmed.out().lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .contains("vestnik-asked-next");
        assertThat(room.digests()).isEqualTo(expected);

        VestnikProcess.Result again = upgrade(room, "--set", NARROW, "--yes");
        assertThat(again.status()).isZero();
        assertThat(again.out()).contains("nothing was done");
    }

    @Test
    void shouldBeBroughtToItsEndHoweverOftenItIsKilled() throws Exception {
        Newsroom room = room("shot");
        int kills = 0;
        boolean ended = false;
        // Each run is given a little more time than the one before, until one comes to its end.
        for (int seconds = 2; !ended; seconds += 2) {
            try (VestnikProcess process = VestnikProcess.start(data, arguments(room, "--set", NARROW, "--yes"))) {
                ended = process.endsWithin(Duration.ofSeconds(seconds));
                if (ended) {
                    assertThat(process.await(LIMIT)).as(process.tail()).isZero();
                } else {
                    process.kill();
                    kills++;
                }
            }
        }
        assertThat(kills).isPositive();
        assertThat(room.digests()).isEqualTo(expected);
    }

    @Test
    void shouldRefuseOtherModelsUntilTheTablesAreBuiltWithThem() throws Exception {
        Newsroom room = room("models");
        String next = room.applicationId() + "-next";
        String other = OtherModels.classPath(data.resolve("other"));

        VestnikProcess.Result refused = VestnikProcess.runWith(other, data, LIMIT, streams(room, room.applicationId()));
        assertThat(refused.status()).as(refused.err()).isEqualTo(ExitCode.FAILED.status());
        assertThat(refused.err())
                .contains("The tables of vestnik-models were built with something else")
                .contains(OtherModels.CHANGED + " is ")
                .contains("make another application with 'vestnik upgrade'")
                .doesNotContain("steps", "\tat ");

        VestnikProcess.Result upgraded = VestnikProcess.runWith(other, data, LIMIT, arguments(room, "--yes"));
        assertThat(upgraded.status()).as(upgraded.err()).isZero();
        try (VestnikProcess running = VestnikProcess.startWith(other, data, streams(room, next))) {
            await("it runs").atMost(LIMIT).until(() -> running.printed().contains("Running as " + next));
        }

        VestnikProcess.Result before = VestnikProcess.run(data, LIMIT, streams(room, next));
        assertThat(before.status()).as(before.err()).isEqualTo(ExitCode.FAILED.status());
        assertThat(before.err()).contains(OtherModels.CHANGED + " is ");
    }

    @Test
    void shouldSayWhatIsWrong() throws Exception {
        Newsroom room = new Newsroom(cluster, "wrong", 1);
        VestnikProcess.Result unknown = upgrade(room, "--set", "desk.widow.ms=1");
        assertThat(unknown.status()).isEqualTo(ExitCode.USAGE.status());
        assertThat(unknown.err()).contains("Unknown setting 'desk.widow.ms'");

        VestnikProcess.Result idle = upgrade(room, "--abandon");
        assertThat(idle.status()).isEqualTo(ExitCode.USAGE.status());
        assertThat(idle.err()).contains("No upgrade is under way");

        VestnikProcess.Result nobody =
                VestnikProcess.run(data, LIMIT, "upgrade", "--bootstrap", "127.0.0.1:1", "--application-id", "next");
        assertThat(nobody.status()).isEqualTo(ExitCode.UNAVAILABLE.status());
        assertThat(nobody.err()).contains("The cluster does not answer").doesNotContain("\tat ");
    }

    private static Newsroom room(String name) throws Exception {
        try (Newsroom room = new Newsroom(cluster, name, 1)) {
            room.publish(News.lines(corpus));
            room.start(data.resolve(name)).settle(LIMIT);
            return room;
        }
    }

    private static VestnikProcess.Result upgrade(Newsroom room, String... more) throws InterruptedException {
        return VestnikProcess.run(data, LIMIT, arguments(room, more));
    }

    private static String[] streams(Newsroom room, String applicationId) {
        return new String[] {
            "streams",
            "--bootstrap",
            cluster.bootstrap(),
            "--registry",
            cluster.registryUrl(),
            "--namespace",
            room.topics().namespace(),
            "--application-id",
            applicationId,
            "--state-dir",
            data.resolve(room.applicationId()).toString(),
            "--set",
            "replication.factor=1"
        };
    }

    private static String[] arguments(Newsroom room, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "upgrade",
                "--bootstrap",
                cluster.bootstrap(),
                "--registry",
                cluster.registryUrl(),
                "--namespace",
                room.topics().namespace(),
                "--from",
                room.applicationId(),
                "--application-id",
                room.applicationId() + "-next",
                "--state-dir",
                data.resolve(room.applicationId()).toString(),
                "--set",
                "replication.factor=1"));
        arguments.addAll(List.of(more));
        return arguments.toArray(new String[0]);
    }
}
