/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import io.vestnik.cli.ExitCode;
import io.vestnik.cli.StopSignal;
import io.vestnik.consumer.events.EventFilter;
import io.vestnik.consumer.events.EventsClient;
import io.vestnik.consumer.events.EventsClient.Event;
import io.vestnik.consumer.events.EventsRefusedException;

/** {@code vestnik events}: live updates of a running consumer. */
@Command(
        name = "events",
        description = {
            "Print the live updates of a running consumer, until Ctrl-C: each once, whatever is restarted meanwhile.",
            "What is needed to go on later is the id of the last one, for --from. Programs in Java use"
                    + " io.vestnik.consumer.events.EventsClient, others Server-Sent Events at /events."
        })
public final class EventsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            description = "Only of this topic, as 'outlet:ТАСС' or 'story:ID'. Can be given several times.")
    private List<String> topics = List.of();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description =
                    "Only of topics of this kind: story, theme, entity, outlet, watch. Can be given several times.")
    private List<String> kinds = List.of();

    @Option(names = "--from", paramLabel = "ID", description = "Go on behind the update with this id. Default: now.")
    private @Nullable String from;

    @Option(names = "--snapshot", description = "Begin with the present rows, when there is no --from.")
    private boolean snapshot;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8085",
            split = ",",
            description = "Instances of the consumer, separated by commas: each tells all. Default: ${DEFAULT-VALUE}.")
    private List<URI> urls;

    @Option(names = "--token", paramLabel = "TOKEN", description = "Sent as a bearer token.")
    private @Nullable String token;

    @Option(names = "--count", paramLabel = "N", description = "End after so many. Default: do not end.")
    private long count = Long.MAX_VALUE;

    @Option(names = "--json", description = "Print a line of JSON each: {event, id, data}.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        EventsClient.Request request =
                new EventsClient.Request(instances(), filter(), from == null ? "" : from, snapshot, token);
        CompletableFuture<String> failed = new CompletableFuture<>();
        CompletableFuture<Void> done = new CompletableFuture<>();
        EventsClient client = new EventsClient(request, EventsClient.http(), why -> {
            err.println(why);
            err.flush();
        });
        Thread reader = new Thread(() -> read(client, failed, done), "vestnik-events-command");
        reader.setDaemon(true);
        boolean asked;
        try (StopSignal stop = StopSignal.install();
                client) {
            reader.start();
            asked = stop.await(failed, done);
        }
        reader.join();
        if (asked && !json && !client.lastEventId().isEmpty()) {
            err.println("Go on with --from " + client.lastEventId());
        }
        return ExitCode.OK.status();
    }

    private List<URI> instances() {
        for (URI url : urls) {
            if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
                throw new ParameterException(spec.commandLine(), "--url has to begin with http:// or https://");
            }
        }
        return urls;
    }

    private EventFilter filter() {
        try {
            return EventFilter.of(topics, kinds);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void read(EventsClient client, CompletableFuture<String> failed, CompletableFuture<Void> done) {
        PrintWriter out = spec.commandLine().getOut();
        try {
            for (long told = 0; told < count; told++) {
                Event event = client.next();
                if (event == null) {
                    break;
                }
                print(event, out);
            }
            done.complete(null);
        } catch (EventsRefusedException e) {
            failed.complete(e.getMessage());
        } catch (InterruptedException e) {
            failed.complete("interrupted");
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failed.completeExceptionally(e);
        }
    }

    private void print(Event event, PrintWriter out) {
        if (json) {
            ObjectNode line = JsonNodeFactory.instance
                    .objectNode()
                    .put("event", event.type())
                    .put("id", event.id());
            line.set("data", event.data());
            out.println(line);
        } else if (event.isReset()) {
            out.println("Begun anew (" + event.data().path("reason").asText() + "): "
                    + event.data().path("detail").asText());
            event.data().path("items").forEach(row -> out.println("  " + named(row) + ": " + now(row)));
        } else {
            out.println(sentence(event.data()));
        }
        out.flush();
    }

    private static String sentence(JsonNode update) {
        if (update.path("removed").asBoolean()) {
            return named(update) + ": gone";
        }
        return String.format(
                Locale.ROOT,
                "%s: %s (%+d articles, %+d quotes)",
                named(update),
                now(update),
                update.path("articles").asInt() - update.path("articlesBefore").asInt(),
                update.path("quotes").asInt() - update.path("quotesBefore").asInt());
    }

    private static String named(JsonNode row) {
        return row.path("topic").asText() + " «" + row.path("name").asText() + "»";
    }

    private static String now(JsonNode row) {
        return row.path("articles").asInt() + " articles, " + row.path("quotes").asInt() + " quotes";
    }
}
