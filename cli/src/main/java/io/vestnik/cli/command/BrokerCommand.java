/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import io.vestnik.cli.ExitCode;
import io.vestnik.cli.StopSignal;
import io.vestnik.cli.broker.EmbeddedBroker;
import io.vestnik.cli.registry.EmbeddedRegistry;

/** {@code vestnik broker}: the embedded broker and registry in the foreground. */
@Command(
        name = "broker",
        description = {
            "Run a Kafka broker and a schema registry on this machine until Ctrl-C.",
            "One node, on loopback, for development. Its data is there again at the next start."
        })
public final class BrokerCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "data",
            description = "Where the data is; made when missing. Default: ${DEFAULT-VALUE}.")
    private Path data;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "Port of the broker, 0 for a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "Port of the registry, 0 for a free one. Default: ${DEFAULT-VALUE}.")
    private int registryPort;

    @Option(
            names = "--json",
            description = "Print the addresses as one JSON object when both are ready:"
                    + " {bootstrap, registry, clusterId, data}.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        Ports.check(spec, "--port", port);
        Ports.check(spec, "--registry-port", registryPort);
        try (StopSignal stop = StopSignal.install();
                EmbeddedBroker broker = EmbeddedBroker.start(data, port, Map.of());
                EmbeddedRegistry registry = EmbeddedRegistry.start(broker.bootstrapServers(), registryPort)) {
            print(spec.commandLine().getOut(), broker, registry);
            stop.await(broker.failed());
        }
        return ExitCode.OK.status();
    }

    private void print(PrintWriter out, EmbeddedBroker broker, EmbeddedRegistry registry) {
        String directory = data.toAbsolutePath().normalize().toString();
        if (json) {
            out.println(JsonNodeFactory.instance
                    .objectNode()
                    .put("bootstrap", broker.bootstrapServers())
                    .put("registry", registry.url())
                    .put("clusterId", broker.clusterId())
                    .put("data", directory));
        } else {
            out.println("Kafka            " + broker.bootstrapServers());
            out.println("Schema registry  " + registry.url());
            out.println("Data             " + directory);
            out.println("Ctrl-C stops both.");
        }
        out.flush();
    }
}
