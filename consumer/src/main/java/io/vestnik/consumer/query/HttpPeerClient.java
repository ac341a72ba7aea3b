/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.query;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.HostPort;
import io.vestnik.consumer.http.AccessToken;
import io.vestnik.consumer.http.NotReadyException;
import io.vestnik.consumer.query.QueryStore.Share;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Asks other instances over HTTP for what they alone hold. */
public final class HttpPeerClient implements PeerClient {
    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient client;
    private final Duration timeout;
    private final @Nullable AccessToken token;

    /**
     * Every instance has to answer within the timeout.
     *
     * @param token what the instances ask for; null = nothing
     */
    public HttpPeerClient(Duration timeout, @Nullable AccessToken token) {
        this.timeout = timeout;
        this.token = token;
        this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    @Override
    public Share list(HostPort peer, ViewKind kind, ListRequest request) {
        return ask(
                peer,
                PeerEndpoints.PATH + kind.pathName() + "?brief=" + request.brief() + "&limit=" + request.limit()
                        + "&minArticles="
                        + request.minArticles() + "&prefix=" + encode(request.idPrefix()) + "&after="
                        + encode(request.after()));
    }

    @Override
    public Share get(HostPort peer, ViewKind kind, String id) {
        return ask(peer, PeerEndpoints.PATH + kind.pathName() + "?id=" + encode(id));
    }

    @Override
    public Share getAll(HostPort peer, ViewKind kind, List<String> ids, boolean brief) {
        ArrayNode body = mapper.createArrayNode();
        ids.forEach(body::add);
        return ask(
                peer,
                PeerEndpoints.PATH + kind.pathName() + "?brief=" + brief,
                HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body.toString(), UTF_8)));
    }

    @Override
    public Share firstOf(HostPort peer, String story) {
        return ask(peer, PeerEndpoints.FIRST_PATH + "?story=" + encode(story));
    }

    private Share ask(HostPort peer, String path) {
        return ask(peer, path, HttpRequest.newBuilder().GET());
    }

    private Share ask(HostPort peer, String path, HttpRequest.Builder asked) {
        try {
            HttpResponse<String> response =
                    client.send(request(peer, path, asked), HttpResponse.BodyHandlers.ofString(UTF_8));
            return ShareJson.read(json(peer, response));
        } catch (IOException e) {
            throw new NotReadyException(
                    "The consumer at " + peer + " does not answer. Without its part the answer would not be complete."
                            + " Ask again in a moment.",
                    e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /**
     * Asks another instance without waiting for it.
     *
     * @return the JSON that it answers with; fails with a {@link NotReadyException} when it does not
     */
    public CompletableFuture<JsonNode> askAsync(HostPort peer, String path) {
        HttpRequest request = request(peer, path, HttpRequest.newBuilder().GET());
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString(UTF_8))
                .handle((response, failure) -> {
                    if (failure == null) {
                        return json(peer, response);
                    }
                    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
                    if (cause instanceof IOException) {
                        throw new NotReadyException(
                                "The consumer at " + peer + " does not answer within " + timeout.toMillis() + " ms.",
                                cause);
                    }
                    throw new CompletionException(cause);
                });
    }

    private HttpRequest request(HostPort peer, String path, HttpRequest.Builder asked) {
        if (token != null) {
            asked.header("Authorization", token.header());
        }
        return asked.uri(URI.create("http://" + peer + path)).timeout(timeout).build();
    }

    private JsonNode json(HostPort peer, HttpResponse<String> response) {
        if (response.statusCode() == 401) {
            throw new NotReadyException("The consumer at " + peer + " has another token than this one. Give all"
                    + " instances the same query.token.file.");
        }
        if (response.statusCode() != 200) {
            throw new NotReadyException("The consumer at " + peer + " answers with status " + response.statusCode()
                    + ". Ask again in a moment.");
        }
        try {
            return mapper.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new NotReadyException("What listens at " + peer + " does not answer as a consumer does.", e);
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}
