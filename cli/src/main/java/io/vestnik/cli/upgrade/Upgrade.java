/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.upgrade;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.pipeline.Offsets;
import io.vestnik.cli.replay.RunDiff;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.TopicAdmin;
import io.vestnik.streams.admission.Admission;

/**
 * Puts another application in the place of the one that writes the tables, in steps that can each be done again.
 *
 * <p>The new one builds its tables from the log in topics of its own, up to a fixed place. When the old one has stopped, it
 * works through what has come since; then the rows that differ are written to the live tables, and the new one goes on in
 * them from where it is. Until the old one has to stop, nothing that anybody reads is touched, and the upgrade can be given
 * up; from then on it can only be brought to its end.
 */
public final class Upgrade {
    /** So many events more or less make no other picture of what differs. */
    private static final long NEAR = 1_000;

    private final Admin admin;
    private final UpgradeWriter writer;
    private final UpgradeLedger ledger;
    private final UpgradePlan plan;
    private final Remains remains;
    private final UpgradeListener listener;

    /**
     * What an upgrade did.
     *
     * @param rows rows of the live tables that it changed
     * @param stories stories that it told a change of
     * @param deadLetters dead letters that it handed on
     * @param unknown topics that look like the old application's and were left
     */
    public record Result(int rows, int stories, int deadLetters, Set<String> unknown) {}

    private int stories;
    private int rows;
    private int deadLetters;

    Upgrade(Admin admin, UpgradeWriter writer, UpgradeLedger ledger, UpgradePlan plan, UpgradeListener listener) {
        this.admin = admin;
        this.writer = writer;
        this.ledger = ledger;
        this.plan = plan;
        this.remains = new Remains(admin, plan.target());
        this.listener = listener;
    }

    /** Whether it can be given up no more, and the question whether to switch has been answered. */
    public boolean isSwitching() {
        return !ledger.phase().equals(Admission.BUILDING);
    }

    /** Application id of the one that is replaced. */
    public String from() {
        return plan.from();
    }

    /**
     * Builds the new tables up to about now, and compares the live ones with them.
     *
     * @param most how many differing rows of a table are given
     */
    public RunDiff build(int most) throws InterruptedException {
        TopicAdmin.ensure(
                admin,
                plan.staged().ofStreams(),
                Offsets.ends(admin, List.of(plan.live().articles.name()), IsolationLevel.READ_UNCOMMITTED)
                        .size(),
                plan.target().replication());
        StagedBuild build = new StagedBuild(plan, listener);
        Map<TopicPartition, Long> until;
        do {
            until = logEnds();
            build.workThrough(until);
        } while (sum(logEnds()) - sum(until) > NEAR);
        listener.step(UpgradeListener.Step.BUILT);
        return RunDiff.of(LiveTables.read(plan, plan.live()), LiveTables.read(plan, plan.staged()), most);
    }

    /**
     * Switches: waits until the old application has stopped, and does the rest.
     *
     * @param patience how long to wait for it
     * @throws CommandFailure when it has not stopped
     */
    public Result switchOver(Duration patience) throws InterruptedException {
        if (ledger.phase().equals(Admission.BUILDING)) {
            // Told before anything is promised: so far the old one may go on, and the upgrade can be given up.
            awaitStopped(plan.from(), patience);
            ledger.switching();
            listener.step(UpgradeListener.Step.SWITCHING);
        }
        if (!ledger.phase().equals(Admission.REMOVING)) {
            // Looked at again now that none can start any more: who came between is seen here, or has seen the record.
            awaitStopped(plan.from(), patience);
            remains.fence(plan.from());
        }
        if (ledger.phase().equals(Admission.SWITCHING)) {
            new StagedBuild(plan, listener).workThrough(logEnds());
            listener.step(UpgradeListener.Step.CAUGHT_UP);
            tellStories();
            listener.step(UpgradeListener.Step.TOLD);
        }
        if (ledger.phase().equals(Admission.WRITING)) {
            rows = new TableDelta(plan, writer, listener, ledger.since()).write();
            deadLetters = new DeadLetterDelta(plan, writer).write();
            listener.step(UpgradeListener.Step.WRITTEN);
            awaitStopped(plan.to(), patience);
            ledger.switched();
            listener.step(UpgradeListener.Step.SWITCHED);
        }
        awaitStopped(plan.from(), patience);
        remains.remove(plan.from());
        remains.removeNamespace(plan.staging());
        Set<String> unknown = remains.unknown(plan.from(), plan.to());
        listener.step(UpgradeListener.Step.REMOVED);
        ledger.end();
        return new Result(rows, stories, deadLetters, unknown);
    }

    private void awaitStopped(String applicationId, Duration patience) {
        if (!remains.isStopped(applicationId)) {
            listener.waitsFor(applicationId);
        }
        if (!Answers.await(() -> listener.isStopped() || remains.isStopped(applicationId), patience)) {
            throw new CommandFailure(
                    ExitCode.UNAVAILABLE,
                    "The application " + applicationId
                            + " still runs. Stop every instance of it and run the same command"
                            + " again, which goes on from here.");
        }
        if (listener.isStopped()) {
            throw new CommandFailure(ExitCode.INTERRUPTED, "Stopped. The same command goes on where it was.");
        }
    }

    private void tellStories() throws InterruptedException {
        // What anybody has said so far is known since then at the latest.
        Instant since = Offsets.newest(
                admin, List.of(plan.live().history.name(), plan.staged().history.name()));
        String onTheWay = remains.topics(plan.from()).stream()
                .filter(topic -> topic.endsWith("-placement-repartition"))
                .findFirst()
                .orElse(null);
        var told = new StoryDelta(plan).records(Offsets.committed(admin, plan.from()), onTheWay, since);
        stories = told.size();
        ledger.writing(since, told);
    }

    private Map<TopicPartition, Long> logEnds() throws InterruptedException {
        List<String> logs = plan.live().logsOfRecord().stream().map(Topic::name).toList();
        return Offsets.ends(admin, logs, IsolationLevel.READ_UNCOMMITTED);
    }

    private static long sum(Map<TopicPartition, Long> places) {
        return places.values().stream().mapToLong(place -> place).sum();
    }
}
