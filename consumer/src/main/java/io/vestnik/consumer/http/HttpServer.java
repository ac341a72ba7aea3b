/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.http;

import java.util.List;

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
 * <p>Errors are problem details (RFC 9457): 400 for a request that is wrong, 401 for one without the token, 404 for what is not there, 405 for another
 * method than GET, 503 when an answer would not be complete now.
 */
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    /** Nothing of an answer is to be run or shown in a frame; who serves pages says something else. */
    private static final String NO_CONTENT = "default-src 'none'; frame-ancestors 'none'";

    private final HttpSettings settings;
    private final List<Endpoints> endpoints;
    private final Javalin javalin;
    private final HostPort listening;

    private HttpServer(HttpSettings settings, List<Endpoints> endpoints) {
        this.settings = settings;
        this.endpoints = endpoints;
        HostPort listen = settings.listen();
        javalin = Javalin.create(this::configure).start(listen.host(), listen.port());
        listening = new HostPort(listen.host(), javalin.port());
    }

    /**
     * Starts listening.
     *
     * @param settings where and for whom
     * @param endpoints who answers
     * @throws io.javalin.util.JavalinBindException when the port cannot be had
     */
    public static HttpServer start(HttpSettings settings, List<Endpoints> endpoints) {
        return new HttpServer(settings, endpoints);
    }

    /** Where it listens, with the port that it has got. */
    public HostPort listening() {
        return listening;
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
        // What was kept may be used again when the server says that it has not changed.
        config.routes.before(context -> context.header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", NO_CONTENT)
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "private, no-cache"));
        new Access(settings).addTo(config.routes);
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
                                ? Problem.notFound("There is nothing at this address. What there is is told at"
                                        + " /openapi.json.")
                                : new Problem(405, "Method not allowed", "Only GET is served here.")));
    }

    private static void answer(Context context, Problem problem) {
        context.status(problem.status())
                .header("Cache-Control", "no-store")
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
