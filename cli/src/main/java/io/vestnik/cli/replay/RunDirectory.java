/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.replay;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.pipeline.ScratchDirectory;

/**
 * Where a run is kept.
 *
 * <pre>
 * RUNS/R/manifest.json   what the run was made from and what came out
 * RUNS/R/history.avro    what was known when
 * RUNS/R.part/           the same while it is being made; renamed when it is whole
 * </pre>
 */
public final class RunDirectory {
    static final String MANIFEST = "manifest.json";
    static final String HISTORY = "history.avro";

    private static final String PART = ".part";
    private static final String LOCK = "lock";

    private final Path runs;
    private final RunId id;

    /**
     * Names a run's directory.
     *
     * @param runs the directory of all runs
     */
    public RunDirectory(Path runs, RunId id) {
        this.runs = runs;
        this.id = id;
    }

    /** Which run it is. */
    public RunId id() {
        return id;
    }

    /** The manifest of a run that is done. */
    public Path manifest() {
        return whole().resolve(MANIFEST);
    }

    /** The history of a run that is done. */
    public Path history() {
        return whole().resolve(HISTORY);
    }

    /** The directory of a run that is being made. */
    public Path part() {
        return runs.resolve(id + PART);
    }

    private Path whole() {
        return runs.resolve(id.id());
    }

    /** Whether the run is done. */
    public boolean isDone() {
        return Files.isRegularFile(manifest());
    }

    /** Whether the run was begun and not ended. */
    public boolean isBegun() {
        return Files.isDirectory(part());
    }

    /**
     * This run, which must be done.
     *
     * @throws CommandFailure when it is not
     */
    public RunDirectory mustBeDone() {
        if (isDone()) {
            return this;
        }
        String why = isBegun() ? "was begun and has not ended; 'vestnik replay … --resume' goes on" : "is not there";
        throw new CommandFailure(
                ExitCode.USAGE,
                "Run " + id + " " + why + " (looked in " + runs.toAbsolutePath()
                        + "; --runs names another directory).");
    }

    /**
     * Makes the directory of a run that begins.
     *
     * @throws CommandFailure when the run is there already
     */
    public void begin() throws IOException {
        if (isDone() || isBegun()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "Run " + id + (isDone() ? " is there already" : " was begun already; --resume goes on with it")
                            + ". Take another --run-id, or remove it with 'vestnik replay rm " + id + "'.");
        }
        Files.createDirectories(runs);
        try {
            Files.createDirectory(part());
        } catch (FileAlreadyExistsException e) {
            throw new CommandFailure(ExitCode.UNAVAILABLE, "Another process has just begun run " + id + ".", e);
        }
    }

    /**
     * Takes up a run that was begun. What it had made is made again.
     *
     * @throws CommandFailure when it was not begun, or has ended
     */
    void goOn() {
        if (!isBegun()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "Run " + id + (isDone() ? " has ended" : " was not begun")
                            + ", so there is nothing to go on with.");
        }
    }

    /** Keeps other processes from the run until it is closed. */
    static final class Lock implements AutoCloseable {
        private final FileChannel file;
        private final Path directory;

        private Lock(FileChannel file, Path directory) {
            this.file = file;
            this.directory = directory;
        }

        /** The directory that is locked. */
        Path directory() {
            return directory;
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }

    /**
     * Locks a run that is being made, and removes what an earlier try has left but for its checkpoint.
     *
     * @throws CommandFailure when another process has it
     */
    Lock lock() throws IOException {
        FileChannel file = FileChannel.open(part().resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (file.tryLock() != null) {
                clear(List.of(LOCK, Checkpoint.FILE));
                return new Lock(file, part());
            }
        } catch (OverlappingFileLockException e) {
            // As when another process has it.
        }
        file.close();
        throw new CommandFailure(
                ExitCode.UNAVAILABLE, "Another process is at work on run " + id + "; wait for it, or stop it.");
    }

    private void clear(List<String> butFor) throws IOException {
        try (Stream<Path> all = Files.list(part())) {
            for (Path path : all.toList()) {
                if (!butFor.contains(String.valueOf(path.getFileName()))) {
                    delete(path);
                }
            }
        }
    }

    /** The run is whole: removes what it was made with and gives it its name. */
    void end() throws IOException {
        clear(List.of(MANIFEST, HISTORY));
        try {
            Files.move(part(), whole(), StandardCopyOption.ATOMIC_MOVE);
        } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
            throw new CommandFailure(ExitCode.UNAVAILABLE, "Another process has ended run " + id + " meanwhile.", e);
        }
    }

    /** Removes the run, done or not. */
    public void remove() throws IOException {
        delete(part());
        delete(whole());
    }

    private static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            ScratchDirectory.remove(path);
        }
    }
}
