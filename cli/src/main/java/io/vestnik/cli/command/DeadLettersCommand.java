/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import io.vestnik.cli.ExitCode;
import io.vestnik.schemas.avro.DeadLetter;

/** {@code vestnik dlq}: what could not be read or processed. */
@Command(name = "dlq", description = "Show what could not be read or processed.")
public final class DeadLettersCommand implements Runnable {
    private static final List<String> COLUMNS = List.of("WRITTEN AT", "STAGE", "REASON", "ORIGIN", "BYTES", "MESSAGE");

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command: list");
    }

    @Command(name = "list", description = "List the dead letters that the cluster holds, oldest first.")
    int list(
            @Mixin Addresses addresses,
            @Option(names = "--stage", paramLabel = "STAGE", description = "Only those of this stage.")
                    @Nullable String stage,
            @Option(names = "--reason", paramLabel = "CODE", description = "Only those with this reason.")
                    @Nullable String reason,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "1000",
                            description = "Only the newest N. Default: ${DEFAULT-VALUE}.")
                    int limit,
            @Option(names = "--json", description = "Print a JSON object a line, with the input's head in Base64.")
                    boolean json) {
        if (limit < 1) {
            throw new ParameterException(
                    spec.commandLine().getSubcommands().get("list"), "--limit must be at least 1, not " + limit);
        }
        Map<String, Object> settings = Addresses.impatient(addresses.settings());
        List<DeadLetterReader.Item> items =
                DeadLetterReader.read(addresses.topics().deadLetters, settings, limit, letter -> (stage == null
                                || letter.getStage().equals(stage))
                        && (reason == null || letter.getReason().equals(reason)));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            items.forEach(item -> out.println(json(item)));
        } else if (items.isEmpty()) {
            out.println("No dead letters.");
        } else {
            TextTable table = new TextTable(COLUMNS);
            items.forEach(item -> table.add(row(item)));
            table.print(out);
        }
        return ExitCode.OK.status();
    }

    private static List<String> row(DeadLetterReader.Item item) {
        DeadLetter letter = item.letter();
        return List.of(
                item.writtenAt().toString(),
                letter.getStage(),
                letter.getReason(),
                letter.getOrigin(),
                letter.getLength() < 0 ? "?" : Long.toString(letter.getLength()),
                letter.getMessage());
    }

    private static ObjectNode json(DeadLetterReader.Item item) {
        DeadLetter letter = item.letter();
        byte[] head = new byte[letter.getHead().remaining()];
        letter.getHead().duplicate().get(head);
        return JsonNodeFactory.instance
                .objectNode()
                .put("writtenAt", item.writtenAt().toString())
                .put("partition", item.partition())
                .put("offset", item.offset())
                .put("stage", letter.getStage())
                .put("origin", letter.getOrigin())
                .put("key", letter.getKey())
                .put("reason", letter.getReason())
                .put("message", letter.getMessage())
                .put("length", letter.getLength())
                .put("sha256", letter.getSha256())
                .put("head", head);
    }
}
