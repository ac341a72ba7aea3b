/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;

/**
 * How far a run came that was stopped. What was worked through is not kept, only how far it went: as a run is a function of
 * its corpus, working it through again gives the same, and takes as long as the machine needs, not as long as the pace.
 *
 * @param request what the run was asked for
 * @param pins what of a cluster it is made from
 * @param corpus digest of its corpus; null when it was stopped before all of it was read
 * @param done events that were worked through
 */
record Checkpoint(
        ReplayRequest request, Pins pins, @Nullable String corpus, int done) {
    static final String FILE = "checkpoint.json";

    void write(Path directory) throws IOException {
        Manifest.write(directory.resolve(FILE), this);
    }

    /**
     * Reads that of a run.
     *
     * @throws CommandFailure when there is none
     */
    static Checkpoint read(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "There is no " + file
                            + ", so the run cannot be gone on with: it ended before it had begun to read its corpus."
                            + " Remove it with 'vestnik replay rm' and begin again.");
        }
        return Manifest.read(file, Checkpoint.class);
    }

    /**
     * Makes sure that what is asked for now is the same run.
     *
     * @throws CommandFailure when it is not
     */
    void check(ReplayRequest now) {
        List<String> differences = Manifest.differences(request, now);
        if (!differences.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "The run was begun with other options, so it cannot be gone on with: "
                            + String.join("; ", differences) + ".");
        }
    }

    /**
     * Makes sure that the corpus is the same.
     *
     * @throws CommandFailure when it is not
     */
    void check(String corpusNow) {
        if (corpus != null && !corpus.equals(corpusNow)) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "The corpus has changed since the run was begun, so it cannot be gone on with. Remove the run with"
                            + " 'vestnik replay rm' and begin again.");
        }
    }
}
