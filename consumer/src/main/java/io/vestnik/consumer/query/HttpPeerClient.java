/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.query;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.common.errors.InterruptException;

import io.vestnik.consumer.HostPort;
import io.vestnik.consumer.http.NotReadyException;
import io.vestnik.consumer.query.QueryStore.Share;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Asks other instances over HTTP for what they alone hold. */
public final class HttpPeerClient implements PeerClient {
    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient client;
    private final Duration timeout;

    /** Every instance has to answer within the timeout. */
    public HttpPeerClient(Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder().connectTimeout(timeout).build();
    }

    @Override
    public Share list(HostPort peer, ViewKind kind, ListRequest request) {
        return ask(
                peer,
                ViewEndpoints.LOCAL_PATH + kind.pathName() + "?limit=" + request.limit() + "&minArticles="
                        + request.minArticles() + "&prefix=" + encode(request.idPrefix()) + "&after="
                        + encode(request.after()));
    }

    @Override
    public Share get(HostPort peer, ViewKind kind, String id) {
        return ask(peer, ViewEndpoints.LOCAL_PATH + kind.pathName() + "?id=" + encode(id));
    }

    private Share ask(HostPort peer, String path) {
        URI address = URI.create("http://" + peer + path);
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(timeout).GET().build();
        try {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
            if (response.statusCode() != 200) {
                throw new NotReadyException("The consumer at " + peer + " answers with status " + response.statusCode()
                        + ". Ask again in a moment.");
            }
            return ShareJson.read(mapper.readTree(response.body()));
        } catch (JsonProcessingException e) {
            throw new NotReadyException("What listens at " + peer + " does not answer as a consumer does.", e);
        } catch (IOException e) {
            throw new NotReadyException(
                    "The consumer at " + peer + " does not answer. Without its part the answer would not be complete."
                            + " Ask again in a moment.",
                    e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}
