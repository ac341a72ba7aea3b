/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.StopSignal;
import io.vestnik.consumer.history.Follower;
import io.vestnik.consumer.history.Follower.Moment;
import io.vestnik.consumer.history.TablesAsOf;
import io.vestnik.consumer.query.ViewJson;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.HistoryEntry;

/** {@code vestnik subscribe}: the changes of a run as they became known. */
@Command(
        name = "subscribe",
        description = {
            "Print the changes of a run as they became known, a line of JSON each: knownAt, table, key, row; row is null"
                    + " where one was removed.",
            "In the order (knownAt, table, key). Programs in Java use io.vestnik.consumer.history.Follower."
        })
public final class SubscribeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private RunsOption runs;

    @Mixin
    private SpeedOption speed;

    @Option(names = "--run-id", paramLabel = "R", required = true, description = "The run.")
    private String run;

    @Option(names = "--as-of", paramLabel = "TIME", description = "End with what was known then.")
    private @Nullable Instant asOf;

    @Option(
            names = "--table",
            paramLabel = "NAME",
            description =
                    "Only changes of this table, as placements or news.placements.v1. Can be given several times.")
    private List<String> tables = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Topic<?>> wanted = wanted();
        PrintWriter out = spec.commandLine().getOut();
        try (StopSignal stop = StopSignal.install();
                Follower follower =
                        Follower.open(runs.run(run).mustBeDone().history(), asOf, speed.pace(), stop::isAsked)) {
            for (Moment moment = follower.next(); moment != null; moment = follower.next()) {
                for (HistoryEntry entry : moment.changes()) {
                    print(entry, wanted, out);
                }
                out.flush();
            }
            if (stop.isAsked()) {
                throw new CommandFailure(ExitCode.INTERRUPTED, "Stopped before the end of the run.");
            }
        }
        return ExitCode.OK.status();
    }

    private List<Topic<?>> wanted() {
        List<Topic<?>> all = Topics.live().finalTables();
        for (String table : tables) {
            if (all.stream().noneMatch(topic -> isNamed(topic, table))) {
                throw new ParameterException(
                        spec.commandLine(),
                        "There is no table " + table + ". Tables are "
                                + String.join(
                                        ", ", all.stream().map(Topic::baseName).toList()));
            }
        }
        return all.stream()
                .filter(topic -> tables.isEmpty() || tables.stream().anyMatch(table -> isNamed(topic, table)))
                .toList();
    }

    private static boolean isNamed(Topic<?> topic, String name) {
        return topic.baseName().equals(name) || topic.baseName().equals("news." + name + ".v1");
    }

    private static void print(HistoryEntry entry, List<Topic<?>> wanted, PrintWriter out) {
        for (Topic<?> topic : wanted) {
            if (topic.baseName().equals(entry.getTable())) {
                ObjectNode line = JsonNodeFactory.instance
                        .objectNode()
                        .put("knownAt", entry.getKnownAt().toString())
                        .put("table", entry.getTable())
                        .put("key", entry.getRowKey());
                line.set("row", entry.getRow() == null ? null : ViewJson.write(TablesAsOf.row(topic, entry)));
                out.println(line);
            }
        }
    }
}
