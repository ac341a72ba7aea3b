/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.vestnik.cli.ExitCode;
import io.vestnik.cli.StopSignal;
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
    private Addresses addresses;

    @Option(
            names = "--application-id",
            paramLabel = "ID",
            description = "Names the group of processes that share the work. Default: "
                    + VestnikStreamsConfig.APPLICATION_ID_DEFAULT + ".")
    private @Nullable String applicationId;

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            description = "Where state is kept on disk; each process on a machine needs its own. Default: "
                    + VestnikStreamsConfig.STATE_DIR_DEFAULT + ".")
    private @Nullable String stateDir;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads that process. Default: " + VestnikStreamsConfig.THREADS_DEFAULT + ".")
    private @Nullable Integer threads;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "Any other setting; goes before the file of --config. Can be given several times.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--health",
            paramLabel = "HOST:PORT",
            description = "Answer /health/live and /health/ready here. Without it nothing listens.")
    private @Nullable String health;

    @Override
    public Integer call() throws InterruptedException {
        VestnikStreamsConfig config = new VestnikStreamsConfig(given());
        PrintWriter out = spec.commandLine().getOut();
        StreamsRunner runner = new StreamsRunner(config);
        try (StopSignal stop = StopSignal.install();
                HealthServer server = HealthServer.start(health, runner::isRunning);
                runner) {
            runner.start();
            out.println("Running as " + config.getString(ApplicationSettings.APPLICATION_ID)
                    + (server.port() < 0 ? "" : ", health on port " + server.port()) + ". Ctrl-C stops it.");
            out.flush();
            stop.await(runner.failed());
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

    private Map<String, Object> given() {
        Map<String, Object> given = new LinkedHashMap<>(addresses.settings());
        Object namespace = given.remove(Addresses.NAMESPACE);
        if (namespace != null && !namespace.toString().isEmpty()) {
            given.put(VestnikStreamsConfig.NAMESPACE_CONFIG, namespace);
        }
        put(given, ApplicationSettings.APPLICATION_ID, applicationId);
        put(given, VestnikStreamsConfig.STATE_DIR_CONFIG, stateDir);
        put(given, ApplicationSettings.THREADS, threads);
        given.putAll(settings);
        return given;
    }

    private static void put(Map<String, Object> settings, String name, @Nullable Object value) {
        if (value != null) {
            settings.put(name, value);
        }
    }
}
