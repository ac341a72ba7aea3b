/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.upgrade.Upgrade;
import io.vestnik.cli.upgrade.Upgrades;
import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.streams.StreamsRunner;
import io.vestnik.streams.admission.NotAdmittedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Upgrades that are given up, that have to wait, or that cannot be: the live application and its tables stay as they are. */
@Timeout(900)
class UpgradeRefusedIT {
    private static final int PARTITIONS = 2;
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Instant START = Instant.parse("2025-01-10T00:00:00Z");

    @RegisterExtension
    static final Cluster cluster = Cluster.ofClass();

    @TempDir
    static Path data;

    private static UpgradeFixture fixture;
    private static List<CorpusGenerator.Article> corpus;

    @BeforeAll
    static void start() {
        fixture = new UpgradeFixture(cluster, data);
        corpus = new CorpusGenerator(4, START).make(80);
    }

    @Test
    void shouldLeaveNothingWhenItIsGivenUp() throws Exception {
        Newsroom room = new Newsroom(cluster, "given-up", PARTITIONS);
        room.publish(News.lines(corpus.subList(0, 60)));
        room.start(data.resolve("given-up")).settle(LIMIT);
        Map<String, String> before = room.digests();
        long rows = room.tables().count(room.topics().coverage);
        Map<String, Object> target = fixture.target(room, "first");
        try (Upgrades upgrades = new Upgrades(cluster.settings(), room.config(data.resolve("first"), target))) {
            upgrades.open(room.applicationId(), new UpgradeSteps(step -> {})).build(1);
        }
        assertThatThrownBy(() -> fixture.open(room, fixture.target(room, "second")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("vestnik-given-up-first is under way (BUILDING)")
                .hasMessageContaining("--set desk.window.ms=600000")
                .hasMessageContaining("--abandon");
        assertThatThrownBy(() -> new StreamsRunner(room.config(data.resolve("first"), target)).start())
                .isInstanceOf(NotAdmittedException.class)
                .hasMessageContaining("has not ended");

        try (Upgrades upgrades = new Upgrades(cluster.settings(), room.config(data.resolve("first"), Map.of()))) {
            assertThat(upgrades.abandon()).isEqualTo("vestnik-given-up-first");
        }
        assertThat(fixture.names(room, "first")).isEmpty();
        assertThat(data.resolve("first").resolve("vestnik-given-up-first")).doesNotExist();
        assertThat(room.digests()).isEqualTo(before);
        assertThat(room.tables().count(room.topics().coverage)).isEqualTo(rows);
        assertThatThrownBy(() -> fixture.open(room, target))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("was used before");
        room.publish(News.lines(corpus.subList(60, 80)));
        room.settle(LIMIT);
        room.close();
    }

    @Test
    void shouldNotSwitchWhileTheOldApplicationRuns() throws Exception {
        Newsroom room = new Newsroom(cluster, "running", PARTITIONS);
        room.publish(News.lines(corpus.subList(0, 40)));
        room.start(data.resolve("running")).settle(LIMIT);
        Map<String, String> before = room.digests();
        Map<String, Object> target = fixture.target(room, "narrow");
        try (Upgrades upgrades = new Upgrades(cluster.settings(), room.config(data.resolve("running-new"), target))) {
            Upgrade upgrade = upgrades.open(room.applicationId(), new UpgradeSteps(step -> {}));
            upgrade.build(1);
            assertThatThrownBy(() -> upgrade.switchOver(Duration.ofSeconds(1)))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("vestnik-running still runs")
                    .extracting(e -> ((CommandFailure) e).exitCode())
                    .isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(upgrade.isSwitching()).isFalse();
        }
        assertThat(room.digests()).isEqualTo(before);
        room.close();
    }

    @Test
    void shouldRefuseWhatCannotBeUpgraded() throws Exception {
        Newsroom room = new Newsroom(cluster, "refused", PARTITIONS);
        room.publish(News.lines(corpus.subList(0, 10)));
        assertThatThrownBy(() -> fixture.open(room, fixture.target(room, "narrow")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("No application vestnik-refused has worked on this cluster");
        assertThatThrownBy(() -> fixture.open(room, Map.of(ApplicationSettings.APPLICATION_ID, "vestnik-refused")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("other than that of the old one");
        room.start(data.resolve("refused")).settle(LIMIT);
        assertThatThrownBy(() -> fixture.open(room, UpgradeFixture.NARROW))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(
                        "vestnik-refused writes the tables already, with something else: desk.window.ms is"
                                + " 600000 here and was 604800000");
        assertThatThrownBy(() -> new Upgrades(cluster.settings(), room.config(data, fixture.target(room, "narrow")))
                        .open("vestnik-else", new UpgradeSteps(step -> {})))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("written by vestnik-refused, not by vestnik-else");
        assertThatThrownBy(() -> new Upgrades(
                        cluster.settings(),
                        room.config(data, Map.of("vestnik.namespace", "replay.nowhere.", "application.id", "other"))))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("no topic replay.nowhere.news.articles.v1");
        room.close();
    }
}
