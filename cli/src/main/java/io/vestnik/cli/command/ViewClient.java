/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jspecify.annotations.Nullable;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.consumer.http.AccessToken;
import io.vestnik.consumer.query.ListRequest;
import io.vestnik.consumer.query.ViewKind;
import io.vestnik.schemas.TopicIds;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Asks a running consumer over HTTP. */
final class ViewClient implements ViewSource {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private final String url;
    private final @Nullable Instant asOf;
    private final @Nullable AccessToken token;

    /**
     * Asks the consumer at the given address.
     *
     * @param asOf what was known then is asked for; null = now
     * @param token what the consumer asks for; null = nothing
     */
    ViewClient(URI url, @Nullable Instant asOf, @Nullable AccessToken token) {
        this.asOf = asOf;
        this.token = token;
        String text = url.toString();
        this.url = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public JsonNode get(ViewKind kind, String id) throws InterruptedException {
        return ask(path(kind, id) + (asOf == null ? "" : "?" + asOf()));
    }

    @Override
    public ArrayNode list(ViewKind kind, int limit, boolean all, String type) throws InterruptedException {
        // What it refuses the consumer would refuse, but not by the names of the command line.
        ViewSource.request(kind, limit, all, type);
        String filter = (all && kind == ViewKind.UTTERANCES ? "&all=true" : "")
                + (type.isEmpty() ? "" : "&kind=" + encode(type))
                + (asOf == null ? "" : "&" + asOf());
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        String cursor = "";
        while (items.size() < limit) {
            int size = Math.min(limit - items.size(), ListRequest.MAX_LIMIT);
            JsonNode page = ask(path(kind) + "?full=true&limit=" + size + filter + "&cursor=" + encode(cursor));
            page.path("items").forEach(items::add);
            if (!page.path("next").isTextual()) {
                break;
            }
            cursor = page.path("next").asText();
        }
        return items;
    }

    private static String path(ViewKind kind) {
        return kind == ViewKind.COVERAGE ? "/topics" : "/" + kind.pathName();
    }

    private static String path(ViewKind kind, String id) {
        if (kind != ViewKind.COVERAGE) {
            return path(kind) + "/" + encode(id);
        }
        try {
            String topicKind = TopicIds.kind(id).name().toLowerCase(Locale.ROOT);
            return path(kind) + "/" + topicKind + "/" + encode(TopicIds.id(id)) + "/coverage";
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
    }

    private String asOf() {
        return "asOf=" + encode(String.valueOf(asOf));
    }

    private JsonNode ask(String path) throws InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(TIMEOUT);
        if (token != null) {
            request.header("Authorization", token.header());
        }
        HttpResponse<String> response;
        try {
            response = client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw noConsumer(e);
        }
        JsonNode answer;
        try {
            answer = mapper.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw noConsumer(e);
        }
        if (response.statusCode() == 200) {
            return answer;
        }
        if (response.statusCode() == 401) {
            throw new CommandFailure(
                    ExitCode.FAILED,
                    "The consumer at " + url + " asks for its token: name the file that holds it with --token-file.");
        }
        String detail = answer.path("detail").asText("The consumer answers with status " + response.statusCode() + ".");
        throw new CommandFailure(response.statusCode() == 503 ? ExitCode.UNAVAILABLE : ExitCode.FAILED, detail);
    }

    private CommandFailure noConsumer(@Nullable Throwable cause) {
        return new CommandFailure(
                ExitCode.UNAVAILABLE,
                "No consumer answers at " + url + ". Start one with 'vestnik consume', or name another with --url.",
                cause);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
