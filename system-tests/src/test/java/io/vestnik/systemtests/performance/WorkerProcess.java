/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.performance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.vestnik.systemtests.Cluster;

/** A {@link Worker}, seen from outside. Only the process started here is ended, by its own handle. */
final class WorkerProcess implements AutoCloseable {
    private static final int TAIL = 4_000;

    private final Part part;
    private final Process process;
    private final Path errors;
    private final PrintWriter commands;
    private final BufferedReader answers;

    private WorkerProcess(Part part, Process process, Path errors) {
        this.part = part;
        this.process = process;
        this.errors = errors;
        this.commands = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        this.answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Starts one.
     *
     * @param directory where its errors are kept
     * @param options of the virtual machine, parted by blanks; {part} in them stands for the part
     */
    static WorkerProcess start(Part part, Cluster cluster, Path directory, String options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Arrays.stream(options.replace("{part}", part.name()).split(" ", -1))
                .filter(option -> !option.isEmpty())
                .forEach(command::add);
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                // Threads that end would take the time that they have spent with them.
                "-XX:-UseDynamicNumberOfCompilerThreads",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName(),
                part.name(),
                cluster.bootstrap(),
                cluster.registryUrl()));
        try {
            Path errors = Files.createTempFile(directory, part.name(), ".err");
            Process process =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            return new WorkerProcess(part, process, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Lets it do something and waits for the answer.
     *
     * @throws IllegalStateException when it ends instead
     */
    JsonNode ask(String command) {
        commands.println(command);
        try {
            String answer = answers.readLine();
            while (answer != null && !answer.startsWith("{")) {
                // The virtual machine itself tells of recordings and the like there.
                answer = answers.readLine();
            }
            if (answer == null) {
                throw new IllegalStateException("The worker of " + part.title() + " has ended at: " + command + tail());
            }
            return new ObjectMapper().readTree(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /** The end of what it printed. */
    String tail() {
        try {
            String text = Files.readString(errors, StandardCharsets.UTF_8);
            return "\n" + text.substring(Math.max(0, text.length() - TAIL));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        commands.close();
        try {
            if (process.waitFor(1, TimeUnit.MINUTES)) {
                return;
            }
        } catch (InterruptedException e) {
            // The run is being stopped; so is the process, and whoever stops it is told further up.
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
