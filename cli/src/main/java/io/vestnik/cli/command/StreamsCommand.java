/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.vestnik.cli.ExitCode;
import io.vestnik.cli.StopSignal;
import io.vestnik.consumer.metrics.InputLag;
import io.vestnik.consumer.metrics.Metrics;
import io.vestnik.consumer.metrics.RestoreProgress;
import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.streams.StreamsRunner;
import io.vestnik.streams.config.VestnikStreamsConfig;

/** {@code vestnik streams}: the topology against a cluster, in the foreground. */
@Command(
        name = "streams",
        description = {
            "Run the topology until Ctrl-C: articles in, placements, coverage, utterances and entities out.",
            "Topics that are missing are made. Several processes with the same application id share the work.",
            "All settings: vestnik config docs."
        })
public final class StreamsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private StreamsOptions options;

    @Option(
            names = "--health",
            paramLabel = "HOST:PORT",
            description = "Answer /health/live, /health/ready and /metrics here. Without it nothing listens.")
    private @Nullable String health;

    @Override
    public Integer call() throws InterruptedException {
        VestnikStreamsConfig config = options.config();
        PrintWriter out = spec.commandLine().getOut();
        StreamsRunner runner = new StreamsRunner(config);
        AtomicReference<Metrics> metrics = new AtomicReference<>(metrics(runner, config));
        AtomicReference<BooleanSupplier> running = new AtomicReference<>(runner::isRunning);
        try (StopSignal stop = StopSignal.install();
                HealthServer server = HealthServer.start(
                        health,
                        () -> Objects.requireNonNull(running.get()).getAsBoolean(),
                        () -> Objects.requireNonNull(metrics.get()).text())) {
            String port = server.port() < 0 ? "" : ", health on port " + server.port();
            Runnable started = () -> {
                out.println("Running as " + config.getString(ApplicationSettings.APPLICATION_ID) + port
                        + ". Ctrl-C stops it.");
                out.flush();
            };
            // An erasure ends an instance whose state on disk is from before it; the next one restores its state.
            while (!run(runner, stop, started)) {
                runner = new StreamsRunner(config);
                Objects.requireNonNull(metrics.getAndSet(metrics(runner, config)))
                        .close();
                running.set(runner::isRunning);
            }
        } finally {
            Objects.requireNonNull(metrics.get()).close();
        }
        if (runner.await() == StreamsRunner.Outcome.NOT_STOPPED_IN_TIME) {
            spec.commandLine()
                    .getErr()
                    .println("Not everything was committed within " + VestnikStreamsConfig.SHUTDOWN_TIMEOUT_CONFIG
                            + "; nothing is lost, the next start does it again.");
            return ExitCode.FAILED.status();
        }
        return ExitCode.OK.status();
    }

    private static Metrics metrics(StreamsRunner runner, VestnikStreamsConfig config) {
        Metrics metrics = new Metrics();
        runner.onCreated(streams -> {
            RestoreProgress restore = new RestoreProgress();
            streams.setGlobalStateRestoreListener(restore);
            metrics.add(streams)
                    .add(restore)
                    .add(new InputLag(List.of(config.topics().articles.name()), streams::metrics));
        });
        return metrics;
    }

    /** Runs until asked to stop, which is told, or until its state on disk is outdated. */
    private static boolean run(StreamsRunner runner, StopSignal stop, Runnable started) throws InterruptedException {
        try (runner) {
            runner.start();
            started.run();
            return stop.await(runner.failed(), runner.outdated());
        }
    }
}
