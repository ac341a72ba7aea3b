/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.StopSignal;
import io.vestnik.cli.replay.RunDiff;
import io.vestnik.cli.upgrade.Upgrade;
import io.vestnik.cli.upgrade.Upgrades;
import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.streams.OwnVersion;
import io.vestnik.streams.admission.ResultBasis;
import io.vestnik.streams.config.VestnikStreamsConfig;

/** {@code vestnik upgrade}: puts an application with another version or other settings in the place of the live one. */
@Command(
        name = "upgrade",
        description = {
            "Build the tables anew with this version and these settings, under a new application id and beside the live"
                    + " ones; show how they differ; and let the new application go on in the place of the old one.",
            "What was stopped goes on when the same command is run again. Status 4: built and compared, but nobody has"
                    + " confirmed the switch."
        })
public final class UpgradeCommand implements Callable<Integer> {
    private static final long PAUSE_MILLIS = 200;

    @Spec
    private CommandSpec spec;

    @Mixin
    private StreamsOptions options;

    @Option(
            names = "--from",
            paramLabel = "ID",
            description =
                    "The application that writes the tables. Default: the one that the cluster knows to do so; where"
                            + " none is known, " + VestnikStreamsConfig.APPLICATION_ID_DEFAULT + ".")
    private @Nullable String from;

    @Option(names = "--yes", description = "Switch without being asked.")
    private boolean yes;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "How long to wait until the old application is stopped. Default: ${DEFAULT-VALUE}.")
    private long wait;

    @Option(names = "--abandon", description = "Give up the upgrade that is under way and remove what it has built.")
    private boolean abandon;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "3",
            description = "Show so many differing rows of each table. Default: ${DEFAULT-VALUE}.")
    private int rows;

    @Option(
            names = "--json",
            description =
                    "Print a line of JSON as 'vestnik diff' does, and after the switch a second one: {applicationId,"
                            + " rows, stories, deadLetters, left}.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        VestnikStreamsConfig config = options.config();
        if (wait < 0) {
            throw new ParameterException(spec.commandLine(), "--wait has to be at least 0");
        }
        try (StopSignal stop = StopSignal.install();
                UpgradeProgress progress =
                        new UpgradeProgress(spec.commandLine().getErr(), stop);
                Upgrades upgrades = new Upgrades(options.impatient(), config)) {
            if (abandon) {
                out().println("Given up: nothing of " + upgrades.abandon() + " is left on the cluster.");
                out().flush();
                return ExitCode.OK.status();
            }
            Upgrade upgrade = upgrades.open(from, progress);
            if (upgrade == null) {
                out().println("The tables are written by " + id(config) + " already; nothing was done.");
                out().flush();
                return ExitCode.OK.status();
            }
            if (!upgrade.isSwitching()) {
                show(upgrade.build(Math.max(0, rows)), upgrade, config);
                progress.clear();
                if (!yes && !isConfirmed(upgrade, config, stop)) {
                    throw new CommandFailure(
                            ExitCode.UNCONFIRMED,
                            "Nothing was switched. The same command with --yes does it; 'vestnik upgrade --abandon' removes"
                                    + " what was built.");
                }
            }
            show(upgrade.switchOver(Duration.ofSeconds(wait)), config);
            return ExitCode.OK.status();
        }
    }

    private boolean isConfirmed(Upgrade upgrade, VestnikStreamsConfig config, StopSignal stop)
            throws InterruptedException {
        if (!PublishProgress.isTerminal()) {
            return false;
        }
        spec.commandLine()
                .getErr()
                .print("Let " + id(config) + " take the place of " + upgrade.from() + "? It has to be stopped for that."
                        + " [y/N] ");
        spec.commandLine().getErr().flush();
        CompletableFuture<String> answer = answer();
        while (!answer.isDone() && !stop.isAsked()) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        return answer.isDone() && answer.join().strip().toLowerCase(Locale.ROOT).matches("y|yes");
    }

    /** Reads a line in a thread of its own, as nothing ends the wait for one. */
    private static CompletableFuture<String> answer() {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Thread reader = new Thread(
                () -> {
                    try {
                        String line = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()))
                                .readLine();
                        answer.complete(line == null ? "" : line);
                    } catch (IOException e) {
                        answer.completeExceptionally(new UncheckedIOException(e));
                    }
                },
                "upgrade-answer");
        reader.setDaemon(true);
        reader.start();
        return answer;
    }

    private void show(RunDiff diff, Upgrade upgrade, VestnikStreamsConfig config) {
        DiffPrinter printer = new DiffPrinter(out(), upgrade.from(), id(config));
        if (json) {
            printer.json(diff);
        } else {
            printer.text(diff);
        }
        out().flush();
    }

    private void show(Upgrade.Result result, VestnikStreamsConfig config) {
        if (json) {
            ObjectNode line = JsonNodeFactory.instance
                    .objectNode()
                    .put("applicationId", id(config))
                    .put("rows", result.rows())
                    .put("stories", result.stories())
                    .put("deadLetters", result.deadLetters());
            result.unknown().forEach(line.putArray("left")::add);
            out().println(line);
        } else {
            out().println("The tables are those of " + id(config) + ": " + result.rows() + " rows and "
                    + result.stories() + " stories were changed. Start it: vestnik streams --application-id "
                    + id(config)
                    + ResultBasis.asSettings(
                            ResultBasis.of(config, OwnVersion.get()).settings()));
            if (!result.unknown().isEmpty()) {
                out().println("Left as this version does not know them; remove them if nothing uses them: "
                        + String.join(", ", result.unknown()));
            }
        }
        out().flush();
    }

    private static String id(VestnikStreamsConfig config) {
        return config.getString(ApplicationSettings.APPLICATION_ID);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
