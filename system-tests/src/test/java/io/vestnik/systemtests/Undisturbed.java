/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.vestnik.cli.replay.Manifest;
import io.vestnik.cli.replay.Replay;
import io.vestnik.cli.replay.ReplayListener;
import io.vestnik.cli.replay.ReplayRequest;
import io.vestnik.cli.replay.RunDirectory;
import io.vestnik.cli.replay.RunId;
import io.vestnik.consumer.history.Pace;
import io.vestnik.producer.PublishListener;

/** The run in which nothing happens: a replay without a broker. */
public final class Undisturbed {
    private final RunDirectory run;
    private final Manifest.Tables tables;

    /**
     * Makes it.
     *
     * @param lines events as lines of JSON
     * @param directory where it works, and leaves what it found
     */
    public Undisturbed(List<String> lines, Path directory) throws IOException, InterruptedException {
        Path corpus = directory.resolve("corpus.jsonl");
        Files.write(corpus, lines);
        run = new RunDirectory(directory.resolve("runs"), RunId.of("undisturbed"));
        Replay replay = new Replay(
                ReplayRequest.of(corpus.toString()),
                run,
                null,
                Pace.UNLIMITED,
                ReplayListener.NONE,
                PublishListener.NONE);
        tables = Objects.requireNonNull(replay.run(), "not stopped").tables();
    }

    /** Digest of each final table, by base name. */
    public Map<String, String> digests() {
        return tables.digests();
    }

    /** Digest of all final tables. */
    public String digest() {
        return tables.digest();
    }

    /** Every change of a final table. */
    public Path history() {
        return run.history();
    }
}
