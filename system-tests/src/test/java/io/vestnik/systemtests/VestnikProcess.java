/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The vestnik command as a process of its own, as a user runs it, over the classes of this build. It ends with the test:
 * only processes that were started here are ever ended, by their own handle.
 */
public final class VestnikProcess implements AutoCloseable {
    private static final String COMMAND = "io.vestnik.cli.VestnikCli";
    /** Names the property with the options of the processes' virtual machines, parted by blanks. */
    private static final String OPTIONS = "vestnik.process.options";
    /** Most processes end long before it pays to compile with more care; those that are measured do not. */
    private static final String QUICK_START = "-Xmx768m -XX:TieredStopAtLevel=1";

    private final String name;
    private final Process process;
    private final Path out;
    private final Path err;

    /** What a finished process left. */
    public record Result(int status, String out, String err) {}

    private VestnikProcess(String name, Process process, Path out, Path err) {
        this.name = name;
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /**
     * Starts the command.
     *
     * @param dir where its output is kept
     * @param args its arguments
     */
    public static VestnikProcess start(Path dir, String... args) {
        return startWith(classPath(), dir, args);
    }

    /** Starts the command with other classes or resources than those of this build. */
    static VestnikProcess startWith(String classPath, Path dir, String... args) {
        return start(classPath, dir, args[0], COMMAND, args);
    }

    /**
     * Starts another program of the class path.
     *
     * @param name what its output is named after
     * @param main its class
     */
    public static VestnikProcess startProgram(Path dir, String name, String main, String... args) {
        return start(classPath(), dir, name, main, args);
    }

    private static VestnikProcess start(String classPath, Path dir, String name, String main, String... args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8"));
        command.addAll(List.of(System.getProperty(OPTIONS, QUICK_START).split(" ")));
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(Arrays.asList(args));
        try {
            Path out = Files.createTempFile(dir, name, ".out");
            Path err = Files.createTempFile(dir, name, ".err");
            Process process = new ProcessBuilder(command)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            return new VestnikProcess(String.join(" ", args), process, out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the command to its end, which must come within the limit. */
    public static Result run(Path dir, Duration limit, String... args) throws InterruptedException {
        return runWith(classPath(), dir, limit, args);
    }

    /** Runs the command with other classes or resources than those of this build. */
    static Result runWith(String classPath, Path dir, Duration limit, String... args) throws InterruptedException {
        try (VestnikProcess process = startWith(classPath, dir, args)) {
            if (!process.process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError(process.name + " did not end within " + limit + process.tail());
            }
            return new Result(process.process.exitValue(), read(process.out), read(process.err));
        }
    }

    /** Waits for the process to end by itself and gives its exit status. */
    public int await(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError(name + " did not end within " + limit + tail());
        }
        return process.exitValue();
    }

    /** Waits for the process to end by itself, for so long at most. */
    boolean endsWithin(Duration time) throws InterruptedException {
        return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** Time of the processor that it has taken so far. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** What it has printed so far. */
    public String printed() {
        return read(out);
    }

    /** SIGKILL: it gets no chance to clean up. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGSTOP: it stands still with all that it has open. */
    public void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** SIGCONT: it goes on as if no time had gone by. */
    public void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        int status = new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (status != 0) {
            throw new AssertionError("kill " + signal + " ended with " + status + tail());
        }
    }

    /** SIGTERM: it shuts down in order. */
    public void terminate() {
        process.destroy();
    }

    /** The end of what it printed, for the message of a failed assertion. */
    public String tail() {
        String text = read(out) + read(err);
        return "\n--- " + name + "\n" + text.substring(Math.max(0, text.length() - 4000));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (process.waitFor(20, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            // The test is being stopped; so is the process, and whoever stops it is told further up.
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }

    /** That of this build without its tests, whose configuration of the log is not the user's. */
    static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
