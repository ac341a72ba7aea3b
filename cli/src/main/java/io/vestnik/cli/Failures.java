/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import io.vestnik.schemas.TopicMismatchException;
import io.vestnik.schemas.serde.RegistryUnavailableException;
import io.vestnik.schemas.serde.SchemaRefusedException;

import java.nio.file.Path;

/** The one place where an exception becomes a message and a status. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

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

    static int onFailure(Exception e, CommandLine command, boolean debug, @Nullable Path logFile) {
        PrintWriter err = command.getErr();
        Verdict verdict = judge(e);
        boolean internal = verdict.code() == ExitCode.INTERNAL;
        if (internal) {
            LOG.error("Internal fault in {}", command.getCommandSpec().qualifiedName(), e);
        } else {
            LOG.info("Ends with {}: {}", verdict.code(), verdict.message(), e);
        }
        err.println(command.getCommandSpec().qualifiedName() + ": " + oneLine(verdict.message()));
        if (internal && logFile != null) {
            err.println("This is a fault in Vestnik. The details are in " + logFile + "; please report it with them.");
        }
        if (debug) {
            e.printStackTrace(err);
        }
        return verdict.code().status();
    }

    private static Verdict judge(Throwable e) {
        if (e instanceof CommandFailure failure) {
            return new Verdict(failure.exitCode(), message(failure));
        }
        if (e instanceof InterruptedException || e instanceof InterruptException) {
            return new Verdict(ExitCode.INTERRUPTED, "Interrupted.");
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
        if (e instanceof IOException io) {
            return new Verdict(ExitCode.FAILED, message(io));
        }
        return new Verdict(ExitCode.INTERNAL, "Internal fault: " + e);
    }

    private static Verdict judgeKafka(KafkaException e) {
        if (e instanceof RegistryUnavailableException) {
            return new Verdict(ExitCode.UNAVAILABLE, message(e));
        }
        if (e instanceof SchemaRefusedException || e instanceof TopicMismatchException) {
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
        Throwable cause = e.getCause();
        if (cause instanceof KafkaException known && known != e) {
            return judgeKafka(known);
        }
        if (e instanceof TimeoutException || e instanceof RetriableException) {
            return new Verdict(
                    ExitCode.UNAVAILABLE,
                    "The cluster does not answer: " + sentence(e) + " Check that it runs and that --bootstrap names it.");
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
