/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory for the data of one run: one that the user named and keeps, or a temporary one that goes with the run. */
public final class ScratchDirectory implements AutoCloseable {
    private final Path path;
    private final boolean temporary;

    private ScratchDirectory(Path path, boolean temporary) {
        this.path = path;
        this.temporary = temporary;
    }

    /** A new directory that is removed on close. */
    public static ScratchDirectory temporary() throws IOException {
        return new ScratchDirectory(Files.createTempDirectory("vestnik-"), true);
    }

    /** A directory that stays. */
    public static ScratchDirectory kept(Path path) {
        return new ScratchDirectory(path, false);
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            remove(path);
        }
    }

    /** Removes a directory with all that is in it, or a file. */
    public static void remove(Path path) throws IOException {
        List<Path> inner;
        try (Stream<Path> all = Files.walk(path)) {
            inner = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : inner) {
            Files.deleteIfExists(each);
        }
    }
}
