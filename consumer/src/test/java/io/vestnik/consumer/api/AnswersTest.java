/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.api;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.consumer.Rows;
import io.vestnik.consumer.http.HttpServer;
import io.vestnik.consumer.http.HttpSettings;
import io.vestnik.schemas.StoryIds;

import static io.vestnik.consumer.topology.ConsumerDriver.TOPICS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What all answers have: pages and their links, tags, other forms, refusals, and several instances that answer as one. */
class AnswersTest {
    @TempDir
    private Path directory;

    private Api api;

    @BeforeEach
    void start() {
        api = new Api(directory);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void shouldTellTheNextPageInALink() throws Exception {
        api.story("s1", 2).story("s2", 10).serve();

        String link = api.ask("/stories?limit=1&full=true")
                .headers()
                .firstValue("link")
                .orElseThrow();

        assertThat(link).startsWith("</stories?").endsWith(">; rel=\"next\"");
        assertThat(api.ids(link.substring(1, link.indexOf('>')), "story")).containsExactly("s1");
    }

    @Test
    void shouldAnswerWithCsvWhenAsked() throws Exception {
        api.driver()
                .put(TOPICS.coverage, "story:s1", Rows.coverage("story:s1", "=cmd(); \"два\", три", 2, 0))
                .put(TOPICS.coverageMembers, "story:s1|a", Rows.member("story:s1", "a", "s1", 1));
        api.serve();

        HttpResponse<String> answer = api.ask("/stories?format=csv");

        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/csv");
        List<String> lines = List.of(answer.body().split("\r\n"));
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0))
                .startsWith("story,title,articles,")
                .endsWith(",hours")
                .doesNotContain("members");
        assertThat(lines.get(1)).startsWith("s1,\"'=cmd(); \"\"два\"\", три\",2,");
        assertThat(lines.get(1)).contains("\"[{\"\"outlet\"\":\"\"Вестник\"\",\"\"articles\"\":2}]\"");
        assertThat(api.ask("/stories", "Accept", "text/csv").body()).isEqualTo(answer.body());
        assertThat(api.ask("/stories", "Accept", "application/json, text/csv").body())
                .startsWith("{");
        assertThat(answer.headers().allValues("vary")).contains("Accept");
    }

    @Test
    void shouldTellThatAnAnswerHasNotChanged() throws Exception {
        api.story("s1", 2).serve();
        String tag = api.ask("/stories").headers().firstValue("etag").orElseThrow();

        HttpResponse<String> same = api.ask("/stories", "If-None-Match", "\"other\", " + tag);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(same.headers().firstValue("etag")).contains(tag);

        api.story("s1", 3);
        assertThat(api.ask("/stories", "If-None-Match", tag).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldTellWhatIsWrongWithARequestAsProblemDetails() throws Exception {
        api.serve();

        assertThat(api.get("/stories?limit=0", 400).get("detail").asText()).contains("limit");
        assertThat(api.get("/stories?limit=1001", 400).get("detail").asText()).contains("limit");
        assertThat(api.get("/stories?limit=many", 400).get("detail").asText()).contains("limit");
        assertThat(api.get("/stories?cursor=%21", 400).get("detail").asText()).contains("cursor");
        assertThat(api.get("/stories?cursor=p%21", 400).get("detail").asText()).contains("cursor");
        assertThat(api.get("/stories?sort=title", 400).get("detail").asText()).contains("sort");
        assertThat(api.get("/stories?kind=story", 400).get("detail").asText()).contains("kind");
        assertThat(api.get("/stories?format=xml", 400).get("detail").asText()).contains("format");
        assertThat(api.get("/utterances?all=maybe", 400).get("detail").asText()).contains("all");
        assertThat(api.get("/entities?type=DOG", 400).get("detail").asText()).contains("PER");
        assertThat(api.get("/stories?since=2026-02-05T00:00:00Z&until=2026-02-04T00:00:00Z", 400)
                        .get("detail")
                        .asText())
                .contains("since");
        assertThat(api.get("/elsewhere", 404).get("status").asInt()).isEqualTo(404);
        assertThat(api.send("DELETE", "/stories/s1").statusCode()).isEqualTo(405);
        JsonNode missing = api.get("/stories/none", 404);
        assertThat(missing.get("type").asText()).isEqualTo("about:blank");
        assertThat(missing.get("detail").asText()).contains("none");
        assertThat(missing.get("instance").asText()).isEqualTo("/stories/none");
    }

    @Test
    void shouldNotBeReadyBeforeItServes() throws Exception {
        assertThat(api.get("/health/live", 200).get("state").asText()).isEqualTo("STARTING");
        api.get("/health/ready", 503);
        api.get("/stories", 503);
        api.serve();
        assertThat(api.get("/health/ready", 200).get("state").asText()).isEqualTo("RUNNING");
    }

    @Test
    void shouldGatherAnswersFromAllInstancesAndRefuseWhenOneIsGone() throws Exception {
        Path several = directory.resolve("several");
        try (Api one = new Api(several, HttpSettings.open(Api.ANY), 0, 2)) {
            one.story("s1", 2).serve();
            assertThat(one.get("/stories", 503).get("detail").asText()).contains("partition");
            String gone;
            try (Api other = new Api(several, HttpSettings.open(Api.ANY), 1, 2)) {
                other.story("s2", 5).article("b", "s2", 1).serve().peer(one);
                one.peer(other);
                gone = other.listening().toString();
                for (Api each : List.of(one, other)) {
                    assertThat(each.get("/stories", 200).get("items"))
                            .extracting(story -> story.get("story").asText())
                            .containsExactly("s2", "s1");
                    assertThat(each.get("/stories/s2", 200).get("articles").asInt())
                            .isEqualTo(5);
                    assertThat(each.get("/articles/b", 200).get("story").asText())
                            .isEqualTo("s2");
                    // The article b gave a story its id once, which is in s2 now.
                    assertThat(each.get("/stories/" + StoryIds.of("b"), 200)
                                    .get("story")
                                    .asText())
                            .isEqualTo("s2");
                    each.get("/stories/none", 404);
                }
            }
            assertThat(one.get("/stories", 503).get("detail").asText()).contains(gone);
            one.get("/stories/s1", 200);
            one.get("/stories/s2", 503);
        }
    }

    @Test
    void shouldSayWhenItsAddressIsTaken() {
        assertThatThrownBy(() -> HttpServer.start(HttpSettings.open(api.listening()), List.of()))
                .hasMessageContaining("Port already in use");
    }
}
