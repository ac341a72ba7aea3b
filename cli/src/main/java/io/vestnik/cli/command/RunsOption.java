/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.nio.file.Path;

import picocli.CommandLine.Option;

import io.vestnik.cli.replay.RunDirectory;
import io.vestnik.cli.replay.RunId;

/** Where the runs of replays are kept. */
public final class RunsOption {
    @Option(
            names = "--runs",
            paramLabel = "DIR",
            defaultValue = "runs",
            description = "Where runs are kept, a directory each. Default: ${DEFAULT-VALUE}.")
    private Path directory;

    /** The directory of a run. @throws io.vestnik.cli.CommandFailure when the name is none */
    RunDirectory run(String id) {
        return new RunDirectory(directory, RunId.of(id));
    }
}
