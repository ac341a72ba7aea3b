/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

import io.vestnik.cli.ExitCode;
import io.vestnik.cli.VestnikCli;

import static org.assertj.core.api.Assertions.assertThat;

/** What is refused before any broker is asked. */
class CorrectCommandTest {
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "correct | Name what to correct",
                "correct speaker a --speaker X | Say which quote",
                "correct speaker a --quote 3-9 | --speaker",
                "correct speaker a --quote 3-9 --speaker X --nobody | mutually exclusive",
                "correct speaker a --quote 3-9 --nobody --entity e | does not go with --nobody",
                "correct not-a-copy a | Missing required parameter",
                "correct not-a-copy a a | a correction is of two",
                "correct same-story a b --observed-at 1969-12-31T23:59:59Z | before 1970",
                "correct other-story a b --observed-at 2999-01-01T00:00:00Z | ahead of the clock",
                "replay topic:news.articles.v1 --run-id r --corrections f | a topic has its own",
            })
    void shouldRefuse(String arguments, String message) {
        assertThat(run(arguments.split(" "))).isEqualTo(ExitCode.USAGE.status());
        assertThat(err.toString()).contains(message);
    }

    @Test
    void shouldRefuseBlankNames() {
        assertThat(run("correct", "speaker", "a", "--quote", "1-2", "--speaker", " "))
                .isEqualTo(ExitCode.USAGE.status());
        assertThat(err.toString()).contains("--nobody");
        assertThat(run("correct", "not-a-copy", " ", "b")).isEqualTo(ExitCode.USAGE.status());
    }

    private int run(String... arguments) {
        CommandLine command = VestnikCli.commandLine().setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }
}
