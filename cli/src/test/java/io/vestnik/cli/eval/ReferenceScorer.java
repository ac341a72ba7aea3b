/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The scorers whose definitions count, scripts outside of this repository, run as processes. */
final class ReferenceScorer {
    private static final Path SCRIPT = Path.of(System.getProperty("vestnik.scorer", "../../shared/tools/score.py"))
            .toAbsolutePath()
            .normalize();

    private ReferenceScorer() {}

    /** Skips the test where the scorer or its Python is not there. */
    static void assume() throws IOException, InterruptedException {
        assumeTrue(Files.isRegularFile(SCRIPT), () -> "There is no scorer at " + SCRIPT + " (-Dvestnik.scorer)");
        assumeTrue(isPythonThere(), "There is no python3 to run " + SCRIPT);
    }

    /** Skips the test where a scorer beside it is not there. */
    static void assume(String sibling) throws IOException, InterruptedException {
        assume();
        Path script = SCRIPT.resolveSibling(sibling);
        assumeTrue(Files.isRegularFile(script), () -> "There is no scorer at " + script + " (-Dvestnik.scorer)");
    }

    /** What it prints with {@code --json}. */
    static JsonNode score(Path output, String... args) throws IOException, InterruptedException {
        return Figures.parse(run(SCRIPT, output, "--json", args));
    }

    /** What a scorer beside it prints with {@code --json}. */
    static JsonNode scoreBeside(String script, Path output, String... args) throws IOException, InterruptedException {
        return Figures.parse(run(SCRIPT.resolveSibling(script), output, "--json", args));
    }

    /** What a scorer beside it prints that has no {@code --json}. */
    static String printBeside(String script, Path output, String gold, String found)
            throws IOException, InterruptedException {
        return run(SCRIPT.resolveSibling(script), output, gold, found);
    }

    private static String run(Path script, Path output, String first, String... rest)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3", script.toString(), first));
        command.addAll(List.of(rest));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s ends", command).isTrue();
        String printed = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    private static boolean isPythonThere() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
