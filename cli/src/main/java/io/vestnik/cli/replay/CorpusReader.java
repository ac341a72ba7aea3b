/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.pipeline.OffsetRange;
import io.vestnik.producer.ArticleEvents;
import io.vestnik.producer.ArticleSource;
import io.vestnik.producer.JsonLinesSource;
import io.vestnik.producer.ObservedAt;
import io.vestnik.producer.PublishListener;
import io.vestnik.producer.TextFileSource;
import io.vestnik.producer.text.TextArticleReader;
import io.vestnik.schemas.avro.ArticleEvent;

/** Reads the corpus of a run from where the request says. */
final class CorpusReader {
    private final ReplayRequest request;
    private final ReplayListener listener;
    private final PublishListener refusals;
    private final @Nullable TopicCorpus<ArticleEvent> topic;
    private final @Nullable SortedMap<Integer, OffsetRange> offsets;
    private final CorrectionCorpus corrections;
    private final Manifest.@Nullable Watches watches;
    private long refused;

    /**
     * A reader.
     *
     * @param cluster settings of clients of the cluster that has the topic of the corpus; null when the corpus is none
     * @param pins what of the cluster it is; null for what it holds now
     * @param listener hears how far a topic is read, and may end that
     * @param refusals hears of what is refused
     * @throws CommandFailure when there is no such corpus, or it does not hold the offsets any more
     */
    CorpusReader(
            ReplayRequest request,
            @Nullable Map<String, Object> cluster,
            @Nullable Pins pins,
            ReplayListener listener,
            PublishListener refusals)
            throws InterruptedException {
        this.request = request;
        this.listener = listener;
        this.refusals = refusals;
        this.corrections = new CorrectionCorpus(request, cluster, pins, listener, refusals);
        this.watches = pins == null ? new WatchCorpus(request, refusals).read(cluster) : pins.watches();
        if (!request.isOfTopic()) {
            this.topic = null;
            this.offsets = null;
            return;
        }
        if (cluster == null) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "The corpus is a topic: name the cluster that has it with --bootstrap and --registry.");
        }
        this.topic = new TopicCorpus<>(
                request.corpus().substring(TopicCorpus.PREFIX.length()),
                ArticleEvent.class,
                ArticleEvent::getArticleId,
                cluster,
                refusals);
        SortedMap<Integer, OffsetRange> pinned = pins == null ? null : pins.offsets();
        if (pinned != null) {
            topic.check(pinned);
        }
        this.offsets = pinned == null ? topic.present() : pinned;
    }

    /** What of the cluster is read. */
    Pins pins() {
        return new Pins(offsets, corrections.offsets(), watches);
    }

    /**
     * Reads the events and corrections that the request takes, in order; not all of them when the listener ends it.
     *
     * @param into an empty corpus
     * @throws CommandFailure when there is nothing in it that the request takes
     */
    void read(ReplayCorpus into) throws IOException, InterruptedException {
        Consumer<ArticleEvent> events = event -> {
            if (request.takes(event.getObservedAt())) {
                into.add(event);
            }
        };
        if (topic != null && offsets != null) {
            topic.read(offsets, events, listener);
            refused = topic.refused();
        } else {
            refused = readFiles(events);
        }
        if (!listener.isStopped()) {
            corrections.read(into::add);
        }
        if (watches != null) {
            watches.changes().forEach(into::add);
        }
        into.sort();
        if (into.articles() == 0 && !listener.isStopped()) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "There is no article in " + request.corpus() + (refused > 0 ? ": all were refused" : "")
                            + (request.from() != null || request.to() != null ? " between --from and --to" : "") + ".");
        }
    }

    /** What the corpus is that was read, for the manifest. */
    Manifest.Corpus describe(ReplayCorpus read, String digest) {
        return new Manifest.Corpus(
                read.articles(),
                read.size() - read.corrections(),
                refused,
                read.first(),
                read.last(),
                digest,
                offsets,
                topic == null ? null : topic.schemaIds(),
                corrections.describe(read),
                watches);
    }

    private long readFiles(Consumer<ArticleEvent> events) throws IOException, InterruptedException {
        ObservedAt observed =
                request.observedAt() == null ? ObservedAt.assumed() : ObservedAt.given(request.observedAt());
        try (ArticleSource source = source()) {
            return ArticleEvents.read(source, observed, Clock.systemUTC(), events, refusals)
                    .refusedInAll();
        }
    }

    private ArticleSource source() throws IOException {
        Path path = Path.of(request.corpus());
        ZoneId zone = ZoneId.of(request.zone());
        if (Files.isDirectory(path)) {
            return new TextFileSource(List.of(path), new TextArticleReader(zone), TextFileSource.DEFAULT_MAX_BYTES);
        }
        if (Files.isRegularFile(path)) {
            return new JsonLinesSource(
                    new BufferedInputStream(Files.newInputStream(path)),
                    request.corpus(),
                    zone,
                    TextFileSource.DEFAULT_MAX_BYTES);
        }
        throw new CommandFailure(
                ExitCode.USAGE,
                request.corpus() + " is neither a directory of text files nor a file of JSON lines; a topic is written "
                        + TopicCorpus.PREFIX + "NAME.");
    }
}
