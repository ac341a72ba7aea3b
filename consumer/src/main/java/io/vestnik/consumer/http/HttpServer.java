/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.http;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import org.eclipse.jetty.http.UriCompliance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.vestnik.consumer.HostPort;

/**
 * The consumer's HTTP server, read only.
 *
 * <p>Errors are problem details (RFC 9457): 400 for a request that is wrong, 404 for what is not there, 405 for another
 * method than GET, 503 when an answer would not be complete now.
 */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    private final List<Endpoints> endpoints;
    private final Javalin javalin;
    private final HostPort listening;

    private HttpServer(HostPort listen, List<Endpoints> endpoints) {
        this.endpoints = endpoints;
        javalin = Javalin.create(this::configure).start(listen.host(), listen.port());
        listening = new HostPort(listen.host(), javalin.port());
    }

    /**
     * Starts listening.
     *
     * @param listen where; port 0 = any that is free
     * @param endpoints who answers
     * @throws io.javalin.util.JavalinBindException when the port cannot be had
     */
    public static HttpServer start(HostPort listen, List<Endpoints> endpoints) {
        return new HttpServer(listen, endpoints);
    }

    /** Where it listens, with the port that it has got. */
    public HostPort listening() {
        return listening;
    }

    /** Answers with JSON. */
    public static void json(Context context, JsonNode answer) {
        context.contentType("application/json; charset=utf-8").result(answer.toString());
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
        endpoints.forEach(group -> group.addTo(config.routes));
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
