/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.PrintWriter;
import java.time.Instant;
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
import io.vestnik.cli.view.TextTable;
import io.vestnik.schemas.avro.DeadLetter;

/** {@code vestnik dlq}: what could not be read or processed, and its way back. */
@Command(name = "dlq", description = "Show what could not be read or processed, and send it again.")
public final class DeadLettersCommand implements Runnable {
    private static final List<String> COLUMNS = List.of("WRITTEN AT", "STAGE", "REASON", "ORIGIN", "BYTES", "MESSAGE");

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command: list or replay");
    }

    /** Which dead letters are meant. */
    private static final class Which {
        @Option(names = "--stage", paramLabel = "STAGE", description = "Only those of this stage.")
        private @Nullable String stage;

        @Option(
                names = "--reason",
                paramLabel = "CODE",
                description = "Only those with this reason. Can be given several times.")
        private List<String> reasons = List.of();

        @Option(
                names = "--topic",
                paramLabel = "NAME",
                description = "Only those of records of this topic, as news.articles.v1. Can be given several times.")
        private List<String> sources = List.of();

        @Option(
                names = "--since",
                paramLabel = "TIME",
                description = "Only those that were written then or later, as 2026-02-04T19:04:00Z.")
        private @Nullable Instant since;

        @Option(names = "--until", paramLabel = "TIME", description = "Only those that were written before.")
        private @Nullable Instant until;

        @Option(
                names = "--limit",
                paramLabel = "N",
                defaultValue = "1000",
                description = "Only the newest N. Default: ${DEFAULT-VALUE}.")
        private int limit;

        @Spec(Spec.Target.MIXEE)
        @SuppressWarnings("NullAway.Init") // set by picocli
        private CommandSpec spec;

        List<DeadLetterReader.Item> read(Addresses addresses, Map<String, Object> settings) {
            if (limit < 1) {
                throw new ParameterException(spec.commandLine(), "--limit must be at least 1, not " + limit);
            }
            if (since != null && until != null && !since.isBefore(until)) {
                throw new ParameterException(
                        spec.commandLine(), "--since must be before --until: " + since + " is not before " + until);
            }
            return DeadLetterReader.read(
                    addresses.topics().deadLetters,
                    settings,
                    limit,
                    item -> isMeant(item, addresses.topics().namespace()));
        }

        private boolean isMeant(DeadLetterReader.Item item, String namespace) {
            DeadLetter letter = item.letter();
            return (stage == null || letter.getStage().equals(stage))
                    && (reasons.isEmpty() || reasons.contains(letter.getReason()))
                    && (since == null || !item.writtenAt().isBefore(since))
                    && (until == null || item.writtenAt().isBefore(until))
                    && (sources.isEmpty() || isOfTopic(letter, namespace));
        }

        /** The name of a topic may be given with the namespace or without. */
        private boolean isOfTopic(DeadLetter letter, String namespace) {
            String topic = DeadLetterReplay.topic(letter);
            return topic != null
                    && sources.stream().anyMatch(name -> topic.equals(name) || topic.equals(namespace + name));
        }
    }

    @Command(name = "list", description = "List the dead letters that the cluster holds, oldest first.")
    int list(
            @Mixin Addresses addresses,
            @Mixin Which which,
            @Option(names = "--json", description = "Print a JSON object a line, with the input's head in Base64.")
                    boolean json) {
        List<DeadLetterReader.Item> items = which.read(addresses, Addresses.impatient(addresses.settings()));
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

    @Command(
            name = "replay",
            description = "Send the article events that dead letters are of once more, when what was wrong is mended.")
    int replay(
            @Mixin Addresses addresses,
            @Mixin Which which,
            @Option(names = "--dry-run", description = "Only say what would be sent.") boolean dry,
            @Option(names = "--json", description = "Print a JSON object a line.") boolean json) {
        Map<String, Object> settings = Addresses.impatient(addresses.settings());
        List<DeadLetterReplay.Outcome> outcomes =
                new DeadLetterReplay(settings, addresses.topics()).replay(which.read(addresses, settings), dry);
        PrintWriter out = spec.commandLine().getOut();
        String sent = dry ? "would be sent" : "sent";
        if (json) {
            outcomes.forEach(outcome -> out.println(json(outcome, dry)));
        } else if (outcomes.isEmpty()) {
            out.println("No dead letters.");
        } else {
            TextTable table = new TextTable(List.of("ORIGIN", "REASON", "WHAT BECOMES OF IT"));
            outcomes.forEach(outcome -> table.add(List.of(
                    outcome.item().letter().getOrigin(),
                    outcome.item().letter().getReason(),
                    outcome.sent() ? sent : outcome.kept())));
            table.print(out);
            long count =
                    outcomes.stream().filter(DeadLetterReplay.Outcome::sent).count();
            out.println(count + " of " + outcomes.size() + " " + sent + ".");
        }
        return ExitCode.OK.status();
    }

    private static ObjectNode json(DeadLetterReplay.Outcome outcome, boolean dry) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("partition", outcome.item().partition())
                .put("offset", outcome.item().offset())
                .put("origin", outcome.item().letter().getOrigin())
                .put("reason", outcome.item().letter().getReason())
                .put("sent", outcome.sent() && !dry)
                .put("kept", outcome.sent() ? null : outcome.kept());
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
