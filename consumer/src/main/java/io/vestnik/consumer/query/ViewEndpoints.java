/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.query;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;

import io.vestnik.consumer.http.Endpoints;
import io.vestnik.consumer.http.HttpServer;
import io.vestnik.consumer.http.Parameters;
import io.vestnik.consumer.http.Problem;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The views as they are.
 *
 * <ul>
 *   <li>{@code GET /views/{kind}?limit=&cursor=&asOf=}: {@code {"items": [...], "next": cursor or null}}, by (articles, most
 *       first; id). Kinds: stories, coverage (also {@code type=story|entity|outlet|theme}), entities, utterances (those
 *       of at least two articles unless {@code all=true}).
 *   <li>{@code GET /views/{kind}/{id}?asOf=}: one view.
 *   <li>{@code GET /internal/views/{kind}}: those of this instance alone, for the other instances.
 * </ul>
 */
public final class ViewEndpoints implements Endpoints {
    /** Views of this instance alone, for the other instances. */
    static final String LOCAL_PATH = "/internal/views/";

    /** Most views that an answer has. */
    public static final int MAX_LIMIT = 1000;

    private static final int DEFAULT_LIMIT = 50;
    private static final String AS_OF = "asOf";
    private static final Set<String> LIST_PARAMETERS = Set.of("limit", "cursor", "all", "type", AS_OF);
    private static final Set<String> ONE_PARAMETERS = Set.of(AS_OF);
    private static final Set<String> LOCAL_PARAMETERS = Set.of("id", "after", "limit", "minArticles", "prefix");

    private final Supplier<ClusterViews> views;
    private final Function<Instant, QueryStore> asOf;

    /**
     * Over the views of all instances.
     *
     * @param asOf gives all views as they were known at a time; it refuses when it cannot
     */
    public ViewEndpoints(Supplier<ClusterViews> views, Function<Instant, QueryStore> asOf) {
        this.views = views;
        this.asOf = asOf;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/views/{kind}", this::list);
        routes.get("/views/{kind}/<id>", this::get);
        routes.get(LOCAL_PATH + "{kind}", this::local);
    }

    private void list(Context context) {
        ViewKind kind = kind(context);
        Parameters parameters = Parameters.of(context, LIST_PARAMETERS);
        int limit = parameters.number("limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
        ListRequest request;
        try {
            request = ListRequest.of(kind, cursor(parameters), limit, parameters.flag("all"), parameters.text("type"));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()));
        }
        Instant time = parameters.time(AS_OF);
        ClusterViews.Page page = time == null
                ? views.get().list(kind, request)
                : ClusterViews.Page.of(asOf.apply(time), kind, request);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        page.rows().forEach(row -> items.add(row.view()));
        answer.put("next", page.more() ? cursorAfter(page) : null);
        if (time != null) {
            answer.put(AS_OF, time.toString());
        }
        HttpServer.json(context, answer);
    }

    private void get(Context context) {
        ViewKind kind = kind(context);
        Instant time = Parameters.of(context, ONE_PARAMETERS).time(AS_OF);
        String id = context.pathParam("id");
        Optional<JsonNode> view = time == null
                ? views.get().get(kind, id)
                : asOf.apply(time).get(kind, id).rows().stream()
                        .map(QueryStore.Row::view)
                        .findFirst();
        HttpServer.json(
                context,
                view.orElseThrow(() -> Problem.notFound("There is no view of the " + kind.pathName()
                        + " with the id '" + id + "'" + (time == null ? "." : " as of " + time + "."))));
    }

    private void local(Context context) {
        ViewKind kind = kind(context);
        Parameters parameters = Parameters.of(context, LOCAL_PARAMETERS);
        String id = context.queryParam("id");
        QueryStore store = views.get().local();
        if (id != null) {
            HttpServer.json(context, ShareJson.write(store.get(kind, id)));
            return;
        }
        ListRequest request = new ListRequest(
                parameters.text("after"),
                parameters.number("limit", DEFAULT_LIMIT, 1, MAX_LIMIT + 1),
                parameters.number("minArticles", 0, 0, Integer.MAX_VALUE),
                parameters.text("prefix"));
        HttpServer.json(context, ShareJson.write(store.list(kind, request)));
    }

    private static ViewKind kind(Context context) {
        String name = context.pathParam("kind");
        return ViewKind.of(name)
                .orElseThrow(() -> Problem.notFound("There are no views of the kind '" + name
                        + "'; kinds are stories, coverage, utterances, entities."));
    }

    private static String cursor(Parameters parameters) {
        try {
            return new String(Base64.getUrlDecoder().decode(parameters.text("cursor")), UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("cursor has to be what 'next' of another answer said.");
        }
    }

    private static String cursorAfter(ClusterViews.Page page) {
        String last = page.rows().get(page.rows().size() - 1).position();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(UTF_8));
    }
}
