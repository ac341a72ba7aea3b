/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.registry;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Plain HTTP to a registry. */
final class RegistryClient {
    static final ObjectMapper JSON = new ObjectMapper();

    record Answer(int status, JsonNode body) {
        void isRefusedWith(int status, int code, String words) {
            assertThat(this.status).as(body.toString()).isEqualTo(status);
            assertThat(body.path("error_code").asInt()).as(body.toString()).isEqualTo(code);
            assertThat(body.path("message").asText()).contains(words);
        }

        void isOk(String json) throws Exception {
            assertThat(status).as(body.toString()).isEqualTo(200);
            assertThat(body).isEqualTo(JSON.readTree(json.replace('\'', '"')));
        }
    }

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;

    RegistryClient(String url) {
        this.url = url;
    }

    Answer get(String path) throws Exception {
        return send("GET", path, "");
    }

    Answer delete(String path) throws Exception {
        return send("DELETE", path, "");
    }

    Answer put(String path, String body) throws Exception {
        return send("PUT", path, body.replace('\'', '"'));
    }

    /** Posts a schema, given with ' for ". */
    Answer post(String path, String schema) throws Exception {
        return send(
                "POST",
                path,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("schema", schema.replace('\'', '"'))
                        .toString());
    }

    int register(String subject, String schema) throws Exception {
        Answer answer = post("/subjects/" + subject + "/versions", schema);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().path("id").intValue();
    }

    Answer send(String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", RegistryApi.CONTENT_TYPE)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/vnd.schemaregistry.v1+json");
        return new Answer(response.statusCode(), JSON.readTree(response.body()));
    }
}
