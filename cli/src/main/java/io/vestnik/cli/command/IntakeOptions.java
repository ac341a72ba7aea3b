/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.ZoneId;

import io.javalin.util.JavalinBindException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.consumer.HostPort;
import io.vestnik.producer.PublishListener;
import io.vestnik.producer.PublishReport;
import io.vestnik.producer.intake.ClientKeys;
import io.vestnik.producer.intake.Intake;
import io.vestnik.producer.intake.IntakeSettings;

/** Where articles that programs send are taken in, and from whom. */
public final class IntakeOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            description =
                    "Take in articles by POST /articles, as JSON or lines of JSON with the fields of --jsonl, until"
                            + " Ctrl-C. Elsewhere than on loopback only with --keys.")
    private @Nullable String listen;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "Who may send: a line for each client, its name and its key with a blank between. A client"
                    + " sends Authorization: Bearer KEY.")
    private @Nullable Path keys;

    /** Whether articles are taken in. */
    boolean isGiven() {
        return listen != null;
    }

    /**
     * Checks what was given, before anything is published.
     *
     * @throws ParameterException when it is wrong
     */
    void check() {
        if (listen == null) {
            if (keys != null) {
                throw wrong("--keys goes with --listen", null);
            }
            return;
        }
        if (keys == null && !isLoopback(address().host())) {
            throw wrong("--listen " + listen + " is reached from other machines: name who may send with --keys", null);
        }
        keys();
    }

    /**
     * Begins to listen.
     *
     * @throws CommandFailure when the port cannot be had
     */
    Intake start(int maxTextBytes, ZoneId zone) {
        HostPort at = address();
        PrintWriter err = spec.commandLine().getErr();
        PublishListener refusals = new PublishListener() {
            @Override
            public void refused(PublishReport.Refusal refusal) {
                err.println(PublishProgress.line(refusal));
            }
        };
        try {
            return Intake.start(IntakeSettings.of(at.host(), at.port(), keys(), maxTextBytes, zone), refusals);
        } catch (JavalinBindException e) {
            throw new CommandFailure(
                    ExitCode.UNAVAILABLE, "Nothing can listen on " + listen + ": another program does.", e);
        }
    }

    private HostPort address() {
        try {
            return HostPort.parse("--listen", String.valueOf(listen), 0);
        } catch (RuntimeException e) {
            throw wrong("--listen is no HOST:PORT: '" + listen + "'", e);
        }
    }

    private @Nullable ClientKeys keys() {
        if (keys == null) {
            return null;
        }
        try {
            return ClientKeys.read(keys);
        } catch (IOException e) {
            throw wrong("The file of --keys, " + keys + ", cannot be read", e);
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean isLoopback(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!address.isLoopbackAddress()) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            // The server will say so.
            return false;
        }
    }

    private ParameterException wrong(String message, @Nullable Exception cause) {
        return cause == null
                ? new ParameterException(spec.commandLine(), message)
                : new ParameterException(spec.commandLine(), message, cause);
    }
}
