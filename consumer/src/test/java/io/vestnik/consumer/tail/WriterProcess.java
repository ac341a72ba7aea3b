/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.tail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of the tests in a process of its own, which is killed. */
public final class WriterProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader lines;
    private final Path errors;

    /** Starts it. */
    public WriterProcess(Class<?> main, Path errors, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(args));
        this.errors = errors;
        process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Waits for the next line. */
    public String line() throws IOException {
        String line = lines.readLine();
        if (line == null) {
            throw new AssertionError("it has ended by itself: " + Files.readString(errors));
        }
        return line;
    }

    /**
     * SIGKILL after some more time.
     *
     * @return the last line that it has printed
     */
    public String kill(String before, Duration delay) throws IOException, InterruptedException {
        TimeUnit.NANOSECONDS.sleep(delay.toNanos());
        // By its handle, as the process itself would close what it has printed.
        process.toHandle().destroyForcibly();
        process.waitFor();
        String last = before;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            last = line;
        }
        return last;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
