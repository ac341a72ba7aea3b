/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.vestnik.cli.pipeline.ScratchDirectory;
import io.vestnik.systemtests.Newsroom;
import io.vestnik.systemtests.VestnikProcess;

/** The instances of the topologies, each a process with a state directory of its own. */
final class Fleet implements AutoCloseable {
    /** How long a process may take to stop. */
    static final Duration STOP = Duration.ofMinutes(2);

    private static final Pattern PROCESS_ID = Pattern.compile("\"processId\":\"([^\"]+)\"");

    private final Newsroom room;
    private final Path directory;
    private final Map<String, ?> settings;
    private final int strength;
    private final SortedMap<String, VestnikProcess> running = new TreeMap<>();
    private int started;

    /**
     * A fleet that is not started.
     *
     * @param strength how many instances there are to be
     */
    Fleet(Newsroom room, Path directory, Map<String, ?> settings, int strength) {
        this.room = room;
        this.directory = directory;
        this.settings = settings;
        this.strength = strength;
    }

    /** Starts all instances. */
    void start() {
        while (running.size() < strength) {
            add();
        }
    }

    /** Starts one more and gives its name. */
    String add() {
        String name = "instance-" + ++started;
        start(name);
        return name;
    }

    private void start(String name) {
        running.put(name, room.startProcess(directory, name, settings));
    }

    /** Names of those that run. */
    List<String> names() {
        return List.copyOf(running.keySet());
    }

    /** Any of those that run, by name. */
    String any(Random random) {
        return names().get(random.nextInt(running.size()));
    }

    /** SIGKILL. */
    void kill(String name) throws InterruptedException {
        running.remove(name).kill();
    }

    /** Starts one in the place of one that has ended, unless there are enough. */
    void replace(String name) {
        if (running.size() < strength) {
            start(name);
        }
    }

    /** Removes what an instance that has ended has on disk. */
    void deleteState(String name) throws IOException {
        ScratchDirectory.remove(directory.resolve(name));
    }

    /** SIGTERM; it has to end in good order. */
    void terminate(String name) throws InterruptedException {
        VestnikProcess process = running.remove(name);
        process.terminate();
        int status = process.await(STOP.multipliedBy(2));
        if (status != 0) {
            throw new AssertionError(name + " ended with " + status + process.tail());
        }
    }

    /** SIGSTOP. */
    void freeze(String name) throws IOException, InterruptedException {
        running.get(name).freeze();
    }

    /** SIGCONT. */
    void thaw(String name) throws IOException, InterruptedException {
        running.get(name).thaw();
    }

    /**
     * The id by which Kafka Streams knows an instance; it stays with the state directory. Empty while it has none yet.
     */
    Optional<String> processId(String name) {
        try {
            Matcher matcher = PROCESS_ID.matcher(Files.readString(metadata(name)));
            return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path metadata(String name) {
        return directory.resolve(name).resolve(room.applicationId()).resolve("kafka-streams-process-metadata");
    }

    /** Whether all instances run that nobody has ended. */
    boolean healthy() {
        return running.values().stream().allMatch(VestnikProcess::alive);
    }

    /** Ends the test when an instance has ended by itself. */
    void check() {
        running.forEach((name, process) -> {
            if (!process.alive()) {
                throw new AssertionError(name + " has ended by itself" + process.tail());
            }
        });
    }

    /** SIGTERM to all; each has to end in good order. */
    void terminateAll() throws InterruptedException {
        for (String name : names()) {
            terminate(name);
        }
    }

    @Override
    public void close() {
        running.values().forEach(VestnikProcess::close);
    }
}
