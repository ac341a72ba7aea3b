/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import io.vestnik.cli.VestnikCli;
import io.vestnik.cli.broker.EmbeddedBroker;
import io.vestnik.cli.registry.EmbeddedRegistry;

/** A broker and a registry for the tests of a class, and {@code vestnik} run in this process, on them or without. */
final class CommandsOnCluster implements BeforeAllCallback, AfterAllCallback {
    private @Nullable Running running;
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    private record Running(Path directory, EmbeddedBroker broker, EmbeddedRegistry registry) {}

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Path directory = Files.createTempDirectory("vestnik");
        EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("data"));
        running = new Running(directory, broker, EmbeddedRegistry.start(broker.bootstrapServers(), 0));
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (running != null) {
            running.registry().close();
            running.broker().close();
            Utils.delete(running.directory().toFile());
        }
    }

    /** Data of the broker, which is running. */
    Path dataOfTheBroker() {
        return running().directory().resolve("data");
    }

    String bootstrap() {
        return running().broker().bootstrapServers();
    }

    String registry() {
        return running().registry().url();
    }

    /** Runs a command; what the one before it has printed is forgotten. Its exit status. */
    int run(String... args) {
        out = new StringWriter();
        err = new StringWriter();
        return VestnikCli.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    /** The same on the cluster. */
    int onCluster(String... args) {
        return run(Stream.concat(Stream.of(args), Stream.of("--bootstrap", bootstrap(), "--registry", registry()))
                .toArray(String[]::new));
    }

    /** What the last command has printed. */
    String out() {
        return out.toString();
    }

    /** The same by lines. */
    List<String> lines() {
        return out().lines().toList();
    }

    /** What the last command has complained of. */
    String err() {
        return err.toString();
    }

    private Running running() {
        if (running == null) {
            throw new IllegalStateException("not started: a test registers it as an extension");
        }
        return running;
    }
}
