/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The log of one run: everything to a file, for the console only warnings of Vestnik itself and errors of what it is
 * built on, on standard error and without stack traces.
 */
final class RunLog {
    private static @Nullable Path current;

    private final Path file;
    private final boolean temporary;
    private final FileAppender<ILoggingEvent> appender;
    private final Logger root;

    private RunLog(Path file, boolean temporary, FileAppender<ILoggingEvent> appender, Logger root) {
        this.file = file;
        this.temporary = temporary;
        this.appender = appender;
        this.root = root;
    }

    /**
     * Starts the log.
     *
     * @param given the file of {@code --log-file}; it is appended to. Null for one of this run alone
     * @throws CommandFailure when the file cannot be written
     */
    static RunLog open(@Nullable Path given, boolean debug) {
        Path file = given == null ? temporaryFile() : writable(given.toAbsolutePath());
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setFile(file.toString());
        start(appender, context, "%d{yyyy-MM-dd'T'HH:mm:ss.SSS,UTC}Z %-5level [%thread] %logger{36} - %msg%n");
        root.setLevel(Level.INFO);
        root.addAppender(appender);
        if (debug) {
            ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
            console.setTarget("System.err");
            ThresholdFilter threshold = new ThresholdFilter();
            threshold.setLevel("INFO");
            threshold.start();
            console.addFilter(threshold);
            root.detachAppender("console");
            start(console, context, "%d{HH:mm:ss.SSS} %-5level %logger{36} - %msg%n");
            root.addAppender(console);
        }
        current = file;
        return new RunLog(file, given == null, appender, root);
    }

    /** The file of the run that is on; null before there is one. */
    static @Nullable Path file() {
        return current;
    }

    /** Ends the log; the file of a run that went well goes, unless it was asked for. */
    void close(int status) {
        boolean worthKeeping = status != ExitCode.OK.status() && status != ExitCode.USAGE.status();
        if (temporary && !worthKeeping) {
            root.detachAppender(appender);
            appender.stop();
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LoggerFactory.getLogger(RunLog.class).warn("The log file {} cannot be removed", file, e);
            }
        }
    }

    private static void start(
            OutputStreamAppender<ILoggingEvent> appender, LoggerContext context, String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern(pattern);
        encoder.start();
        Encoder<ILoggingEvent> typed = encoder;
        appender.setContext(context);
        appender.setEncoder(typed);
        appender.start();
    }

    private static Path temporaryFile() {
        try {
            return Files.createTempFile("vestnik-", ".log");
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.UNAVAILABLE,
                    "No log file can be made in " + System.getProperty("java.io.tmpdir")
                            + ". Name another place with --log-file.",
                    e);
        }
    }

    private static Path writable(Path file) {
        try {
            Path parent = file.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
        } catch (IOException e) {
            throw unwritable(file, e);
        }
        if (Files.isDirectory(file) || !Files.isWritable(file)) {
            throw unwritable(file, null);
        }
        return file;
    }

    private static CommandFailure unwritable(Path file, @Nullable IOException e) {
        return new CommandFailure(
                ExitCode.USAGE, "The log file " + file + " cannot be written. Name another with --log-file.", e);
    }
}
