/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command.eval;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;

/** The file into which a model goes. What is there already stays whole until the new one is. */
final class ModelFile {
    /** What goes into the file. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream stream) throws IOException;
    }

    private static final String HINT = " Name a file in a directory that you may write to with --out.";

    private final Path path;

    private ModelFile(Path path) {
        this.path = path;
    }

    /**
     * A place for a model, looked at before the training, which takes its time.
     *
     * @param named its path; a link stays, and the file that it leads to is the place
     * @throws CommandFailure when no file can be written there
     * @throws IOException when a link cannot be followed
     */
    static ModelFile at(Path named) throws IOException {
        Path path = Files.exists(named) ? named.toRealPath() : named;
        Path directory = path.toAbsolutePath().getParent();
        String problem = null;
        if (directory == null || (Files.exists(path) && !Files.isRegularFile(path))) {
            problem = path + " is not a file.";
        } else if (!Files.exists(directory)) {
            problem = "The directory " + directory + " does not exist.";
        } else if (!Files.isDirectory(directory)) {
            problem = directory + " is not a directory.";
        } else if (!Files.isWritable(directory)) {
            problem = "The directory " + directory + " cannot be written to.";
        }
        if (problem != null) {
            throw new CommandFailure(ExitCode.USAGE, problem + HINT);
        }
        return new ModelFile(path);
    }

    /**
     * Writes the model, gzipped.
     *
     * @return bytes of the file
     * @throws IOException when it cannot be written; then nothing of it is left
     */
    long write(Content model) throws IOException {
        Path draft = path.resolveSibling(path.getFileName() + ".tmp");
        try {
            try (OutputStream stream = new GZIPOutputStream(Files.newOutputStream(draft))) {
                model.write(stream);
            }
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
        return Files.size(path);
    }
}
