/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.StopSignal;
import io.vestnik.cli.replay.Manifest;
import io.vestnik.cli.replay.Replay;
import io.vestnik.cli.replay.ReplayRequest;
import io.vestnik.cli.replay.RunDirectory;

/** {@code vestnik replay}: puts a corpus through the topologies, for a backtest. */
@Command(
        name = "replay",
        description = {
            "Put a corpus through the topologies in the order in which it was observed, and keep what was known when.",
            "The same corpus, version and settings give the same run, to the byte. 'vestnik diff' compares two."
        },
        subcommands = {ReplayVerifyCommand.class, ReplayRemoveCommand.class})
public final class ReplayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private RunsOption runs;

    @Mixin
    private ObservationTimes times;

    @Parameters(
            arity = "0..1",
            paramLabel = "CORPUS",
            description = "A directory of text files, or a file of JSON lines, one article each, or topic:NAME, the"
                    + " article events of a topic.")
    private @Nullable String corpus;

    @Option(names = "--run-id", paramLabel = "R", description = "Names the run.")
    private @Nullable String runId;

    @Option(names = "--from", paramLabel = "TIME", description = "Leave out what was observed before.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "TIME", description = "Leave out what was observed then or later.")
    private @Nullable String to;

    @Mixin
    private SpeedOption speed;

    @Mixin
    private WatchesOption watches;

    @Option(
            names = "--engine",
            paramLabel = "driver|cluster",
            defaultValue = "driver",
            description =
                    "driver: in this process, without a broker; cluster: instances over brokers, and then the driver:"
                            + " both must give the same tables. Default: ${DEFAULT-VALUE}.")
    private ReplayRequest.Engine engine;

    @Option(
            names = "--partitions",
            paramLabel = "P",
            defaultValue = "1",
            description = "Cluster: partitions of each topic. Default: ${DEFAULT-VALUE}.")
    private int partitions;

    @Option(
            names = "--instances",
            paramLabel = "K",
            defaultValue = "1",
            description = "Cluster: how many instances share the work. Default: ${DEFAULT-VALUE}.")
    private int instances;

    @Mixin
    private ClusterOption cluster;

    @Option(names = "--resume", description = "Go on with a run that was stopped, with the same options.")
    private boolean resume;

    @Option(
            names = "--shuffle-seed",
            paramLabel = "S",
            description =
                    "Put the events through in an order that the seed chooses first, and in order afterwards: both"
                            + " must give the same tables.")
    private @Nullable Long shuffleSeed;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting of the topologies, see 'vestnik config docs'. Can be given several times.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--as-of",
            paramLabel = "[NAME=]TIME",
            description = "Note in the manifest the digest of the tables as they were known then. Can be given several"
                    + " times.")
    private List<String> cuts = new ArrayList<>();

    @Option(
            names = "--corrections",
            paramLabel = "FILE",
            description =
                    "What people have corrected, a JSON object a line, as 'vestnik correct list --json' prints it. A"
                            + " corpus that is a topic has the corrections of its namespace.")
    private @Nullable String corrections;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (corpus == null || runId == null) {
            throw new ParameterException(
                    spec.commandLine(), "Name what to replay and the run: vestnik replay CORPUS --run-id R");
        }
        checkShape();
        ReplayRequest request = new ReplayRequest(
                corpus,
                times.zone().getId(),
                times.given(),
                time("--from", from),
                time("--to", to),
                engine,
                partitions,
                instances,
                shuffleSeed,
                new TreeMap<>(settings),
                cuts(),
                watches.read(),
                corrections);
        RunDirectory directory = runs.run(runId);
        if (cluster.settings() != null && engine == ReplayRequest.Engine.DRIVER && !request.isOfTopic()) {
            throw new ParameterException(
                    spec.commandLine(), "--bootstrap and --registry are for --engine cluster and for a topic");
        }
        Manifest manifest;
        try (StopSignal stop = StopSignal.install();
                ReplayProgress progress = new ReplayProgress(spec.commandLine().getErr(), stop)) {
            Replay replay = new Replay(request, directory, cluster.settings(), speed.pace(), progress, progress);
            manifest = resume ? replay.resume() : replay.run();
        }
        if (manifest == null) {
            throw new CommandFailure(
                    ExitCode.INTERRUPTED,
                    "Stopped before the end. The same command with --resume goes on with run " + runId + ".");
        }
        ReplayReport.print(manifest, directory, spec.commandLine().getOut());
        return ExitCode.OK.status();
    }

    private void checkShape() {
        if (corrections != null && corpus != null && corpus.startsWith("topic:")) {
            throw new ParameterException(
                    spec.commandLine(), "--corrections is for a corpus that is no topic: a topic has its own");
        }
        if (engine == ReplayRequest.Engine.DRIVER && (partitions != 1 || instances != 1)) {
            throw new ParameterException(spec.commandLine(), "--partitions and --instances are for --engine cluster");
        }
        if (partitions < 1 || instances < 1) {
            throw new ParameterException(spec.commandLine(), "--partitions and --instances have to be at least 1");
        }
    }

    private Map<String, Instant> cuts() {
        Map<String, Instant> named = new TreeMap<>();
        for (String cut : cuts) {
            int at = cut.indexOf('=');
            String name = at < 0 ? cut : cut.substring(0, at);
            if (named.put(name, times.instant("--as-of", cut.substring(at + 1))) != null) {
                throw new ParameterException(spec.commandLine(), "--as-of names '" + name + "' twice");
            }
        }
        return named;
    }

    private @Nullable Instant time(String option, @Nullable String value) {
        return value == null ? null : times.instant(option, value);
    }
}
