/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.performance;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.vestnik.cli.pipeline.Quiescence;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.systemtests.Newsroom;

/** A topology in a worker, with the topics of its own, that is fed and waited for. */
final class Application implements AutoCloseable {
    static final int PARTITIONS = 4;

    private static final Duration LIMIT = Duration.ofMinutes(15);

    private final Bench bench;
    private final WorkerProcess worker;
    private final Newsroom room;
    private final Path state;
    private final String settings;
    private final Feed feed;
    private final Quiescence quiescence;

    /**
     * Makes the topics; nothing is started yet.
     *
     * @param name of the run, letters and digits
     * @param settings of the topology, name=value, parted by blanks
     */
    Application(Bench bench, WorkerProcess worker, Part part, String name, String settings)
            throws InterruptedException {
        this.bench = bench;
        this.worker = worker;
        this.settings = settings;
        this.room = new Newsroom(bench.cluster(), name, PARTITIONS);
        this.state = bench.directory().resolve(name);
        this.feed = new Feed(bench.cluster(), room.topics().articles);
        this.quiescence = room.quiescence();
    }

    Newsroom room() {
        return room;
    }

    Path state() {
        return state;
    }

    /** Starts the topology and waits until it works; see {@link Worker} for the answer. */
    JsonNode start() {
        return worker.ask("start " + room.topics().namespace().split("\\.", -1)[1] + " " + PARTITIONS + " " + state
                + " " + settings);
    }

    /** Stops it; it can be started again. */
    void stop() {
        worker.ask("stop");
    }

    /**
     * Feeds articles and waits until nothing is left to do.
     *
     * @return what the process has taken for it
     */
    Usage work(List<ArticleEvent> events) throws InterruptedException {
        Usage before = Usage.of(worker);
        feed.sendAll(events);
        Map<String, Long> left = quiescence.await(LIMIT, worker::alive);
        Usage used = Usage.of(worker).minus(before);
        if (!left.isEmpty()) {
            throw new IllegalStateException("not finished within " + LIMIT + ", left to do: " + left);
        }
        return used;
    }

    /** Removes its topics and its state. */
    void remove() throws Exception {
        bench.remove(room);
        Bench.delete(state);
    }

    @Override
    public void close() {
        quiescence.close();
        feed.close();
    }
}
