/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.consumer.history.HistoryWriter;
import io.vestnik.consumer.history.Pace;
import io.vestnik.consumer.history.TablesAsOf;
import io.vestnik.producer.PublishListener;
import io.vestnik.schemas.TableDigest;
import io.vestnik.schemas.avro.HistoryEntry;
import io.vestnik.streams.FrozenResources;
import io.vestnik.streams.VestnikTopology;

/**
 * Makes a run: reads the corpus, puts its events through the engine that is asked for, and writes the history and the
 * manifest.
 *
 * <p>The history is always made by events in order, one at a time: a cluster that reads several partitions, or a shuffled
 * run, learns of things later than they could have been known. So such a run has a second pass, and the tables of both
 * must be the same.
 */
public final class Replay {
    private final ReplayRequest request;
    private final RunDirectory directory;
    private final Pace pace;
    private final ReplayListener listener;
    private final PublishListener refusals;
    private final Map<String, String> settings;
    /** Of the cluster that has the topic of the corpus. */
    private final @Nullable Map<String, Object> cluster;
    /** Of the cluster on which the instances are; null for an own broker. */
    private @Nullable Map<String, Object> brokers;
    /** Events that were paced before the run was stopped. */
    private int paced;
    /** Events of the paced pass that are done. */
    private int done;

    /**
     * A run that is to be made.
     *
     * @param directory where it is kept; not begun yet
     * @param cluster settings of clients of the brokers and the registry that have the topic of the corpus, and on which
     *     the instances of a run on a cluster are; null for an own broker, and for a corpus that is no topic
     * @param pace how fast the events follow each other
     * @param listener hears how far it has come
     * @param refusals hears of inputs that are refused
     * @throws org.apache.kafka.common.config.ConfigException when a setting is not allowed
     */
    public Replay(
            ReplayRequest request,
            RunDirectory directory,
            @Nullable Map<String, Object> cluster,
            Pace pace,
            ReplayListener listener,
            PublishListener refusals) {
        this.request = request;
        this.directory = directory;
        this.cluster = cluster;
        this.brokers = request.engine() == ReplayRequest.Engine.CLUSTER ? cluster : null;
        this.pace = pace;
        this.listener = listener;
        this.refusals = refusals;
        this.settings = ReplaySettings.of(request, directory.id());
        ReplaySettings.effective(settings);
    }

    /**
     * Makes it.
     *
     * @return what came out; null when the listener stopped it
     * @throws CommandFailure when the corpus cannot be read, or the run is there already
     */
    public @Nullable Manifest run() throws IOException, InterruptedException {
        return run(null);
    }

    /**
     * Makes a run that was made before, from the same offsets where its corpus is a topic. What runs on a cluster runs on
     * an own broker: the one that is named may have the topics of that run.
     *
     * @param then the manifest of that run
     * @return as {@link #run()}
     * @throws CommandFailure when the corpus cannot be read, or some of the offsets have expired
     */
    public @Nullable Manifest again(Manifest then) throws IOException, InterruptedException {
        brokers = null;
        return run(Pins.of(then.corpus()));
    }

    private @Nullable Manifest run(@Nullable Pins pins) throws IOException, InterruptedException {
        directory.begin();
        try {
            return make(null, pins);
        } catch (IOException | InterruptedException | RuntimeException e) {
            // Nothing of it can be gone on with.
            directory.remove();
            throw e;
        }
    }

    /**
     * Goes on with it where it was stopped.
     *
     * @return as {@link #run()}
     * @throws CommandFailure when it was not begun, or not with this request or this corpus
     */
    public @Nullable Manifest resume() throws IOException, InterruptedException {
        directory.goOn();
        Checkpoint before = Checkpoint.read(directory.part());
        return make(before, before.pins());
    }

    private @Nullable Manifest make(@Nullable Checkpoint before, @Nullable Pins pins)
            throws IOException, InterruptedException {
        Manifest manifest;
        try (RunDirectory.Lock lock = directory.lock();
                ReplayCorpus corpus = ReplayCorpus.create(lock.directory().resolve("corpus"))) {
            if (before != null) {
                before.check(request);
                paced = before.done();
                if (brokers != null) {
                    ReplayCluster.remove(brokers, directory.id());
                }
            }
            CorpusReader reader = new CorpusReader(request, cluster, pins, listener, refusals);
            Checkpoint begun = checkpoint(reader, before == null ? null : before.corpus(), paced);
            begun.write(directory.part());
            reader.read(corpus);
            if (listener.isStopped()) {
                return null;
            }
            String digest = corpus.digest();
            String whole = corpus.corrections() == 0 ? digest : digest + "+" + corpus.correctionsDigest();
            begun.check(whole);
            checkpoint(reader, whole, paced).write(directory.part());
            manifest = make(corpus, reader.describe(corpus, digest));
            if (manifest == null) {
                checkpoint(reader, whole, Math.max(paced, done)).write(directory.part());
            }
        }
        if (manifest != null) {
            manifest.write(directory.part().resolve(RunDirectory.MANIFEST));
            directory.end();
        }
        return manifest;
    }

    private Checkpoint checkpoint(CorpusReader reader, @Nullable String corpus, int events) {
        return new Checkpoint(request, reader.pins(), corpus, events);
    }

    private @Nullable Manifest make(ReplayCorpus corpus, Manifest.Corpus description)
            throws IOException, InterruptedException {
        Path history = directory.part().resolve(RunDirectory.HISTORY);
        TableDigest tables = first(corpus);
        if (listener.isStopped()) {
            return null;
        }
        long deadLetters;
        try (HistoryWriter writer = new HistoryWriter(history)) {
            deadLetters = drive(corpus, "replay", tables == null, writer::add);
        }
        if (listener.isStopped()) {
            return null;
        }
        TableDigest ended = TablesAsOf.read(history, null).digest();
        checkSame(tables, ended);
        return new Manifest(
                directory.id().id(),
                request,
                description,
                VestnikTopology.digest(settings),
                ReplaySettings.schemas(),
                ReplaySettings.effective(settings),
                FrozenResources.digests(),
                ReplaySettings.versions(),
                deadLetters,
                Manifest.Tables.of(ended),
                cuts(history));
    }

    /** The pass of a run that is not in order or not in this process; null when there is none. */
    private @Nullable TableDigest first(ReplayCorpus corpus) throws InterruptedException {
        Long seed = request.shuffleSeed();
        if (seed != null) {
            corpus.shuffle(seed);
        }
        TableDigest tables = null;
        if (request.engine() == ReplayRequest.Engine.CLUSTER) {
            tables = cluster(corpus);
        } else if (seed != null) {
            TablesAsOf shuffled = new TablesAsOf();
            drive(corpus, "shuffled", true, shuffled::apply);
            tables = shuffled.digest();
        }
        corpus.sort();
        return tables;
    }

    private @Nullable TableDigest cluster(ReplayCorpus corpus) throws InterruptedException {
        Path state = directory.part().resolve("cluster");
        listener.phase("cluster", corpus.size());
        try (ReplayCluster own = brokers == null
                        ? ReplayCluster.embedded(state.resolve("kafka"))
                        : ReplayCluster.existing(brokers);
                ClusterEngine engine = new ClusterEngine(own, directory.id(), request, settings, state)) {
            return engine.run(
                    corpus,
                    (time, place) -> {
                        if (place >= paced) {
                            pace.await(time, listener::isStopped);
                            done = place;
                        }
                    },
                    listener);
        }
    }

    private long drive(ReplayCorpus corpus, String phase, boolean inPace, Consumer<HistoryEntry> history)
            throws InterruptedException {
        listener.phase(phase, corpus.size());
        try (DriverEngine engine =
                new DriverEngine(settings, request.watches(), directory.part().resolve(phase), history)) {
            for (int i = 0; i < corpus.size() && !listener.isStopped(); i++) {
                if (inPace && i >= paced) {
                    pace.await(corpus.observedAt(i), listener::isStopped);
                }
                if (listener.isStopped()) {
                    break;
                }
                corpus.watchesBefore(i).forEach(engine::put);
                engine.put(corpus.get(i));
                listener.done(i + 1);
                if (inPace) {
                    done = i + 1;
                }
            }
            corpus.watchesBefore(corpus.size()).forEach(engine::put);
            return engine.deadLetters();
        }
    }

    private SortedMap<String, Manifest.Tables> cuts(Path history) throws IOException {
        SortedMap<String, Manifest.Tables> cuts = new TreeMap<>();
        for (Map.Entry<String, Instant> cut : request.cuts().entrySet()) {
            cuts.put(
                    cut.getKey(),
                    Manifest.Tables.of(TablesAsOf.read(history, cut.getValue()).digest()));
        }
        return cuts;
    }

    private static void checkSame(@Nullable TableDigest first, TableDigest ordered) {
        if (first != null && !first.total().equals(ordered.total())) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "The tables depend on the order of the events, which is a fault in Vestnik: the run gives "
                            + first.perTable() + ", the same events in order " + ordered.perTable());
        }
    }
}
