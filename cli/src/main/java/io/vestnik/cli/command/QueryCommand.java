/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import io.vestnik.cli.ExitCode;
import io.vestnik.cli.view.ArticlePrinter;
import io.vestnik.cli.view.CoveragePrinter;
import io.vestnik.cli.view.EntityPrinter;
import io.vestnik.cli.view.StoryPrinter;
import io.vestnik.cli.view.Style;
import io.vestnik.cli.view.UtterancePrinter;
import io.vestnik.consumer.http.AccessToken;
import io.vestnik.consumer.query.ViewJson;
import io.vestnik.consumer.query.ViewKind;
import io.vestnik.schemas.avro.ArticleView;
import io.vestnik.schemas.avro.CoverageView;
import io.vestnik.schemas.avro.EntityView;
import io.vestnik.schemas.avro.StoryView;
import io.vestnik.schemas.avro.UtteranceView;

/** {@code vestnik query}: questions to a running consumer. */
@Command(
        name = "query",
        description = {
            "Ask a running consumer ('vestnik consume') about the news, or a run of 'vestnik replay' as of any time.",
            "Lists have the views with most articles first, and of articles the latest."
        })
public final class QueryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "KIND", description = "One of: ${COMPLETION-CANDIDATES}.")
    private ViewKind kind;

    @Option(names = "--id", paramLabel = "ID", description = "Show this one only.")
    private @Nullable String id;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "Show at most so many. Default: ${DEFAULT-VALUE}.")
    private int limit;

    @Option(names = "--all", description = "Utterances: also those that a single article carries.")
    private boolean all;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "Coverage: only topics of this type: story, theme, entity, outlet, watch.")
    private @Nullable String type;

    @Option(
            names = "--json",
            description =
                    "Print JSON: with --id the view, else {items: [views]}. Fields are those of the Avro records.")
    private boolean json;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8085",
            description = "The consumer to ask. Default: ${DEFAULT-VALUE}.")
    private URI url;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "The file with the consumer's token, where it asks for one.")
    private @Nullable Path tokenFile;

    @Option(names = "--run-id", paramLabel = "R", description = "Ask a run of 'vestnik replay' instead of a consumer.")
    private @Nullable String run;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            description = "As it was known then, as 2026-02-04T19:04:00Z. Default: now, of a run its end.")
    private @Nullable Instant asOf;

    @Mixin
    private RunsOption runs;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit has to be at least 1");
        }
        if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
            throw new ParameterException(spec.commandLine(), "--url has to begin with http:// or https://");
        }
        if (run == null) {
            print(new ViewClient(url, asOf, tokenFile == null ? null : AccessToken.read("--token-file", tokenFile)));
        } else {
            try (RunViews views = new RunViews(runs.run(run), asOf)) {
                print(views);
            }
        }
        return ExitCode.OK.status();
    }

    private void print(ViewSource views) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (id != null) {
            printOne(out, views.get(kind, id));
        } else {
            printList(out, views.list(kind, limit, all, type == null ? "" : type));
        }
        out.flush();
    }

    private void printOne(PrintWriter out, JsonNode view) {
        if (json) {
            out.println(view);
            return;
        }
        Style style = Style.ofTerminal();
        switch (kind) {
            case STORIES -> new StoryPrinter(out, style).print(ViewJson.read(StoryView.class, view));
            case COVERAGE -> new CoveragePrinter(out, style).print(ViewJson.read(CoverageView.class, view));
            case UTTERANCES -> new UtterancePrinter(out, style).print(ViewJson.read(UtteranceView.class, view));
            case ENTITIES -> new EntityPrinter(out, style).print(ViewJson.read(EntityView.class, view));
            case ARTICLES -> new ArticlePrinter(out, style).print(ViewJson.read(ArticleView.class, view));
        }
    }

    private void printList(PrintWriter out, JsonNode views) {
        if (json) {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            answer.set("items", views);
            out.println(answer);
            return;
        }
        if (views.isEmpty()) {
            out.println("There are no " + kind.pathName() + " yet.");
            return;
        }
        Style style = Style.ofTerminal();
        switch (kind) {
            case STORIES -> new StoryPrinter(out, style).print(read(StoryView.class, views));
            case COVERAGE -> new CoveragePrinter(out, style).print(read(CoverageView.class, views));
            case UTTERANCES -> new UtterancePrinter(out, style).print(read(UtteranceView.class, views));
            case ENTITIES -> new EntityPrinter(out, style).print(read(EntityView.class, views));
            case ARTICLES -> new ArticlePrinter(out, style).print(read(ArticleView.class, views));
        }
    }

    private static <T extends SpecificRecord> List<T> read(Class<T> type, JsonNode views) {
        List<T> records = new ArrayList<>();
        views.forEach(view -> records.add(ViewJson.read(type, view)));
        return records;
    }
}
