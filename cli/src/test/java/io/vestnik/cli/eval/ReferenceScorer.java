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

/** The scorer whose definitions count, a script outside of this repository, run as a process. */
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

    /** What it prints with {@code --json}. */
    static JsonNode score(Path output, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3", SCRIPT.toString(), "--json"));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s ends", command).isTrue();
        String printed = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(process.exitValue()).as(printed).isZero();
        return Figures.parse(printed);
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
