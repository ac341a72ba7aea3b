/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.vestnik.cli.replay.Replay;
import io.vestnik.cli.replay.ReplayListener;
import io.vestnik.cli.replay.ReplayRequest;
import io.vestnik.cli.replay.RunDirectory;
import io.vestnik.cli.replay.RunId;
import io.vestnik.consumer.history.Pace;
import io.vestnik.producer.PublishListener;

/** The run in which nothing happens: a replay without a broker. */
final class Undisturbed {
    private static final ReplayListener SILENT = new ReplayListener() {
        @Override
        public void phase(String name, long events) {
            // Nobody looks on.
        }

        @Override
        public void done(long events) {
            // As above.
        }

        @Override
        public boolean isStopped() {
            return false;
        }
    };

    private final RunDirectory run;
    private final Map<String, String> digests;

    /**
     * Makes it.
     *
     * @param lines events as lines of JSON
     * @param directory where it works, and leaves what it found
     */
    Undisturbed(List<String> lines, Path directory) throws IOException, InterruptedException {
        Path corpus = directory.resolve("corpus.jsonl");
        Files.write(corpus, lines);
        ReplayRequest request = new ReplayRequest(
                corpus.toString(),
                "UTC",
                null,
                null,
                null,
                ReplayRequest.Engine.DRIVER,
                1,
                1,
                null,
                Map.of(),
                Map.of());
        run = new RunDirectory(directory.resolve("runs"), RunId.of("undisturbed"));
        digests = Objects.requireNonNull(
                        new Replay(request, run, null, Pace.UNLIMITED, SILENT, PublishListener.NONE).run(),
                        "not stopped")
                .tables()
                .digests();
    }

    /** Digest of each final table, by base name. */
    Map<String, String> digests() {
        return digests;
    }

    /** Every change of a final table. */
    Path history() {
        return run.history();
    }
}
