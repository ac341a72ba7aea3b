/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.javalin.util.JavalinBindException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.StopSignal;
import io.vestnik.consumer.ConsumerRunner;
import io.vestnik.consumer.VestnikConsumerConfig;
import io.vestnik.consumer.http.HttpConfig;

/** {@code vestnik consume}: the consumer application in the foreground. */
@Command(
        name = "consume",
        description = {
            "Materialize the results into views and answer questions about them, until Ctrl-C.",
            "Several instances share the work; each answers for all. Ask with 'vestnik query'."
        })
public final class ConsumeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private Addresses addresses;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            description = "Where questions are answered, port 0 for a free one. Default: "
                    + HttpConfig.QUERY_LISTEN_CONFIG + " of --config, else "
                    + HttpConfig.QUERY_LISTEN_DEFAULT + ".")
    private @Nullable String listen;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File with the token that everybody has to show who asks; needed where other machines reach"
                    + " --listen. Default: " + HttpConfig.QUERY_TOKEN_FILE_CONFIG
                    + " of --config, else none.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            description = "Directory of the state stores; each instance on a machine needs its own. Default: "
                    + VestnikConsumerConfig.STATE_DIR_CONFIG + " of --config, else "
                    + VestnikConsumerConfig.STATE_DIR_DEFAULT + ".")
    private @Nullable Path state;

    @Option(
            names = "--json",
            description = "Print the address as one JSON object when the query server listens: {url}.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        VestnikConsumerConfig config = new VestnikConsumerConfig(settings());
        try (StopSignal stop = StopSignal.install()) {
            // An erasure ends an instance whose state on disk is from before it; the next one restores its state.
            boolean asked = false;
            while (!asked) {
                asked = run(config, stop);
            }
        }
        return ExitCode.OK.status();
    }

    /** Runs until asked to stop, which is told, or until its state on disk is outdated. */
    private boolean run(VestnikConsumerConfig config, StopSignal stop) throws InterruptedException {
        try (ConsumerRunner runner = start(config)) {
            print(spec.commandLine().getOut(), "http://" + runner.queryAddress());
            return stop.await(runner.failed(), runner.outdated());
        }
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = addresses.settings();
        // Also refuses what is no namespace before anything is started.
        settings.put(
                VestnikConsumerConfig.TOPIC_NAMESPACE_CONFIG, addresses.topics().namespace());
        if (listen != null) {
            settings.put(HttpConfig.QUERY_LISTEN_CONFIG, listen);
        }
        if (tokenFile != null) {
            settings.put(
                    HttpConfig.QUERY_TOKEN_FILE_CONFIG,
                    tokenFile.toAbsolutePath().toString());
        }
        if (state != null) {
            settings.put(
                    VestnikConsumerConfig.STATE_DIR_CONFIG,
                    state.toAbsolutePath().toString());
        }
        return settings;
    }

    private static ConsumerRunner start(VestnikConsumerConfig config) {
        try {
            return ConsumerRunner.start(config);
        } catch (JavalinBindException e) {
            throw new CommandFailure(
                    ExitCode.UNAVAILABLE,
                    "The query server cannot listen at " + config.http().listen() + ": " + e.getMessage()
                            + " Name another address with --listen; port 0 takes a free port.",
                    e);
        }
    }

    private void print(PrintWriter out, String url) {
        if (json) {
            out.println(JsonNodeFactory.instance.objectNode().put("url", url));
        } else {
            out.println("Questions are answered at " + url + ". Ctrl-C stops the consumer.");
        }
        out.flush();
    }
}
