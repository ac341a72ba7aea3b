/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

import io.vestnik.cli.command.AnalyzeCommand;
import io.vestnik.cli.command.BrokerCommand;
import io.vestnik.cli.command.ConfigCommand;
import io.vestnik.cli.command.ConsumeCommand;
import io.vestnik.cli.command.CorrectCommand;
import io.vestnik.cli.command.DeadLettersCommand;
import io.vestnik.cli.command.DemoCommand;
import io.vestnik.cli.command.DiffCommand;
import io.vestnik.cli.command.DigestCommand;
import io.vestnik.cli.command.EraseCommand;
import io.vestnik.cli.command.EventsCommand;
import io.vestnik.cli.command.PlaceCommand;
import io.vestnik.cli.command.ProduceCommand;
import io.vestnik.cli.command.QueryCommand;
import io.vestnik.cli.command.ReplayCommand;
import io.vestnik.cli.command.StreamsCommand;
import io.vestnik.cli.command.SubscribeCommand;
import io.vestnik.cli.command.TopicsCommand;
import io.vestnik.cli.command.UpgradeCommand;
import io.vestnik.cli.command.WatchCommand;
import io.vestnik.cli.command.eval.EvalCommand;
import io.vestnik.cli.command.eval.TrainCommand;

/** The {@code vestnik} command: parses, sets up the log, runs a subcommand, and turns what happens into a status. */
@Command(
        name = "vestnik",
        description = "An exact and replayable account of the news, on Apache Kafka.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true,
        // A line each, in the order of the help.
        subcommands = {
            DemoCommand.class,
            ProduceCommand.class,
            CorrectCommand.class,
            EraseCommand.class,
            StreamsCommand.class,
            ConsumeCommand.class,
            QueryCommand.class,
            AnalyzeCommand.class,
            PlaceCommand.class,
            ReplayCommand.class,
            SubscribeCommand.class,
            EventsCommand.class,
            DiffCommand.class,
            UpgradeCommand.class,
            EvalCommand.class,
            TrainCommand.class,
            DigestCommand.class,
            TopicsCommand.class,
            WatchCommand.class,
            DeadLettersCommand.class,
            ConfigCommand.class,
            BrokerCommand.class,
            GenerateCompletion.class,
        })
public final class VestnikCli implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--log-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Write the log here. Without it the log goes to the directory for temporary files and is"
                    + " removed when all went well.")
    private @Nullable Path logFile;

    @Option(
            names = "--debug",
            scope = ScopeType.INHERIT,
            description = "Show stack traces and the log on standard error.")
    private boolean debug;

    /** Runs the command and ends the process with one of {@link ExitCode}. */
    public static void main(String[] args) {
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        System.setOut(out);
        System.setErr(err);
        int status = run(
                new PrintWriter(out, false, StandardCharsets.UTF_8),
                new PrintWriter(err, true, StandardCharsets.UTF_8),
                args);
        out.flush();
        err.flush();
        System.exit(status);
    }

    /**
     * Runs the command without ending the process.
     *
     * @return the status, one of {@link ExitCode}
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine commandLine = commandLine().setOut(out).setErr(err);
        int status = ExitCode.INTERNAL.status();
        try {
            status = commandLine.execute(args);
        } finally {
            out.flush();
            err.flush();
            StopSignal.runEnded(status);
        }
        return status;
    }

    /** The command with all its subcommands, as a model: for its documentation and for tests. */
    public static CommandLine commandLine() {
        VestnikCli root = new VestnikCli();
        CommandLine commandLine = new CommandLine(root);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExecutionStrategy(root::execute);
        commandLine.setParameterExceptionHandler(Failures::onWrongUsage);
        Map<String, String> statuses = new LinkedHashMap<>();
        for (ExitCode code : ExitCode.values()) {
            statuses.put(Integer.toString(code.status()), code.meaning());
        }
        commandLine
                .getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit status:%n")
                .exitCodeList(statuses);
        return commandLine;
    }

    /** Without a subcommand there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command");
    }

    private int execute(ParseResult parsed) {
        Integer help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        RunLog log;
        try {
            log = RunLog.open(logFile, debug);
        } catch (CommandFailure e) {
            return Failures.report(e, spec.commandLine(), debug, null).status();
        }
        boolean keepLog = false;
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            ExitCode code = Failures.report(cause, e.getCommandLine(), debug, log.file());
            keepLog = code == ExitCode.FAILED || code == ExitCode.INTERNAL;
            return code.status();
        } finally {
            log.close(keepLog);
        }
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
