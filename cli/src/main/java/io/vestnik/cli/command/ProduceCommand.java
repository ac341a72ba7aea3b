/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.StopSignal;
import io.vestnik.consumer.metrics.Metrics;
import io.vestnik.producer.ArticlePublisher;
import io.vestnik.producer.ArticleSource;
import io.vestnik.producer.DirectoryWatchSource;
import io.vestnik.producer.JsonLinesSource;
import io.vestnik.producer.ObservedAt;
import io.vestnik.producer.PublishException;
import io.vestnik.producer.PublishReport;
import io.vestnik.producer.TextFileSource;
import io.vestnik.producer.UnknownArticleException;
import io.vestnik.producer.intake.Intake;
import io.vestnik.producer.poll.PollConfig;
import io.vestnik.producer.poll.PollTarget;
import io.vestnik.producer.text.TextArticleReader;
import io.vestnik.schemas.TopicAdmin;
import io.vestnik.schemas.avro.PollState;
import io.vestnik.schemas.serde.RegistryUnavailableException;

/** {@code vestnik produce}: publishes articles, or takes them back. */
@Command(
        name = "produce",
        description = {
            "Publish articles from feeds, text files, lines of JSON or a directory that is watched; retract them.",
            "To publish the same again changes nothing; a changed text is a new version. What cannot be read goes to"
                    + " the dead letters with the reason, and the rest goes on."
        })
public final class ProduceCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ProduceCommand.class);

    private static final String STANDARD_INPUT = "-";

    @Spec
    private CommandSpec spec;

    @Mixin
    private Addresses addresses;

    @Mixin
    private ObservationTimes times;

    @Mixin
    private FeedOptions feeds;

    @Mixin
    private IntakeOptions intake;

    @Parameters(
            paramLabel = "SOURCE",
            arity = "0..*",
            description =
                    "Addresses of feeds (RSS, Atom, JSON Feed) and of sitemaps of news, and lists of feeds (.opml),"
                            + " which are polled; or text files, one article each, and directories of them. An article's id is"
                            + " its canonical address, or the file's name, or its path below the directory.")
    private List<String> sources = List.of();

    @Option(
            names = "--jsonl",
            paramLabel = "FILE",
            description = "Lines of JSON, one article each; - for standard input. Fields: id, text; title, url, source,"
                    + " claimedAt (or publishedAt), observedAt, language; or id and \"retracted\": true.")
    private List<String> jsonLines = List.of();

    @Option(
            names = "--watch",
            paramLabel = "DIR",
            description = "Publish the text files of a directory, and those that arrive or change, until Ctrl-C.")
    private @Nullable Path watch;

    @Option(
            names = "--retract",
            paramLabel = "ID",
            description = "Take back an article. Publishing its unchanged file again does not bring it back.")
    private List<String> retractions = List.of();

    @Option(
            names = "--health",
            paramLabel = "HOST:PORT",
            description = "Answer /health/live, /health/ready and /metrics here. Without it nothing listens.")
    private @Nullable String health;

    @Option(
            names = "--max-bytes",
            paramLabel = "N",
            defaultValue = "" + TextFileSource.DEFAULT_MAX_BYTES,
            description = "Longest text of an article in bytes. Default: ${DEFAULT-VALUE}.")
    private int maxBytes;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Articles a second at most: an archive beside live news. Default: as many as there are.")
    private @Nullable Double rate;

    @Option(
            names = "--transactional-id",
            paramLabel = "ID",
            description = "One producer of an id at a time; a second one takes over. Default: "
                    + ArticlePublisher.DEFAULT_TRANSACTIONAL_ID + ", for feeds "
                    + ArticlePublisher.POLLING_TRANSACTIONAL_ID + ", for --listen "
                    + ArticlePublisher.INTAKE_TRANSACTIONAL_ID + ", behind the namespace.")
    private @Nullable String transactionalId;

    @Option(names = "--strict", description = "End with status 1 when an input was refused. Default: 0 and a warning.")
    private boolean strict;

    @Option(
            names = "--json",
            description = "Print one JSON object: published, newVersions, unchanged, retracted, refused (by reason),"
                    + " refusals (the first hundred).")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        check();
        // Opened first and closed last: when a signal ends the watch, the counts are still printed.
        boolean live = watch != null || intake.isGiven() || (!feeds().isEmpty() && feeds.areLive());
        try (StopSignal stop = live ? StopSignal.install() : null) {
            PublishReport report = publishAll(stop);
            PublishReportText.print(report, spec.commandLine().getOut(), json);
            return strict && report.refusedInAll() > 0 ? ExitCode.FAILED.status() : ExitCode.OK.status();
        } catch (PublishException e) {
            throw new CommandFailure(exitCode(e), String.valueOf(e.getMessage()), e);
        }
    }

    private PublishReport publishAll(@Nullable StopSignal stop) throws IOException, InterruptedException {
        ZoneId in = times.zone();
        ObservedAt observed = times.observedAt();
        List<PollTarget> targets = feeds.targets(feeds());
        PollConfig polling = feeds.config(addresses.settings());
        try (Admin admin = addresses.admin()) {
            TopicAdmin.ensure(admin, addresses.topics().all(), 0, (short) -1);
        }
        PublishReport report = PublishReport.empty();
        PublishMeters meters = new PublishMeters();
        try (Metrics metrics = new Metrics().add(meters);
                HealthServer server = HealthServer.start(health, () -> true, metrics::text);
                ArticlePublisher publisher = ArticlePublisher.open(
                        addresses.settings(), addresses.topics(), transactionalId(), observed, Clock.systemUTC())) {
            LOG.debug("Health is told on port {}", server.port());
            TextArticleReader reader = new TextArticleReader(in);
            SourcePublisher to = new SourcePublisher(
                    publisher, rate, meters, spec.commandLine().getErr());
            if (!files().isEmpty()) {
                report = report.plus(to.publish("files", new TextFileSource(files(), reader, maxBytes)));
            }
            for (String file : jsonLines) {
                report = report.plus(to.publish(file, jsonLines(file, in)));
            }
            for (String id : retractions) {
                report = report.plus(retract(publisher, id));
            }
            if (watch != null && stop != null) {
                ArticleSource source =
                        new DirectoryWatchSource(watch, reader, maxBytes, DirectoryWatchSource.DEFAULT_SETTLE);
                report = report.plus(to.publishUntil(stop, watch.toString(), "Watching " + watch, source));
            }
            if (intake.isGiven() && stop != null) {
                Intake source = intake.start(maxBytes, in);
                String what = "Taking in articles on port " + source.port();
                report = report.plus(to.publishUntil(stop, "articles", what, source));
            }
            if (!targets.isEmpty()) {
                Map<String, PollState> restored = ArticlePublisher.pollStates(addresses.settings(), addresses.topics());
                ArticleSource source = feeds.source(targets, polling, restored, maxBytes, in);
                report = report.plus(
                        stop == null
                                ? to.publish("feeds", source)
                                : to.publishUntil(stop, "feeds", "Polling " + targets.size() + " feeds", source));
            }
        }
        return report;
    }

    private PublishReport retract(ArticlePublisher publisher, String id) {
        try {
            boolean changed = publisher.retract(id, times.given());
            return new PublishReport(
                    0,
                    0,
                    changed ? 0 : 1,
                    changed ? 1 : 0,
                    PublishReport.empty().refused(),
                    List.of());
        } catch (UnknownArticleException e) {
            throw new CommandFailure(ExitCode.FAILED, String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private JsonLinesSource jsonLines(String file, ZoneId in) throws IOException {
        InputStream stream =
                file.equals(STANDARD_INPUT) ? System.in : new BufferedInputStream(Files.newInputStream(Path.of(file)));
        return new JsonLinesSource(stream, file, in, maxBytes);
    }

    private void check() {
        if (sources.isEmpty() && jsonLines.isEmpty() && retractions.isEmpty() && watch == null && !intake.isGiven()) {
            throw wrong("Name what to publish: a SOURCE, --jsonl, --watch, --listen or --retract");
        }
        if (maxBytes < 1 || maxBytes > TextFileSource.GREATEST_MAX_BYTES) {
            throw wrong("--max-bytes must be from 1 to " + TextFileSource.GREATEST_MAX_BYTES);
        }
        for (Path source : files()) {
            if (!Files.exists(source)) {
                throw wrong("The source " + source + " does not exist");
            }
        }
        int endless =
                (watch == null ? 0 : 1) + (intake.isGiven() ? 1 : 0) + (!feeds().isEmpty() && feeds.areLive() ? 1 : 0);
        if (endless > 1) {
            throw wrong("--watch, --listen and feeds without --once go on for ever: start a process for each");
        }
        intake.check();
        if (rate != null && !(rate > 0)) {
            throw wrong("--rate must be more than 0");
        }
        if (!feeds().isEmpty() && times.areGiven()) {
            throw wrong("--observed-at does not go with feeds: what they show is seen now");
        }
        for (String file : jsonLines) {
            if (!file.equals(STANDARD_INPUT) && !Files.isRegularFile(Path.of(file))) {
                throw wrong("The file of --jsonl, " + file + ", does not exist");
            }
        }
        if (watch != null && !Files.isDirectory(watch)) {
            throw wrong("The directory of --watch, " + watch + ", does not exist");
        }
        if (times.areNow() && (!files().isEmpty() || !jsonLines.isEmpty() || watch == null)) {
            throw wrong("--observed-at now goes with --watch alone: only what arrives is seen now");
        }
    }

    /** Neither a retraction nor files that are published may take over from feeds that are polled or a watch. */
    private @Nullable String transactionalId() {
        if (transactionalId != null) {
            return transactionalId;
        }
        String namespace = addresses.topics().namespace();
        if (!feeds().isEmpty()) {
            return namespace + ArticlePublisher.POLLING_TRANSACTIONAL_ID;
        }
        if (intake.isGiven()) {
            return namespace + ArticlePublisher.INTAKE_TRANSACTIONAL_ID;
        }
        boolean retractsOnly = sources.isEmpty() && jsonLines.isEmpty() && watch == null;
        return retractsOnly ? namespace + ArticlePublisher.RETRACTING_TRANSACTIONAL_ID : null;
    }

    private List<String> feeds() {
        return sources.stream().filter(FeedOptions::isFeed).toList();
    }

    private List<Path> files() {
        return sources.stream()
                .filter(source -> !FeedOptions.isFeed(source))
                .map(Path::of)
                .toList();
    }

    static ExitCode exitCode(PublishException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException || cause instanceof RegistryUnavailableException) {
                return ExitCode.UNAVAILABLE;
            }
        }
        return ExitCode.FAILED;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
