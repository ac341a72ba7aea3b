/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.correct.CorrectionLog;
import io.vestnik.cli.pipeline.Quiescence;
import io.vestnik.cli.replay.RunDiff;
import io.vestnik.cli.upgrade.Upgrade;
import io.vestnik.cli.upgrade.UpgradeListener;
import io.vestnik.cli.upgrade.Upgrades;
import io.vestnik.producer.ObservedAt;
import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.schemas.Corrections;
import io.vestnik.schemas.avro.Correction;
import io.vestnik.schemas.avro.CorrectionKind;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.Placement;
import io.vestnik.streams.StreamsRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An upgrade of a namespace with watches and corrections: the new tables are those of before, and what is declared and said
 * while nobody works is in them as soon as the switch is done.
 */
@Timeout(900)
class UpgradeWatchesIT {
    private static final int PARTITIONS = 2;
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final Instant OBSERVED = Instant.parse("2025-03-13T00:00:00Z");
    private static final Instant DECLARED = OBSERVED.plusSeconds(60);
    private static final Instant LATER = OBSERVED.plusSeconds(120);
    private static final Instant LAST = OBSERVED.plusSeconds(180);

    @RegisterExtension
    static final Cluster cluster = Cluster.ofClass();

    @TempDir
    static Path data;

    @Test
    void shouldBringWatchesAndCorrectionsOver() throws Exception {
        try (Newsroom room = new Newsroom(cluster, "watched", PARTITIONS)) {
            room.start(data.resolve("old"));
            publish(room);
            room.settle(LIMIT);
            Map<String, String> plain = room.digests();
            room.watch("all", "NOT language:xx", DECLARED);
            room.watch("boats", "катер", DECLARED);
            room.watch("gone", "NOT language:xx", DECLARED);
            room.watch("gone", null, LATER);
            correct(room, CorrectionKind.NOT_A_COPY, "4-copy.txt", "2-report.txt", DECLARED);
            correct(room, CorrectionKind.SAME_STORY, "5-other.txt", "2-report.txt", DECLARED);
            Map<String, String> before = room.settle(LIMIT).digests();
            assertThat(before).isNotEqualTo(plain);
            assertThat(articles(room, "watch:all")).isEqualTo(5);
            assertThat(articles(room, "watch:boats")).isBetween(1, 4);
            assertThat(articles(room, "watch:gone")).isZero();
            assertThat(placement(room, "4-copy.txt").getCopyOf()).isNull();

            Map<String, String> target = Map.of(ApplicationSettings.APPLICATION_ID, room.applicationId() + "-new");
            UpgradeSteps between = new UpgradeSteps(step -> {
                if (step != UpgradeListener.Step.BUILT) {
                    return;
                }
                room.stop();
                assertThat(room.digests()).isEqualTo(before);
                room.watch("reports", "NOT катер", LATER);
                room.watch("boats", null, LATER);
                correct(room, CorrectionKind.OTHER_STORY, "3-report.txt", "1-transcript.txt", LATER);
            });
            try (Upgrades upgrades = new Upgrades(cluster.settings(), room.config(data.resolve("new"), target))) {
                Upgrade upgrade = upgrades.open(room.applicationId(), between);
                RunDiff diff = upgrade.build(3);
                assertThat(diff.isEqual())
                        .as("the new tables are those of before")
                        .isTrue();
                assertThat(upgrade.switchOver(LIMIT).rows())
                        .as("rows of what was said in between")
                        .isPositive();
            }
            assertThat(room.digests()).isEqualTo(fresh("between", LATER));
            assertThat(articles(room, "watch:boats")).isZero();
            assertThat(articles(room, "watch:reports")).isPositive();

            try (StreamsRunner runner = new StreamsRunner(room.config(data.resolve("new"), target))) {
                runner.start();
                room.watch("last", "катер", LAST);
                correct(room, CorrectionKind.NOT_A_COPY, "2-report.txt", "3-report.txt", LAST);
                try (Quiescence left = new Quiescence(
                        cluster.bootstrap(),
                        Map.of(
                                target.get(ApplicationSettings.APPLICATION_ID),
                                room.topics().inputsOfStreams()))) {
                    assertThat(left.await(LIMIT, () -> runner.failure().isEmpty()))
                            .as("left to do")
                            .isEmpty();
                }
                assertThat(runner.failure()).isEmpty();
            }
            assertThat(room.digests()).isEqualTo(fresh("last", LAST));
            ToldTables told = new ToldTables(room, cluster.settings());
            told.assertNoEqualRowIsSentAgain();
            told.assertHistoryEndsWithTheTables();
            told.assertStoriesAddUp();
        }
    }

    /** The tables of a run that knew all that was said until a time before the first article came. */
    private static Map<String, String> fresh(String name, Instant until) throws Exception {
        try (Newsroom room = new Newsroom(cluster, "fresh-" + name, PARTITIONS)) {
            room.watch("all", "NOT language:xx", DECLARED);
            room.watch("reports", "NOT катер", LATER);
            correct(room, CorrectionKind.OTHER_STORY, "3-report.txt", "1-transcript.txt", LATER);
            correct(room, CorrectionKind.NOT_A_COPY, "4-copy.txt", "2-report.txt", DECLARED);
            correct(room, CorrectionKind.SAME_STORY, "5-other.txt", "2-report.txt", DECLARED);
            if (!until.isBefore(LAST)) {
                room.watch("last", "катер", LAST);
                correct(room, CorrectionKind.NOT_A_COPY, "2-report.txt", "3-report.txt", LAST);
            }
            publish(room);
            return room.start(data.resolve("fresh")).settle(LIMIT).digests();
        }
    }

    private static void publish(Newsroom room) throws Exception {
        room.publish(News.batch(News.files(News.harbour())), ObservedAt.given(OBSERVED));
    }

    private static void correct(Newsroom room, CorrectionKind kind, String one, String other, Instant at) {
        List<Correction> records = Corrections.records(Corrections.named(Correction.newBuilder()
                .setKind(kind)
                .setArticleId(one)
                .setOtherArticleId(other)
                .setBy("desk")
                .setWhy("")
                .setObservedAt(at)));
        new CorrectionLog(cluster.settings(), room.topics()).write(records);
    }

    private static int articles(Newsroom room, String topic) {
        Coverage coverage =
                room.tables().rows(room.topics().coverage, cluster.settings()).get(topic);
        return coverage == null ? 0 : coverage.getArticles();
    }

    private static Placement placement(Newsroom room, String articleId) {
        return room.tables().rows(room.topics().placements, cluster.settings()).get(articleId);
    }
}
