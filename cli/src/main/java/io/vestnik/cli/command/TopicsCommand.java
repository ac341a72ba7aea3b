/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.PrintWriter;
import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import io.vestnik.cli.ExitCode;
import io.vestnik.schemas.TopicAdmin;

/** {@code vestnik topics}: the cluster's topics and the catalogue. */
@Command(name = "topics", description = "Make the topics of the catalogue, or show how the cluster differs from it.")
public final class TopicsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command: apply or diff");
    }

    @Command(name = "apply", description = "Make the topics that are missing. What is there is left as it is.")
    int apply(
            @Mixin Addresses addresses,
            @Option(
                            names = "--partitions",
                            paramLabel = "N",
                            defaultValue = "0",
                            description = "Partitions of each topic. Default: as the catalogue says.")
                    int partitions,
            @Option(
                            names = "--replication",
                            paramLabel = "N",
                            defaultValue = "0",
                            description = "Replicas of each partition. Default: as the cluster says.")
                    short replication,
            @Option(names = "--json", description = "Print a JSON array of the names.") boolean json) {
        if (partitions < 0 || replication < 0) {
            throw new ParameterException(
                    spec.commandLine().getSubcommands().get("apply"),
                    "--partitions and --replication must be at least 1");
        }
        List<String> created;
        try (Admin admin = addresses.admin()) {
            created = TopicAdmin.ensure(admin, addresses.topics().all(), partitions, replication);
        }
        if (json) {
            printJson(created);
        } else if (created.isEmpty()) {
            out().println("All topics are there.");
        } else {
            created.forEach(name -> out().println("created " + name));
        }
        return ExitCode.OK.status();
    }

    @Command(name = "diff", description = "Show how the cluster differs from the catalogue; status 1 if it does.")
    int diff(
            @Mixin Addresses addresses,
            @Option(names = "--json", description = "Print a JSON array of the lines.") boolean json) {
        List<String> lines;
        try (Admin admin = addresses.admin()) {
            lines = TopicAdmin.diff(admin, addresses.topics().all());
        }
        if (json) {
            printJson(lines);
        } else if (lines.isEmpty()) {
            out().println("The cluster is as the catalogue says.");
        } else {
            lines.forEach(out()::println);
        }
        return lines.isEmpty() ? ExitCode.OK.status() : ExitCode.FAILED.status();
    }

    private void printJson(List<String> lines) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        lines.forEach(array::add);
        out().println(array);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
