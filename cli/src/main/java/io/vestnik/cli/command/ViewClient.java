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

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jspecify.annotations.Nullable;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.consumer.query.ViewEndpoints;
import io.vestnik.consumer.query.ViewKind;

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

    /**
     * Asks the consumer at the given address.
     *
     * @param asOf what was known then is asked for; null = now
     */
    ViewClient(URI url, @Nullable Instant asOf) {
        this.asOf = asOf;
        String text = url.toString();
        this.url = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public JsonNode get(ViewKind kind, String id) throws InterruptedException {
        return ask("/views/" + kind.pathName() + "/" + encode(id) + (asOf == null ? "" : "?" + asOf()));
    }

    @Override
    public ArrayNode list(ViewKind kind, int limit, boolean all, String type) throws InterruptedException {
        String filter = (all ? "&all=true" : "") + (type.isEmpty() ? "" : "&type=" + encode(type))
                + (asOf == null ? "" : "&" + asOf());
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        String cursor = "";
        while (items.size() < limit) {
            int size = Math.min(limit - items.size(), ViewEndpoints.MAX_LIMIT);
            JsonNode page = ask("/views/" + kind.pathName() + "?limit=" + size + filter + "&cursor=" + encode(cursor));
            page.path("items").forEach(items::add);
            if (!page.path("next").isTextual()) {
                break;
            }
            cursor = page.path("next").asText();
        }
        return items;
    }

    private String asOf() {
        return "asOf=" + encode(String.valueOf(asOf));
    }

    private JsonNode ask(String path) throws InterruptedException {
        HttpResponse<String> response;
        try {
            response = client.send(
                    HttpRequest.newBuilder(URI.create(url + path))
                            .timeout(TIMEOUT)
                            .build(),
                    HttpResponse.BodyHandlers.ofString(UTF_8));
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
