/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.vestnik.consumer.http.Endpoints;
import io.vestnik.consumer.http.NotReadyException;
import io.vestnik.consumer.http.Operation;
import io.vestnik.consumer.http.Operation.Body;
import io.vestnik.consumer.http.Operation.Parameter;
import io.vestnik.consumer.http.Parameters;
import io.vestnik.consumer.http.Problem;
import io.vestnik.schemas.avro.TopicKind;

/**
 * {@code GET /events?topic=&kind=&snapshot=&lastEventId=}: updates as Server-Sent Events. {@code docs/events.md} has what is
 * told and how to come back.
 */
public final class EventEndpoints implements Endpoints {
    /** Address of the updates. */
    public static final String PATH = "/events";

    /** Media type of the answer. */
    public static final String CONTENT_TYPE = "text/event-stream";

    private static final Logger LOG = LoggerFactory.getLogger(EventEndpoints.class);
    private static final Set<String> PARAMETERS = Set.of("topic", "kind", "snapshot", "lastEventId");

    private final Supplier<LiveUpdates> updates;

    /** Over the live updates of this instance. */
    public EventEndpoints(Supplier<LiveUpdates> updates) {
        this.updates = updates;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, this::events);
    }

    @Override
    public List<Operation> operations() {
        ObjectNode text = schema("string");
        ObjectNode texts = schema("array");
        texts.set("items", text);
        ObjectNode kinds = schema("array");
        ArrayNode names = kinds.putObject("items").put("type", "string").putArray("enum");
        Arrays.stream(TopicKind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .sorted()
                .forEach(names::add);
        return List.of(new Operation(
                PATH,
                "events",
                "Changes of coverage as they come, without an end: server-sent events update, reset and slow.",
                List.of(
                        new Parameter(
                                "topic", "query", false, "Topics of the news, as story:ID or outlet:ТАСС.", texts),
                        new Parameter("kind", "query", false, "All topics of these kinds.", kinds),
                        new Parameter(
                                "snapshot",
                                "query",
                                false,
                                "Without an id: begin with the present rows.",
                                schema("boolean")),
                        new Parameter("lastEventId", "query", false, "Where to go on: the id of the last event.", text),
                        new Parameter("Last-Event-ID", "header", false, "The same, and counts before it.", text)),
                List.of(new Body(CONTENT_TYPE, text)),
                Set.of(400)));
    }

    private static ObjectNode schema(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private void events(Context context) {
        Parameters parameters = Parameters.of(context, PARAMETERS);
        EventFilter filter = filter(context.queryParams("topic"), context.queryParams("kind"));
        // A browser that comes back by itself says in the header where it is; the address is that of its first visit.
        String header = context.header("Last-Event-ID");
        String from = header == null || header.isEmpty() ? parameters.text("lastEventId") : header;
        boolean snapshot = parameters.flag("snapshot");
        LiveUpdates live;
        Opening opening;
        try {
            live = updates.get();
            opening = live.enter(filter, from, snapshot);
        } catch (NotReadyException | Problem refused) {
            context.header("Retry-After", Integer.toString(LiveUpdates.RETRY_SECONDS));
            throw refused;
        }
        context.future(() -> begin(context, live, opening));
    }

    private static EventFilter filter(List<String> topics, List<String> kinds) {
        try {
            return EventFilter.of(topics, kinds);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private static CompletableFuture<Void> begin(Context context, LiveUpdates live, Opening opening) {
        ServletOutputStream out;
        try {
            context.res().setContentType(CONTENT_TYPE);
            context.res().setCharacterEncoding("utf-8");
            // Proxies that gather an answer before they give it on would hold back what is meant to be live.
            context.header("X-Accel-Buffering", "no");
            out = context.res().getOutputStream();
        } catch (IOException e) {
            live.leave(opening);
            throw new UncheckedIOException(e);
        }
        ServletChannel channel = new ServletChannel(out);
        out.setWriteListener(new Begin(live, opening, channel));
        return channel.ended();
    }

    /** Begins the reader when the connection can be written to, and pumps it whenever it can be again. */
    private static final class Begin implements WriteListener {
        private final LiveUpdates live;
        private final Opening opening;
        private final ServletChannel channel;
        private volatile @Nullable EventReader reader;

        Begin(LiveUpdates live, Opening opening, ServletChannel channel) {
            this.live = live;
            this.opening = opening;
            this.channel = channel;
        }

        @Override
        public void onWritePossible() {
            EventReader begun = reader;
            if (begun == null) {
                begun = live.begin(opening, channel);
                reader = begun;
            }
            begun.pump();
        }

        @Override
        public void onError(Throwable fault) {
            LOG.debug("A reader is gone", fault);
            EventReader begun = reader;
            if (begun == null) {
                live.leave(opening);
                channel.end();
            } else {
                begun.end();
            }
        }
    }
}
