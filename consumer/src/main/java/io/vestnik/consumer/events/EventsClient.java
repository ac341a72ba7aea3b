/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.vestnik.schemas.avro.TopicKind;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Gives a program the live updates of a consumer, each once and those of a topic in their order, whatever is restarted in
 * between: it comes back by itself, to another instance when one does not answer. A program that keeps {@link #lastEventId}
 * with what it has made of the events goes on there after its own restart.
 *
 * <pre>{@code
 * try (EventsClient events = new EventsClient(EventsClient.Request.to(URI.create("http://127.0.0.1:8085")))) {
 *     for (Event event = events.next(); event != null; event = events.next()) {
 *         handle(event);
 *     }
 * }
 * }</pre>
 */
public final class EventsClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventsClient.class);

    private static final Duration CONNECT = Duration.ofSeconds(5);
    /** Before the first byte comes a snapshot may have to be made. */
    private static final Duration OPENING = Duration.ofSeconds(30);
    /** A consumer gives a sign of life every ten seconds. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private static final int MOST_PAUSE_SECONDS = 60;

    private final Request request;
    private final HttpClient http;
    private final Consumer<String> onGone;
    private final ObjectMapper mapper = new ObjectMapper();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile String lastEventId;
    private volatile @Nullable BodyStream body;
    private @Nullable EventStream stream;
    private int instance;
    private long pauseMs = Frames.RETRY_MS;

    /**
     * What is asked for.
     *
     * @param instances addresses of instances of the consumer, at least one; each tells all
     * @param filter which topics of the news
     * @param lastEventId where to go on; empty = now
     * @param snapshot whether to begin with the present rows, when there is no id to go on from
     * @param token sent as a bearer token; null where none is needed
     */
    public record Request(
            List<URI> instances,
            EventFilter filter,
            String lastEventId,
            boolean snapshot,
            @Nullable String token) {
        /** All updates of one instance from now on. */
        public static Request to(URI instance) {
            return new Request(List.of(instance), EventFilter.ALL, "", false, null);
        }
    }

    /**
     * What was told.
     *
     * @param type {@code update}; or {@code reset}: what was told before may have gaps, take the rows in the data instead
     * @param id where to go on behind it
     * @param data the update, or the snapshot
     */
    public record Event(String type, String id, JsonNode data) {
        /** Whether this is a fresh start and no update. */
        public boolean isReset() {
            return Frames.RESET.equals(type);
        }
    }

    /** Asks nobody yet. */
    public EventsClient(Request request) {
        this(request, http(), why -> {});
    }

    /**
     * Asks nobody yet.
     *
     * @param http its connections, which several may share
     * @param onGone told, for a person, when it is cut off or nobody answers, before it comes back
     */
    public EventsClient(Request request, HttpClient http, Consumer<String> onGone) {
        this.request = request;
        this.http = http;
        this.onGone = onGone;
        this.lastEventId = request.lastEventId();
    }

    /** A client for the connections of any number of these. */
    public static HttpClient http() {
        return HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** Where to go on behind the last event that was given; empty when that is not known yet. */
    public String lastEventId() {
        return lastEventId;
    }

    /**
     * Waits for the next event. For one thread.
     *
     * @return null when the client is closed
     * @throws EventsRefusedException when the consumer refuses what it is asked for
     * @throws InterruptedException when the thread is interrupted
     */
    public @Nullable Event next() throws InterruptedException {
        while (closed.getCount() > 0) {
            try {
                EventStream open = stream;
                if (open == null) {
                    open = connect();
                    stream = open;
                }
                EventStream.Message message = open.next();
                if (message == null) {
                    comeBack("the stream has ended");
                    continue;
                }
                lastEventId = message.id();
                pauseMs = message.retryMs() < 0 ? pauseMs : message.retryMs();
                String data = message.data();
                if (Frames.SLOW.equals(message.type())) {
                    comeBack("it says that events are taken too slowly");
                } else if (data != null) {
                    return new Event(message.type(), message.id(), mapper.readTree(data));
                }
            } catch (JsonProcessingException e) {
                throw new EventsRefusedException(
                        "What listens at " + address() + " does not tell events as a consumer does.");
            } catch (SocketTimeoutException e) {
                comeBack(e.toString());
            } catch (InterruptedIOException e) {
                throw new InterruptedException(e.getMessage());
            } catch (IOException e) {
                comeBack(e.toString());
            }
        }
        return null;
    }

    private URI address() {
        return request.instances().get(instance % request.instances().size());
    }

    private EventStream connect() throws IOException, InterruptedException {
        HttpRequest.Builder asked = HttpRequest.newBuilder(
                        URI.create(trim(address().toString()) + EventEndpoints.PATH + query()))
                .header("Accept", "text/event-stream");
        if (!lastEventId.isEmpty()) {
            asked.header("Last-Event-ID", lastEventId);
        }
        if (request.token() != null) {
            asked.header("Authorization", "Bearer " + request.token());
        }
        BodyStream bytes = new BodyStream(SILENCE);
        body = bytes;
        HttpResponse<InputStream> answer = send(asked.build(), bytes);
        if (closed.getCount() == 0) {
            bytes.close();
        }
        if (answer.statusCode() == 200) {
            return new EventStream(answer.body(), lastEventId);
        }
        String detail = detail(answer);
        if (answer.statusCode() < 500) {
            throw new EventsRefusedException(detail);
        }
        answer.headers()
                .firstValue("Retry-After")
                .filter(after -> after.matches("\\d{1,4}"))
                .ifPresent(after ->
                        pauseMs = TimeUnit.SECONDS.toMillis(Math.min(MOST_PAUSE_SECONDS, Integer.parseInt(after))));
        throw new IOException(detail);
    }

    /** The client's own time-out may be one of the whole answer, which has no end here. */
    private HttpResponse<InputStream> send(HttpRequest asked, BodyStream bytes)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<InputStream>> answer = http.sendAsync(asked, info -> bytes);
        try {
            return answer.get(OPENING.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + OPENING.toSeconds() + " s", e);
        } finally {
            if (!answer.isDone()) {
                answer.cancel(true);
            }
        }
    }

    private String detail(HttpResponse<InputStream> answer) throws IOException {
        String otherwise = "What listens at " + address() + " answers with status " + answer.statusCode() + ".";
        try (InputStream bytes = answer.body()) {
            return mapper.readTree(bytes).path("detail").asText(otherwise);
        } catch (JsonProcessingException e) {
            LOG.debug("No problem details", e);
            return otherwise;
        }
    }

    private String query() {
        List<String> parameters = new ArrayList<>();
        request.filter().topics().forEach(topic -> parameters.add("topic=" + URLEncoder.encode(topic, UTF_8)));
        for (TopicKind kind : request.filter().kinds()) {
            parameters.add("kind=" + kind.name().toLowerCase(Locale.ROOT));
        }
        if (request.snapshot()) {
            parameters.add("snapshot=true");
        }
        return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }

    private static String trim(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** Waits, and asks the next instance then. */
    private void comeBack(String why) throws InterruptedException {
        stream = null;
        disconnect();
        if (closed.getCount() > 0) {
            LOG.debug("Coming back in {} ms", pauseMs);
            onGone.accept("No live updates from " + address() + " now, trying again: " + why);
            instance++;
            boolean ended = closed.await(pauseMs, TimeUnit.MILLISECONDS);
            LOG.debug("Closed while waiting: {}", ended);
            pauseMs = Frames.RETRY_MS;
        }
    }

    private void disconnect() {
        BodyStream open = body;
        if (open != null) {
            open.close();
        }
    }

    /** Ends; whoever waits for an event is told that there is none. From any thread. */
    @Override
    public void close() {
        closed.countDown();
        disconnect();
    }
}
