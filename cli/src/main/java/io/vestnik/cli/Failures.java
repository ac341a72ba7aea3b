/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import io.vestnik.consumer.history.OtherSchemaException;
import io.vestnik.schemas.TopicMismatchException;
import io.vestnik.schemas.serde.RegistryUnavailableException;
import io.vestnik.schemas.serde.SchemaRefusedException;
import io.vestnik.streams.admission.NotAdmittedException;

/** The one place where an exception becomes a message and a status. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** How the system says that a disk is full, whoever passes it on. */
    private static final String NO_SPACE = "No space left on device";

    /** How Kafka Streams says that the directory of its state is locked. */
    private static final String TAKEN_STATE = "Unable to initialize state";

    /** What to tell and with which status to end. */
    private record Verdict(ExitCode code, String message) {}

    private Failures() {}

    static int onWrongUsage(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        String name = command.getCommandSpec().qualifiedName();
        err.println(name + ": " + oneLine(e.getMessage()));
        UnmatchedArgumentException.printSuggestions(e, err);
        err.println("Try '" + name + " --help'.");
        return ExitCode.USAGE.status();
    }

    /** Tells the user, and the log, what happened; gives the status to end with. */
    static ExitCode report(Throwable e, CommandLine command, boolean debug, @Nullable Path logFile) {
        PrintWriter err = command.getErr();
        Verdict verdict = judge(e);
        String name = command.getCommandSpec().qualifiedName();
        LOG.info("{} ends with {}", name, verdict.code(), e);
        err.println(name + ": " + oneLine(verdict.message()));
        if (verdict.code() == ExitCode.INTERNAL) {
            err.println("This is a fault in Vestnik. Please report it" + (logFile == null ? "." : " with " + logFile));
        } else if (verdict.code() == ExitCode.FAILED && logFile != null) {
            err.println("The log is in " + logFile);
        }
        if (debug) {
            e.printStackTrace(err);
        }
        return verdict.code();
    }

    private static Verdict judge(Throwable e) {
        if (e instanceof CommandFailure failure) {
            return new Verdict(failure.exitCode(), message(failure));
        }
        if (e instanceof InterruptedException || e instanceof InterruptException) {
            return new Verdict(ExitCode.INTERRUPTED, "Interrupted.");
        }
        if (isOfAFullDisk(e)) {
            return new Verdict(
                    ExitCode.FAILED,
                    "The disk is full: " + message(root(e))
                            + ". Free some space, or name a directory on another disk.");
        }
        Throwable cause = e.getCause();
        if (cause != null
                && (e instanceof ExecutionException
                        || e instanceof CompletionException
                        || e instanceof UncheckedIOException)) {
            return judge(cause);
        }
        if (e instanceof KafkaException kafka) {
            return judgeKafka(kafka);
        }
        if (e instanceof IOException || e instanceof OtherSchemaException) {
            return new Verdict(ExitCode.FAILED, message(e));
        }
        return new Verdict(ExitCode.INTERNAL, "Internal fault: " + e);
    }

    /** Neither Java nor RocksDB has an exception of its own for it. */
    private static boolean isOfAFullDisk(Throwable e) {
        return String.valueOf(root(e).getMessage()).contains(NO_SPACE);
    }

    private static Throwable root(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static Verdict judgeKafka(KafkaException e) {
        if (e instanceof RegistryUnavailableException) {
            return new Verdict(ExitCode.UNAVAILABLE, message(e));
        }
        if (e instanceof SchemaRefusedException
                || e instanceof TopicMismatchException
                || e instanceof NotAdmittedException) {
            return new Verdict(ExitCode.FAILED, message(e));
        }
        if (e instanceof ConfigException) {
            return new Verdict(ExitCode.USAGE, "Wrong configuration: " + message(e));
        }
        if (e instanceof AuthenticationException || e instanceof AuthorizationException) {
            return new Verdict(
                    ExitCode.UNAVAILABLE,
                    "The cluster refuses the credentials: " + sentence(e) + " Correct them in the file of --config.");
        }
        if (e instanceof StreamsException && String.valueOf(e.getMessage()).startsWith(TAKEN_STATE)) {
            return new Verdict(
                    ExitCode.UNAVAILABLE,
                    "The state directory is in use by another instance, or cannot be read. Give each instance its own"
                            + " with --state-dir.");
        }
        Throwable cause = e.getCause();
        if (cause instanceof KafkaException known && known != e) {
            return judgeKafka(known);
        }
        if (e instanceof TimeoutException || e instanceof RetriableException) {
            return new Verdict(
                    ExitCode.UNAVAILABLE,
                    "The cluster does not answer: " + sentence(e)
                            + " Check that it runs and that --bootstrap names it.");
        }
        return new Verdict(ExitCode.INTERNAL, "Internal fault: " + e);
    }

    private static String message(Throwable e) {
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist.";
        }
        if (e instanceof AccessDeniedException denied) {
            return denied.getFile() + " cannot be opened: permission denied.";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static String sentence(Throwable e) {
        String message = message(e);
        return message.matches(".*[.!?]\\s*") ? message : message + ".";
    }

    private static String oneLine(@Nullable String message) {
        return String.valueOf(message).strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
