/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.query;

import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import org.eclipse.jetty.http.UriCompliance;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.vestnik.consumer.HostPort;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Serves the views over HTTP, read only.
 *
 * <ul>
 *   <li>{@code GET /views/{kind}?limit=&cursor=}: {@code {"items": [...], "next": cursor or null}}, by (articles, most
 *       first; id). Kinds: stories, coverage (also {@code type=story|entity|outlet|theme}), entities, utterances (those
 *       of at least two articles unless {@code all=true}).
 *   <li>{@code GET /views/{kind}/{id}}: one view.
 *   <li>{@code GET /health/live}, {@code GET /health/ready}.
 * </ul>
 *
 * <p>Errors are problem details (RFC 9457): 400 for a request that is wrong, 404 for what is not there, 503 when an
 * answer would not be complete now.
 */
public final class QueryServer implements AutoCloseable {
    /** Views of this instance alone, for the other instances. */
    static final String LOCAL_PATH = "/internal/views/";

    /** Most views that an answer has. */
    public static final int MAX_LIMIT = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(QueryServer.class);
    private static final int DEFAULT_LIMIT = 50;
    private static final Set<String> LIST_PARAMETERS = Set.of("limit", "cursor", "all", "type");

    private final Javalin javalin;
    private final HostPort listening;
    private volatile @Nullable ClusterViews views;
    private volatile @Nullable Health health;

    private QueryServer(HostPort listen) {
        javalin = Javalin.create(this::configure).start(listen.host(), listen.port());
        listening = new HostPort(listen.host(), javalin.port());
    }

    /**
     * Starts listening. Until {@link #serve} every question is answered with 503: the address has to be known before
     * the application starts, as that publishes it.
     *
     * @param listen where; port 0 = any that is free
     * @throws io.javalin.util.JavalinBindException when the port cannot be had
     */
    public static QueryServer start(HostPort listen) {
        return new QueryServer(listen);
    }

    /** Where it listens, with the port that it has got. */
    public HostPort listening() {
        return listening;
    }

    /** Answers from the given views from now on. */
    public void serve(ClusterViews clusterViews, Health itsHealth) {
        views = clusterViews;
        health = itsHealth;
    }

    @Override
    public void close() {
        javalin.stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        // Ids of topics hold names as they are written, slashes included.
        config.jetty.modifyHttpConfiguration(http -> http.setUriCompliance(UriCompliance.UNSAFE));
        config.jetty.modifyServletContextHandler(
                handler -> handler.getServletHandler().setDecodeAmbiguousURIs(true));
        config.routes.before(
                context -> context.header("X-Content-Type-Options", "nosniff").header("Cache-Control", "no-store"));
        config.routes.get("/views/{kind}", this::list);
        config.routes.get("/views/{kind}/<id>", this::get);
        config.routes.get(LOCAL_PATH + "{kind}", this::local);
        config.routes.get("/health/live", context -> health(context, true));
        config.routes.get("/health/ready", context -> health(context, false));
        config.routes.exception(Problem.class, (problem, context) -> answer(context, problem));
        config.routes.exception(
                NotReadyException.class,
                (notReady, context) -> answer(context, Problem.unavailable(String.valueOf(notReady.getMessage()))));
        config.routes.exception(Exception.class, (fault, context) -> {
            LOG.error("{} {} failed", context.method(), context.path(), fault);
            answer(context, Problem.internal());
        });
        config.routes.error(
                404,
                context -> unlessAnswered(
                        context,
                        HandlerType.GET.equals(context.method())
                                ? Problem.notFound("There is nothing at this address. Views are at /views/KIND and"
                                        + " /views/KIND/ID; kinds are stories, coverage, utterances, entities.")
                                : new Problem(405, "Method not allowed", "Only GET is served here.")));
    }

    private void list(Context context) {
        ViewKind kind = kind(context);
        checkParameters(context, LIST_PARAMETERS);
        int limit = number(context, "limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
        boolean all = flag(context, "all");
        ListRequest request;
        try {
            request = ListRequest.of(kind, cursor(context), limit, all, text(context, "type"));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()));
        }
        ClusterViews.Page page = views().list(kind, request);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode items = answer.putArray("items");
        page.rows().forEach(row -> items.add(row.view()));
        answer.put("next", page.more() ? cursorAfter(page) : null);
        json(context, answer);
    }

    private void get(Context context) {
        ViewKind kind = kind(context);
        checkParameters(context, Set.of());
        String id = context.pathParam("id");
        json(context, (ObjectNode) views().get(kind, id)
                .orElseThrow(() ->
                        Problem.notFound("There is no view of the " + kind.pathName() + " with the id '" + id + "'.")));
    }

    private void local(Context context) {
        ViewKind kind = kind(context);
        String id = context.queryParam("id");
        QueryStore store = views().local();
        if (id != null) {
            json(context, ShareJson.write(store.get(kind, id)));
            return;
        }
        ListRequest request = new ListRequest(
                text(context, "after"),
                number(context, "limit", DEFAULT_LIMIT, 1, MAX_LIMIT + 1),
                number(context, "minArticles", 0, 0, Integer.MAX_VALUE),
                text(context, "prefix"));
        json(context, ShareJson.write(store.list(kind, request)));
    }

    private void health(Context context, boolean live) {
        Health current = health;
        String state = current == null ? "STARTING" : current.state();
        boolean good = current == null ? live : live ? current.live() : current.ready();
        if (!good) {
            throw Problem.unavailable("The consumer is in state " + state + ".");
        }
        json(context, JsonNodeFactory.instance.objectNode().put("state", state));
    }

    private ClusterViews views() {
        ClusterViews current = views;
        if (current == null) {
            throw new NotReadyException("The consumer is starting. Ask again in a moment.");
        }
        return current;
    }

    private static ViewKind kind(Context context) {
        String name = context.pathParam("kind");
        return ViewKind.of(name)
                .orElseThrow(() -> Problem.notFound("There are no views of the kind '" + name
                        + "'; kinds are stories, coverage, utterances, entities."));
    }

    private static void checkParameters(Context context, Set<String> known) {
        TreeSet<String> unknown = new TreeSet<>(context.queryParamMap().keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw Problem.badRequest("Unknown parameter(s) " + unknown + "; known are " + new TreeSet<>(known) + ".");
        }
    }

    private static int number(Context context, String name, int otherwise, int least, int most) {
        String text = context.queryParam(name);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            LOG.debug("{} is no number: {}", name, text);
        }
        throw Problem.badRequest(name + " has to be a number from " + least + " to " + most + ".");
    }

    private static boolean flag(Context context, String name) {
        String text = text(context, name);
        return switch (text) {
            case "", "false" -> false;
            case "true" -> true;
            default -> throw Problem.badRequest(name + " has to be true or false.");
        };
    }

    private static String text(Context context, String name) {
        String text = context.queryParam(name);
        return text == null ? "" : text;
    }

    private static String cursor(Context context) {
        String cursor = text(context, "cursor");
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Problem(400, "Bad request", "cursor has to be what 'next' of another answer said.");
        }
    }

    private static String cursorAfter(ClusterViews.Page page) {
        String last = page.rows().get(page.rows().size() - 1).position();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(UTF_8));
    }

    private static void json(Context context, ObjectNode answer) {
        context.contentType("application/json; charset=utf-8").result(answer.toString());
    }

    private static void answer(Context context, Problem problem) {
        context.status(problem.status())
                .contentType(Problem.CONTENT_TYPE)
                .result(problem.json(context.path()).toString());
    }

    private static void unlessAnswered(Context context, Problem problem) {
        String answered = context.res().getContentType();
        if (answered == null || !answered.startsWith(Problem.CONTENT_TYPE)) {
            answer(context, problem);
        }
    }
}
