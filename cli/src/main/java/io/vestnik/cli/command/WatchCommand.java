/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.cli.view.TextTable;
import io.vestnik.cli.watch.Watches;
import io.vestnik.schemas.WatchNames;
import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.SpikeRule;
import io.vestnik.schemas.avro.Watch;
import io.vestnik.schemas.avro.internal.ArticleState;
import io.vestnik.streams.mapping.WatchMapping;
import io.vestnik.streams.offline.OfflineNewsroom;
import io.vestnik.text.Analyzer;
import io.vestnik.text.watch.Expression;
import io.vestnik.text.watch.ExpressionException;
import io.vestnik.text.watch.WatchArticle;
import io.vestnik.text.watch.WatchSet;

/** {@code vestnik watch}: what users watch for. */
@Command(
        name = "watch",
        description = {
            "Declare what to watch for; a watch has coverage, updates and alerts of its own, as topic watch:NAME.",
            "An expression has words (пожар) and phrases (\"государственный долг\") in any of their forms, fields",
            "(name:\"Иван Петров\" outlet:tass.ru speaker:Песков theme:economy language:ru), AND, OR, NOT or -, and",
            "brackets; И, ИЛИ, НЕ are understood as well. What stands side by side is joined by AND. Before an expression",
            "that begins with - stands --."
        })
public final class WatchCommand implements Runnable {
    private static final List<String> COLUMNS = List.of("NAME", "DECLARED AT", "SPIKE", "EXPRESSION");

    @Spec
    private CommandSpec spec;

    private final Clock clock = Clock.systemUTC();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command: add, list, rm or test");
    }

    @Command(
            name = "add",
            description = "Declare a watch, or change it. Articles that are there already are looked through.")
    int add(
            @Mixin Addresses addresses,
            @Mixin SpikeOptions spikes,
            @Parameters(index = "0", paramLabel = "NAME", description = "Letters, digits, - and _, at most 64.")
                    String name,
            @Parameters(index = "1", paramLabel = "EXPRESSION", description = "What to watch for.") String expression) {
        String checked = name("add", name);
        String canonical = expression("add", expression).toString();
        SpikeRule rule = spikes.rule();
        Watches watches = watches(addresses);
        Watch before = watches.read().get(checked);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant declaredAt = before != null && before.getExpression().equals(canonical) ? before.getDeclaredAt() : now;
        Watch watch = Watch.newBuilder()
                .setName(checked)
                .setExpression(canonical)
                .setDeclaredAt(declaredAt)
                .setSpike(rule)
                .build();
        if (watch.equals(before)) {
            out().println(checked + " is declared so already: " + canonical);
            return ExitCode.OK.status();
        }
        watches.write(changes(checked, watch), now);
        out().println((before == null ? "declared " : "changed ") + checked + ": " + canonical);
        return ExitCode.OK.status();
    }

    @Command(name = "rm", description = "Remove a watch and its coverage.")
    int remove(@Mixin Addresses addresses, @Parameters(paramLabel = "NAME", description = "Its name.") String name) {
        Watches watches = watches(addresses);
        if (!watches.read().containsKey(name)) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "There is no watch '" + name + "'; 'vestnik watch list' shows those that are there.");
        }
        watches.write(changes(name, null), clock.instant());
        out().println("removed " + name);
        return ExitCode.OK.status();
    }

    @Command(name = "list", description = "List the watches.")
    int list(
            @Mixin Addresses addresses,
            @Option(names = "--json", description = "Print a JSON object a line.") boolean json) {
        SortedMap<String, Watch> declared = watches(addresses).read();
        if (json) {
            declared.values().forEach(watch -> out().println(json(watch)));
        } else if (declared.isEmpty()) {
            out().println("No watches.");
        } else {
            TextTable table = new TextTable(COLUMNS);
            declared.values()
                    .forEach(watch -> table.add(List.of(
                            watch.getName(),
                            watch.getDeclaredAt().toString(),
                            text(watch.getSpike()),
                            watch.getExpression())));
            table.print(out());
        }
        return ExitCode.OK.status();
    }

    @Command(
            name = "test",
            description = {
                "Read articles without a broker and print those that an expression is for, a line each: the id, what of"
                        + " the expression the article has, its title."
            })
    int test(
            @Parameters(index = "0", paramLabel = "EXPRESSION", description = "What to look for.") String expression,
            @Parameters(
                            index = "1..*",
                            arity = "0..*",
                            paramLabel = "FILE",
                            description = "Text files, one article each, or directories of them.")
                    @Nullable List<Path> files,
            @Option(
                            names = "--jsonl",
                            paramLabel = "FILE",
                            description =
                                    "Lines of JSON, one article each, as 'vestnik analyze' reads them. '-' is standard"
                                            + " input.")
                    @Nullable List<String> jsonLines,
            @Option(
                            names = "--zone",
                            paramLabel = "ZONE",
                            defaultValue = "Europe/Moscow",
                            description = "Where times without a zone are read. Default: ${DEFAULT-VALUE}.")
                    ZoneId zone,
            @Option(names = "--json", description = "Print a JSON object a line: id, title, found.") boolean json)
            throws IOException, InterruptedException {
        WatchSet asked = WatchSet.of(new TreeMap<>(Map.of("watch", expression("test", expression))));
        OfflineNewsroom newsroom = new OfflineNewsroom(new Analyzer()::analyze);
        new Corpus(
                        Objects.requireNonNull(
                                        spec.commandLine().getSubcommands().get("test"), "this very method")
                                .getCommandSpec(),
                        Objects.requireNonNullElse(files, List.of()),
                        Objects.requireNonNullElse(jsonLines, List.of()),
                        zone)
                .read(newsroom::add);
        int matching = 0;
        for (ArticleState state : newsroom.articles()) {
            Analysis analysis = Objects.requireNonNull(state.getCurrent(), "an article that stands has an analysis");
            WatchArticle article = WatchMapping.article(Objects.requireNonNullElse(state.getWords(), ""), analysis);
            if (!asked.matches(article).isEmpty()) {
                matching++;
                List<String> found = asked.why(article);
                out().println(json ? json(analysis, found) : line(analysis, found));
            }
        }
        if (!json) {
            out().println(matching + " of " + newsroom.articles().size() + " articles");
        }
        return ExitCode.OK.status();
    }

    private static String line(Analysis analysis, List<String> found) {
        String title = Objects.requireNonNullElse(analysis.getTitle(), "");
        return (analysis.getArticleId() + "  [" + String.join(", ", found) + "]  " + title)
                .replaceAll("\\p{Cntrl}+", " ")
                .stripTrailing();
    }

    private static ObjectNode json(Analysis analysis, List<String> found) {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("id", analysis.getArticleId())
                .put("title", analysis.getTitle());
        ArrayNode array = line.putArray("found");
        found.forEach(array::add);
        return line;
    }

    private static ObjectNode json(Watch watch) {
        ObjectNode line = JsonNodeFactory.instance
                .objectNode()
                .put("name", watch.getName())
                .put("expression", watch.getExpression())
                .put("declaredAt", watch.getDeclaredAt().toString());
        SpikeRule rule = watch.getSpike();
        if (rule == null) {
            return line.putNull("spike");
        }
        line.putObject("spike")
                .put("factorPercent", rule.getFactorPercent())
                .put("minArticles", rule.getMinArticles())
                .put("hours", rule.getHours());
        return line;
    }

    private static String text(@Nullable SpikeRule rule) {
        return rule == null
                ? "none"
                : rule.getMinArticles() + " and " + rule.getFactorPercent() + " % of the mean of " + rule.getHours()
                        + " h";
    }

    private static Map<String, @Nullable Watch> changes(String name, @Nullable Watch watch) {
        Map<String, @Nullable Watch> changes = new TreeMap<>();
        changes.put(name, watch);
        return changes;
    }

    private static Watches watches(Addresses addresses) {
        return new Watches(Addresses.impatient(addresses.settings()), addresses.topics());
    }

    private String name(String command, String name) {
        try {
            return WatchNames.check(name);
        } catch (IllegalArgumentException e) {
            throw wrong(command, String.valueOf(e.getMessage()));
        }
    }

    private Expression expression(String command, String text) {
        try {
            return Expression.parse(text);
        } catch (ExpressionException e) {
            throw wrong(command, "'" + text + "' is no expression; " + e.getMessage());
        }
    }

    private ParameterException wrong(String command, String message) {
        return new ParameterException(spec.commandLine().getSubcommands().get(command), message);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
