/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.StopSignal;
import io.vestnik.cli.pipeline.LocalPipeline;
import io.vestnik.cli.pipeline.ScratchDirectory;
import io.vestnik.cli.pipeline.Summary;
import io.vestnik.cli.view.Style;
import io.vestnik.cli.view.SummaryPrinter;
import io.vestnik.producer.ArticlePublisher;
import io.vestnik.producer.ObservedAt;
import io.vestnik.producer.PublishListener;
import io.vestnik.producer.PublishReport;
import io.vestnik.producer.TextFileSource;
import io.vestnik.producer.text.TextArticleReader;

/** {@code vestnik demo}: broker, registry and all parts in one process over a directory of text files. */
@Command(
        name = "demo",
        description = {
            "Run everything in one process over a directory of text files and print what they say together.",
            "Without --once it goes on until Ctrl-C, and answers vestnik query, produce and dlq meanwhile."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "Directory of text files, one article each. Default: the seeds that come with Vestnik.")
    private @Nullable Path directory;

    @Option(names = "--once", description = "End after printing.")
    private boolean once;

    @Option(names = "--json", description = "Print one JSON object instead.")
    private boolean json;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where broker and state are kept, for a further run. Default: a temporary directory.")
    private @Nullable Path data;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "2",
            description = "Partitions of the topics of a new data directory. Default: ${DEFAULT-VALUE}.")
    private int partitions;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "Europe/Moscow",
            description = "Where times without a zone are read. Default: ${DEFAULT-VALUE}.")
    private ZoneId zone;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:0",
            description = "Where vestnik query is answered; port 0 is a free one. Default: ${DEFAULT-VALUE}.")
    private String listen;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path source = source();
        PrintWriter out = spec.commandLine().getOut();
        try (StopSignal stop = StopSignal.install();
                ScratchDirectory scratch = data == null ? ScratchDirectory.temporary() : ScratchDirectory.kept(data);
                LocalPipeline pipeline = LocalPipeline.start(scratch.path(), partitions, listen)) {
            PublishReport report = publish(pipeline, source);
            pipeline.awaitQuiescence(LIMIT);
            Summary summary = Summary.of(pipeline.tables(), pipeline.topics(), pipeline.settings());
            if (json) {
                out.println(summary.json().toPrettyString());
            } else {
                new SummaryPrinter(out, Style.ofTerminal()).print(summary, pipeline.views(summary, LIMIT));
            }
            report.refusals().forEach(refusal -> spec.commandLine()
                    .getErr()
                    .println("refused: " + refusal.place() + ": " + refusal.message()));
            out.flush();
            if (!once) {
                printAddresses(out, pipeline);
                stop.await(pipeline.failed());
            }
        }
        return ExitCode.OK.status();
    }

    private Path source() {
        Path source = directory;
        if (source == null) {
            String home = System.getProperty("vestnik.home");
            source = home == null ? Path.of("seeds") : Path.of(home, "seeds");
        }
        if (!Files.isDirectory(source)) {
            throw new CommandFailure(
                    ExitCode.USAGE, source + " is not a directory. Name a directory of text files, one article each.");
        }
        return source;
    }

    private PublishReport publish(LocalPipeline pipeline, Path source) throws IOException, InterruptedException {
        try (ArticlePublisher publisher = ArticlePublisher.open(
                        pipeline.settings(), pipeline.topics(), null, ObservedAt.assumed(), Clock.systemUTC());
                TextFileSource files = new TextFileSource(
                        List.of(source), new TextArticleReader(zone), TextFileSource.DEFAULT_MAX_BYTES)) {
            return publisher.publish(files, PublishListener.NONE);
        }
    }

    private static void printAddresses(PrintWriter out, LocalPipeline pipeline) {
        out.println();
        out.println("Kafka            " + pipeline.settings().get("bootstrap.servers"));
        out.println("Schema registry  " + pipeline.settings().get("schema.registry.url"));
        out.println("Page and queries " + pipeline.queryUrl());
        out.println("Ctrl-C stops all of it.");
        out.flush();
    }
}
