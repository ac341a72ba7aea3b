/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.vestnik.producer.SourceItem;

/**
 * {@code POST /articles}. 202 with {@code {"ids": [...], "refused": [{place, reason, message}]}} once the brokers have
 * what is to be kept; 422 when every article is refused, 413 when for its length. Errors are problem details (RFC 9457):
 * 401 without a known key, 413 for a body that is too long, 415 for another media type, 422 for a body that cannot be
 * read, 429 when too much waits, 503 when the brokers do not take it in time.
 */
final class IntakeServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeServer.class);
    private static final String BEARER = "Bearer ";
    /** Threads beside those of the requests that wait. */
    private static final int SPARE_THREADS = 8;

    private final IntakeSettings settings;
    private final ArticleBody bodies;
    private final Predicate<Batch> queue;
    private final Javalin javalin;
    private final Map<String, Semaphore> clients = new ConcurrentHashMap<>();
    private final Set<Batch> waiting = ConcurrentHashMap.newKeySet();
    private final AtomicLong requests = new AtomicLong();

    /**
     * A server that does not listen yet.
     *
     * @param queue takes a request's articles, or says that there are too many
     */
    IntakeServer(IntakeSettings settings, ArticleBody bodies, Predicate<Batch> queue) {
        this.settings = settings;
        this.bodies = bodies;
        this.queue = queue;
        this.javalin = Javalin.create(this::configure);
    }

    void start() {
        javalin.start(settings.host(), settings.port());
    }

    int port() {
        return javalin.port();
    }

    /** Where an item came from. */
    static String place(SourceItem item) {
        if (item instanceof SourceItem.Version version) {
            return version.place();
        }
        if (item instanceof SourceItem.Retraction retraction) {
            return retraction.place();
        }
        return item instanceof SourceItem.Rejection rejection ? rejection.place() : "";
    }

    @Override
    public void close() {
        IllegalStateException ended = new IllegalStateException("The producer is being stopped");
        waiting.forEach(batch -> batch.committed().completeExceptionally(ended));
        javalin.stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.threadPool = new QueuedThreadPool(settings.waiting() + SPARE_THREADS, 2);
        config.routes.before(
                context -> context.header("X-Content-Type-Options", "nosniff").header("Cache-Control", "no-store"));
        config.routes.post("/articles", this::post);
        config.routes.exception(Problem.class, (problem, context) -> answer(context, problem));
        config.routes.exception(Exception.class, (fault, context) -> {
            LOG.error("{} {} failed", context.method(), context.path(), fault);
            answer(context, new Problem(500, "Internal error", "The log of the producer tells more."));
        });
        config.routes.error(404, context -> {
            if (context.result() == null
                    || !String.valueOf(context.res().getContentType()).contains("problem")) {
                answer(context, new Problem(404, "Not found", "Articles are sent by POST to /articles."));
            }
        });
    }

    private void post(Context context) throws Problem, IOException, InterruptedException {
        String client = client(context);
        ArticleBody.check(context.contentType(), context.header("Content-Encoding"));
        byte[] body = body(context);
        Semaphore own = clients.computeIfAbsent(client, name -> new Semaphore(settings.waitingEach()));
        if (!own.tryAcquire()) {
            throw tooMany(context, "You have " + settings.waitingEach() + " requests that wait for the brokers.");
        }
        try {
            String place = "http:" + client + "#" + requests.incrementAndGet();
            Batch batch = Batch.of(bodies.read(body, context.contentType(), place));
            answer(context, batch, refused(context, batch));
        } finally {
            own.release();
        }
    }

    /** Hands the articles over and waits until the brokers have them. */
    private List<Batch.Refused> refused(Context context, Batch batch) throws Problem, InterruptedException {
        waiting.add(batch);
        try {
            if (!queue.test(batch)) {
                throw tooMany(context, "Too many requests wait for the brokers.");
            }
            return batch.committed().get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new Problem(
                    503,
                    "Not confirmed",
                    "The brokers did not confirm the articles in time. Send them again: what they have is not published"
                            + " twice.");
        } finally {
            waiting.remove(batch);
        }
    }

    private static void answer(Context context, Batch batch, List<Batch.Refused> refused) {
        Set<String> places = new HashSet<>();
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Batch.Refused one : refused) {
            places.add(one.place());
            list.addObject()
                    .put(
                            "article",
                            Integer.parseInt(one.place().substring(one.place().lastIndexOf(':') + 1)))
                    .put("reason", one.reason())
                    .put("message", one.message());
        }
        if (refused.size() == batch.items().size()) {
            int status = ArticleBody.isTooLarge(refused) ? 413 : 422;
            ObjectNode problem =
                    problem(status, "Every article was refused", refused.get(0).message());
            problem.set("refused", list);
            write(context, status, "application/problem+json", problem);
            return;
        }
        ObjectNode receipt = JsonNodeFactory.instance.objectNode();
        ArrayNode ids = receipt.putArray("ids");
        for (SourceItem item : batch.items()) {
            if (!places.contains(place(item))) {
                ids.add(id(item));
            }
        }
        receipt.set("refused", list);
        write(context, 202, "application/json", receipt);
    }

    private static String id(SourceItem item) {
        return item instanceof SourceItem.Version version
                ? version.articleId()
                : ((SourceItem.Retraction) item).articleId();
    }

    private String client(Context context) throws Problem {
        ClientKeys keys = settings.keys();
        if (keys == null) {
            return "local";
        }
        String header = context.header("Authorization");
        String client = header != null && header.startsWith(BEARER)
                ? keys.client(header.substring(BEARER.length()).strip())
                : null;
        if (client == null) {
            context.header("WWW-Authenticate", "Bearer");
            throw new Problem(401, "Unknown client", "Send your key as Authorization: Bearer KEY.");
        }
        return client;
    }

    private byte[] body(Context context) throws Problem, IOException {
        try (InputStream in = context.bodyInputStream()) {
            byte[] body = in.readNBytes(settings.maxBodyBytes() + 1);
            if (body.length > settings.maxBodyBytes()) {
                throw new Problem(
                        413,
                        "Too large",
                        "The body has more than %,d bytes. Send fewer articles at a time."
                                .formatted(settings.maxBodyBytes()));
            }
            return body;
        }
    }

    private static Problem tooMany(Context context, String detail) {
        context.header("Retry-After", "1");
        return new Problem(429, "Too many requests", detail + " Send it again in a second.");
    }

    private static void answer(Context context, Problem problem) {
        write(
                context,
                problem.status(),
                "application/problem+json",
                problem(problem.status(), problem.title(), problem.detail()));
    }

    private static ObjectNode problem(int status, String title, String detail) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
    }

    private static void write(Context context, int status, String contentType, ObjectNode body) {
        context.status(status).contentType(contentType).result(body.toString().getBytes(StandardCharsets.UTF_8));
    }
}
