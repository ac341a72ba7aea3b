/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.upgrade;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.common.TopicPartition;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.pipeline.Quiescence;
import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.streams.StreamsRunner;
import io.vestnik.streams.config.VestnikStreamsConfig;

/** Builds the tables of the new application in topics of their own, from the log up to given places. */
final class StagedBuild {
    private static final Duration PAUSE = Duration.ofMillis(100);
    /** Nobody waits for a row of these tables, so it commits seldom, milliseconds. */
    private static final long COMMIT_INTERVAL = 1_000;
    /** The bound on what is read needs the classic protocol; an empty group can change it later. */
    private static final String GROUP_PROTOCOL = VestnikStreamsConfig.KAFKA_PREFIX + "group.protocol";

    private final UpgradePlan plan;
    private final UpgradeListener listener;

    StagedBuild(UpgradePlan plan, UpgradeListener listener) {
        this.plan = plan;
        this.listener = listener;
    }

    /**
     * Works the log through up to given places, and all that follows from it. It goes on where it was.
     *
     * @param until the first offset that is left, for each partition of the articles and of their corrections
     * @throws CommandFailure when it is stopped
     */
    void workThrough(Map<TopicPartition, Long> until) throws InterruptedException {
        long total = until.values().stream().mapToLong(end -> end).sum();
        listener.phase("building", total);
        try (StreamsRunner runner = new StreamsRunner(config(), until);
                Quiescence quiescence = new Quiescence(
                        plan.bootstrap(), Map.of(plan.to(), plan.live().inputsOfStreams()), until)) {
            runner.start();
            Map<String, Long> left = quiescence.lag();
            while (!left.isEmpty()) {
                runner.failure().ifPresent(failure -> {
                    throw new IllegalStateException(
                            "the application that is being built has failed: " + failure.getMessage(), failure);
                });
                if (listener.isStopped()) {
                    throw new CommandFailure(
                            ExitCode.INTERRUPTED, "Stopped before the end. The same command goes on where it was.");
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
                left = quiescence.lag();
                long behind = left.entrySet().stream()
                        .filter(each -> plan.live().logsOfRecord().stream()
                                .anyMatch(log -> each.getKey().contains(" " + log.name() + "-")))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
                listener.done(total - behind);
            }
        }
    }

    private VestnikStreamsConfig config() {
        Map<String, Object> settings = new TreeMap<>(plan.target().originals());
        settings.put(VestnikStreamsConfig.COMMIT_INTERVAL_CONFIG, COMMIT_INTERVAL);
        settings.put(ApplicationSettings.STANDBYS, 0);
        settings.put(GROUP_PROTOCOL, "classic");
        return new VestnikStreamsConfig(settings).staged(plan.staging());
    }
}
