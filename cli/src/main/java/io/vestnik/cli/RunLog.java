/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The log of one run: everything to a file, for the console only warnings of Vestnik itself, on standard error and without
 * stack traces.
 */
final class RunLog {
    private final Path file;
    private final boolean temporary;
    private final LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final List<Appender<ILoggingEvent>> added = new ArrayList<>();
    /** The console as it is without --debug, while that is on. */
    private @Nullable Appender<ILoggingEvent> quiet;

    private RunLog(Path file, boolean temporary) {
        this.file = file;
        this.temporary = temporary;
    }

    /**
     * Starts the log.
     *
     * @param given the file of {@code --log-file}; it is appended to. Null for one of this run alone
     * @throws CommandFailure when the file cannot be written
     */
    static RunLog open(@Nullable Path given, boolean debug) {
        RunLog log = new RunLog(given == null ? temporaryFile() : writable(given.toAbsolutePath()), given == null);
        log.root.setLevel(Level.INFO);
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setFile(log.file.toString());
        log.add(appender, "%d{yyyy-MM-dd'T'HH:mm:ss.SSS,UTC}Z %-5level [%thread] %logger{36} - %msg%n");
        if (debug) {
            ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
            console.setTarget("System.err");
            log.quiet = log.root.getAppender("console");
            log.root.detachAppender("console");
            log.add(console, "%d{HH:mm:ss.SSS} %-5level %logger{36} - %msg%n");
        }
        return log;
    }

    /** Where it is. */
    Path file() {
        return file;
    }

    /** Ends the log. The file goes, unless it is to be kept or was named by the user. */
    void close(boolean keep) {
        for (Appender<ILoggingEvent> appender : added) {
            root.detachAppender(appender);
            appender.stop();
        }
        if (quiet != null) {
            root.addAppender(quiet);
        }
        root.setLevel(before);
        if (temporary && !keep) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LoggerFactory.getLogger(RunLog.class).warn("The log file {} cannot be removed", file, e);
            }
        }
    }

    private void add(OutputStreamAppender<ILoggingEvent> appender, String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern(pattern);
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        root.addAppender(appender);
        added.add(appender);
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
