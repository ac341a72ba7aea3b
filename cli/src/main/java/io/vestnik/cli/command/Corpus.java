/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.vestnik.producer.ArticleEvents;
import io.vestnik.producer.ArticleSource;
import io.vestnik.producer.JsonLinesSource;
import io.vestnik.producer.ObservedAt;
import io.vestnik.producer.PublishListener;
import io.vestnik.producer.PublishReport;
import io.vestnik.producer.TextFileSource;
import io.vestnik.producer.text.TextArticleReader;
import io.vestnik.schemas.avro.ArticleEvent;

/** Articles named on the command line, read without a broker. */
public final class Corpus {
    private static final String STANDARD_INPUT = "-";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Text files, one article each, or directories of them.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--jsonl",
            paramLabel = "FILE",
            description = "Lines of JSON, one article each: id, text, and optionally title, url, source, claimedAt (or"
                    + " publishedAt), observedAt, language. '-' is standard input.")
    private List<String> jsonLines = new ArrayList<>();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "Europe/Moscow",
            description = "Where times without a zone are read. Default: ${DEFAULT-VALUE}.")
    private ZoneId zone;

    /** For picocli, which fills it in. */
    public Corpus() {}

    /** What a command that has other parameters as well was given; see the options for the meaning. */
    Corpus(CommandSpec spec, List<Path> files, List<String> jsonLines, ZoneId zone) {
        this.spec = spec;
        this.files = files;
        this.jsonLines = jsonLines;
        this.zone = zone;
    }

    /**
     * Reads all of it. What is refused is told on standard error, a line each, and the rest goes on.
     *
     * @return how many inputs were refused
     * @throws ParameterException when nothing is named, or what is named does not exist
     */
    long read(Consumer<ArticleEvent> events) throws IOException, InterruptedException {
        check();
        long refused = 0;
        if (!files.isEmpty()) {
            refused += read(
                    new TextFileSource(files, new TextArticleReader(zone), TextFileSource.DEFAULT_MAX_BYTES), events);
        }
        for (String file : jsonLines) {
            InputStream in = file.equals(STANDARD_INPUT)
                    ? System.in
                    : new BufferedInputStream(Files.newInputStream(Path.of(file)));
            refused += read(new JsonLinesSource(in, file, zone, TextFileSource.DEFAULT_MAX_BYTES), events);
        }
        return refused;
    }

    private long read(ArticleSource source, Consumer<ArticleEvent> events) throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        PublishListener listener = new PublishListener() {
            @Override
            public void refused(PublishReport.Refusal refusal) {
                err.println("refused: " + refusal.place() + ": " + refusal.reason() + ": " + refusal.message());
            }
        };
        try (source) {
            return ArticleEvents.read(source, ObservedAt.assumed(), Clock.systemUTC(), events, listener)
                    .refusedInAll();
        }
    }

    private void check() {
        if (files.isEmpty() && jsonLines.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Name what to read: a FILE or --jsonl");
        }
        for (Path file : files) {
            if (!Files.exists(file)) {
                throw new ParameterException(spec.commandLine(), file + " does not exist");
            }
        }
        for (String file : jsonLines) {
            if (!file.equals(STANDARD_INPUT) && !Files.isRegularFile(Path.of(file))) {
                throw new ParameterException(spec.commandLine(), "The file of --jsonl, " + file + ", does not exist");
            }
        }
    }
}
