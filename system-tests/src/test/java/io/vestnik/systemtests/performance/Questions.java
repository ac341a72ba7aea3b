/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.performance;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Asks the consumer at a steady rate that waits for no answer, one kind of question after the other. How long an answer
 * took counts from the moment at which its question was due, until its last byte is there.
 */
final class Questions {
    private static final int DIGITS = 3;
    private static final int OK = 200;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();
    private final String url;
    private final Map<String, String> paths = new LinkedHashMap<>();

    /**
     * The questions of a reader: the first stories and those behind them, the latest, those with a word in a title and
     * those of an outlet, and one story whole.
     *
     * @param url of the consumer; all stories are there
     */
    Questions(String url) throws IOException, InterruptedException {
        this.url = url;
        // So few that there is a page behind them in the short form too.
        JsonNode first = get("/stories?limit=10");
        JsonNode story = first.get("items").get(0);
        String word = longest(story.get("title").asText());
        String outlet = story.get("outlets").get(0).get("outlet").asText();
        paths.put("first page", "/stories");
        paths.put("next page", "/stories?cursor=" + encode(first.get("next").asText()));
        paths.put("latest", "/stories?sort=latest");
        paths.put("with a word", "/stories?q=" + encode(word));
        paths.put("of an outlet", "/stories?outlet=" + encode(outlet));
        paths.put("one story", "/stories/" + story.get("story").asText());
        for (String path : paths.values()) {
            get(path);
        }
    }

    /** How many stories there are. */
    int stories() throws IOException, InterruptedException {
        int stories = 0;
        String cursor = "";
        do {
            JsonNode page = get("/stories?limit=1000" + (cursor.isEmpty() ? "" : "&cursor=" + encode(cursor)));
            stories += page.get("items").size();
            cursor = page.get("next").isNull() ? "" : page.get("next").asText();
        } while (!cursor.isEmpty());
        return stories;
    }

    /**
     * Asks.
     *
     * @param perSecond questions a second, of all kinds together
     * @return microseconds by kind of question
     */
    Map<String, Histogram> ask(int perSecond, int seconds) {
        Map<String, Histogram> taken = new LinkedHashMap<>();
        paths.keySet().forEach(kind -> taken.put(kind, new ConcurrentHistogram(DIGITS)));
        List<String> kinds = List.copyOf(paths.keySet());
        List<CompletableFuture<Void>> answers = new ArrayList<>();
        long begin = System.nanoTime();
        for (int asked = 0; asked < perSecond * seconds; asked++) {
            long due = begin + asked * 1_000_000_000L / perSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            String kind = kinds.get(asked % kinds.size());
            answers.add(client.sendAsync(request(paths.get(kind)), HttpResponse.BodyHandlers.ofByteArray())
                    .thenAccept(answer -> {
                        if (answer.statusCode() != OK) {
                            throw new IllegalStateException(paths.get(kind) + ": " + answer.statusCode() + " "
                                    + new String(answer.body(), StandardCharsets.UTF_8));
                        }
                        taken.get(kind).recordValue((System.nanoTime() - due) / 1_000);
                    }));
        }
        answers.forEach(CompletableFuture::join);
        return taken;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request(path), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return mapper.readTree(answer.body());
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).build();
    }

    private static String longest(String title) {
        String longest = "";
        for (String word : title.split("[^\\p{L}]+", -1)) {
            longest = word.length() > longest.length() ? word : longest;
        }
        return longest;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
