/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;

import static org.assertj.core.api.Assertions.assertThat;

class VestnikCliTest {
    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Command(name = "fail")
    private record Failing(Exception exception) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            throw exception;
        }
    }

    private int run(String... args) {
        return VestnikCli.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    private int fail(Exception exception, String... options) {
        CommandLine command = VestnikCli.commandLine().addSubcommand(new Failing(exception));
        command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true));
        String[] args = new String[options.length + 1];
        args[0] = "fail";
        System.arraycopy(options, 0, args, 1, options.length);
        return command.execute(args);
    }

    @Test
    void shouldPrintHelpWithEveryCommandAndStatus() {
        assertThat(run("--help")).isZero();

        List<String> commands =
                List.copyOf(VestnikCli.commandLine().getSubcommands().keySet());
        assertThat(out.toString()).contains(commands).contains("broker", "topics", "dlq");
        for (ExitCode code : ExitCode.values()) {
            assertThat(out.toString()).contains(code.status() + " ").contains(code.meaning());
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void shouldHaveHelpAndADescriptionOnEveryCommand() {
        for (CommandLine command : VestnikCli.commandLine().getSubcommands().values()) {
            assertThat(command.getCommandSpec().usageMessage().description())
                    .as(command.getCommandName())
                    .isNotEmpty();
            assertThat(command.getCommandSpec().findOption("--help"))
                    .as(command.getCommandName())
                    .isNotNull();
        }
        assertThat(run("topics", "diff", "--help")).isZero();
        assertThat(out.toString()).contains("--bootstrap").contains("--registry");
    }

    @Test
    void shouldPrintVersions() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).contains("vestnik ").contains("Kafka 4.").contains("Java ");
    }

    @Test
    void shouldPrintACompletionScript() {
        assertThat(run("generate-completion")).isZero();
        assertThat(out.toString()).contains("complete").contains("--registry-port");
    }

    @Test
    void shouldRefuseAWrongCommandLineInTwoLines() {
        assertThat(run()).isEqualTo(ExitCode.USAGE.status());
        assertThat(run("brokker")).isEqualTo(ExitCode.USAGE.status());
        assertThat(run("topics")).isEqualTo(ExitCode.USAGE.status());
        assertThat(run("broker", "--port", "70000")).isEqualTo(ExitCode.USAGE.status());
        assertThat(run("topics", "apply", "--partitions", "-1")).isEqualTo(ExitCode.USAGE.status());
        assertThat(run("topics", "diff", "--config", temp.resolve("none").toString()))
                .isEqualTo(ExitCode.USAGE.status());
        assertThat(run("topics", "diff", "--namespace", "a b")).isEqualTo(ExitCode.USAGE.status());

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains("Did you mean", "broker")
                .contains("--port must be between 1 and 65535")
                .contains("it does not exist")
                .contains("Try 'vestnik broker --help'.")
                .doesNotContain("\tat ");
    }

    @Test
    void shouldTellAnExpectedFailureInOneLineWithItsStatus() {
        assertThat(fail(new CommandFailure(ExitCode.UNAVAILABLE, "The port\n  is taken. Free it.")))
                .isEqualTo(3);

        assertThat(err.toString()).isEqualTo("vestnik fail: The port is taken. Free it." + System.lineSeparator());
    }

    @Test
    void shouldShowTheStackTraceOnlyWhenAsked() {
        fail(new CommandFailure(ExitCode.UNAVAILABLE, "The port is taken."), "--debug");

        assertThat(err.toString()).contains("\tat io.vestnik.cli.VestnikCliTest");
    }

    @Test
    void shouldJudgeFailuresByTheirKindAndCause() {
        assertThat(fail(new ConfigException("x", "y", "must be a number"))).isEqualTo(ExitCode.USAGE.status());
        assertThat(fail(new CompletionException(new TimeoutException("no node"))))
                .isEqualTo(ExitCode.UNAVAILABLE.status());
        assertThat(fail(new InterruptException("x"))).isEqualTo(ExitCode.INTERRUPTED.status());
        assertThat(Thread.interrupted()).isTrue();
        assertThat(fail(
                        new NoSuchFileException("a.txt"),
                        "--log-file",
                        temp.resolve("run.log").toString()))
                .isEqualTo(ExitCode.FAILED.status());

        assertThat(err.toString())
                .contains("Wrong configuration: Invalid value y for configuration x: must be a number")
                .contains("The cluster does not answer: no node. Check that it runs")
                .contains("a.txt does not exist.");
    }

    @Test
    void shouldTellOfAFullDiskWhoeverMetIt() {
        String log = temp.resolve("run.log").toString();
        assertThat(fail(new IOException("No space left on device"), "--log-file", log))
                .isEqualTo(ExitCode.FAILED.status());
        assertThat(fail(
                        new ProcessorStateException(
                                "commit",
                                new IllegalStateException("While appending to x.sst: No space left on device")),
                        "--log-file",
                        log))
                .isEqualTo(ExitCode.FAILED.status());
        assertThat(err.toString())
                .contains("The disk is full: No space left on device.")
                .contains("The disk is full: While appending to x.sst")
                .doesNotContain("fault in Vestnik");
    }

    @Test
    void shouldNameTheLogOfAnInternalFaultAndKeepIt() throws IOException {
        assertThat(fail(new IllegalStateException("the impossible"))).isEqualTo(ExitCode.INTERNAL.status());

        assertThat(err.toString()).contains("the impossible").doesNotContain("\tat ");
        Matcher place = Pattern.compile("with (\\S+)").matcher(err.toString());
        assertThat(place.find()).isTrue();
        Path log = Path.of(place.group(1));
        assertThat(Files.readString(log, StandardCharsets.UTF_8)).contains("the impossible", "\tat io.vestnik");
        Files.delete(log);
    }

    @Test
    void shouldAppendToTheLogThatWasNamed() {
        Path log = temp.resolve("deep/run.log");

        fail(new CommandFailure(ExitCode.UNAVAILABLE, "first"), "--log-file", log.toString());
        fail(new CommandFailure(ExitCode.UNAVAILABLE, "second"), "--log-file", log.toString());

        assertThat(log).content(StandardCharsets.UTF_8).contains("first", "second");
    }

    @Test
    void shouldRefuseALogFileThatCannotBeWritten() {
        assertThat(fail(new CommandFailure(ExitCode.UNAVAILABLE, "never"), "--log-file", temp.toString()))
                .isEqualTo(ExitCode.USAGE.status());
        assertThat(err.toString()).contains("cannot be written").doesNotContain("never");
    }
}
