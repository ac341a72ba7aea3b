/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Carries requests to the registry: goes to its next address when one does not answer, and round again after a pause,
 * within the limits of the settings. What it returns is an answer of a registry, good or bad.
 */
final class RegistryHttp {
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** By the time to connect. Each client has threads of its own, and an application has a serde for every topic. */
    private static final Map<Integer, HttpClient> CLIENTS = new ConcurrentHashMap<>();

    /**
     * An answer.
     *
     * @param status HTTP status
     * @param body JSON body; missing when there is none
     */
    record Answer(int status, JsonNode body) {
        boolean ok() {
            return status / 100 == 2;
        }

        /** The registry's own error code, as 40403; the HTTP status when it gives none. */
        int errorCode() {
            return body.path("error_code").asInt(status);
        }

        String message() {
            return body.path("message").asText("HTTP status " + status);
        }
    }

    /** One address, with the header that opens it. */
    private record Address(URI uri, @Nullable String authorization) {}

    private final HttpClient client;
    private final List<Address> addresses;
    private final int retries;
    private final long firstWaitMs;
    private final long greatestWaitMs;
    private final Duration readTimeout;

    private RegistryHttp(SerdeSettings settings) {
        client = CLIENTS.computeIfAbsent(settings.getInt(SerdeSettings.CONNECT_TIMEOUT_MS), RegistryHttp::client);
        addresses = addresses(settings);
        retries = settings.getInt(SerdeSettings.MAX_RETRIES);
        firstWaitMs = settings.getLong(SerdeSettings.RETRY_WAIT_MS);
        greatestWaitMs = settings.getLong(SerdeSettings.RETRY_MAX_WAIT_MS);
        readTimeout = Duration.ofMillis(settings.getInt(SerdeSettings.READ_TIMEOUT_MS));
    }

    private static HttpClient client(int connectTimeoutMs) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofMillis(connectTimeoutMs))
                .build();
    }

    static RegistryHttp of(SerdeSettings settings) {
        return new RegistryHttp(settings);
    }

    /** The addresses, for messages; without passwords. */
    @Override
    public String toString() {
        return String.join(", ", addresses.stream().map(a -> a.uri().toString()).toList());
    }

    Answer get(String path) {
        return send(path, null);
    }

    Answer post(String path, JsonNode body) {
        try {
            return send(path, JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A tree of JSON could not be written", e);
        }
    }

    private Answer send(String path, @Nullable String body) {
        String problem = "";
        @Nullable Exception cause = null;
        for (int attempt = 0; attempt <= retries; attempt++) {
            if (attempt > 0) {
                pause(attempt);
            }
            for (Address address : addresses) {
                try {
                    Answer answer = sendTo(address, path, body);
                    if (!isPassing(answer.status())) {
                        return checked(answer, address);
                    }
                    problem = answer.message();
                    cause = null;
                } catch (IOException e) {
                    problem = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
                    cause = e;
                }
            }
        }
        throw new RegistryUnavailableException(
                "The schema registry at " + this + " did not answer within " + (retries + 1) + " attempts: " + problem
                        + ". Start it, or correct " + SerdeSettings.URL + ".",
                cause);
    }

    private Answer sendTo(Address address, String path, @Nullable String body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address.uri() + path))
                .timeout(readTimeout)
                .header("Accept", CONTENT_TYPE + ", application/json");
        if (address.authorization() != null) {
            request.header("Authorization", address.authorization());
        }
        if (body == null) {
            request.GET();
        } else {
            request.header("Content-Type", CONTENT_TYPE).POST(BodyPublishers.ofString(body));
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), parse(response.body()));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** An answer that a registry does not give comes from something else at that address. */
    private static Answer checked(Answer answer, Address address) {
        int status = answer.status();
        if (status == 401 || status == 403) {
            throw new RegistryUnavailableException("The schema registry at " + address.uri()
                    + " refuses the credentials (HTTP " + status + "). Correct " + SerdeSettings.AUTH_SOURCE + " and "
                    + SerdeSettings.AUTH_USER_INFO + ".");
        }
        if (!answer.body().isContainerNode() || (!answer.ok() && !answer.body().has("error_code"))) {
            throw new RegistryUnavailableException("What answers at " + address.uri()
                    + " is no schema registry: HTTP status " + status
                    + " without the JSON of one. Correct " + SerdeSettings.URL + ".");
        }
        return answer;
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static boolean isPassing(int status) {
        return status == 408 || status == 429 || status >= 500;
    }

    private void pause(int attempt) {
        long wait = Math.min(greatestWaitMs, firstWaitMs << Math.min(attempt - 1, 20));
        try {
            Thread.sleep(wait);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static List<Address> addresses(SerdeSettings settings) {
        boolean userInfo = settings.getString(SerdeSettings.AUTH_SOURCE).equals("USER_INFO");
        String given = settings.getPassword(SerdeSettings.AUTH_USER_INFO).value();
        if (userInfo && !given.contains(":")) {
            throw new ConfigException(SerdeSettings.AUTH_SOURCE + "=USER_INFO needs " + SerdeSettings.AUTH_USER_INFO
                    + " as name:password");
        }
        List<Address> addresses = new ArrayList<>();
        for (String url : settings.getList(SerdeSettings.URL)) {
            addresses.add(address(url, userInfo ? given : null));
        }
        return List.copyOf(addresses);
    }

    private static Address address(String url, @Nullable String given) {
        URI uri = uri(url);
        String scheme = uri.getScheme();
        if (uri.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            // Not the value itself: it may hold a password.
            throw new ConfigException(SerdeSettings.URL + " holds an address that is neither http://HOST, https://HOST"
                    + " nor mock://SCOPE");
        }
        String credentials = given == null ? uri.getUserInfo() : given;
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath().replaceAll("/+$", "");
        return new Address(
                URI.create(scheme + "://" + uri.getHost() + port + path),
                credentials == null
                        ? null
                        : "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    private static URI uri(String url) {
        try {
            return URI.create(url.strip());
        } catch (IllegalArgumentException e) {
            throw new ConfigException(SerdeSettings.URL + " holds an address that is not one");
        }
    }
}
