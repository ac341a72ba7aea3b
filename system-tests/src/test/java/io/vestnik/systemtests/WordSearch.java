/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What a consumer finds by words. */
final class WordSearch {
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private final String url;

    /** At the address of a consumer. */
    WordSearch(String url) {
        this.url = url;
    }

    /**
     * What the words stand in, as {@code article 1.txt}; fails when the consumer does not answer yet.
     *
     * @param time as of which it is asked, empty for now
     */
    List<String> found(String words, String time) throws IOException, InterruptedException {
        String asOf = time.isEmpty() ? "" : "&asOf=" + time;
        URI address =
                URI.create(url + "/search?limit=100&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + asOf);
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(address + ": " + answer.body()).isEqualTo(200);
        List<String> found = new ArrayList<>();
        for (JsonNode item : mapper.readTree(answer.body()).get("items")) {
            found.add(item.get("kind").textValue() + " " + item.get("id").textValue());
        }
        return found;
    }
}
