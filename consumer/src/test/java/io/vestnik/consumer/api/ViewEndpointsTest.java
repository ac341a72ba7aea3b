/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.api;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.consumer.Rows;
import io.vestnik.consumer.query.ViewJson;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.StoryIds;
import io.vestnik.schemas.avro.CoverageView;
import io.vestnik.schemas.avro.StoryView;

import static io.vestnik.consumer.topology.ConsumerDriver.TOPICS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class ViewEndpointsTest {
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
    void shouldListStoriesByArticlesPageByPage() throws Exception {
        api.story("s1", 2).story("s2", 10).story("s3", 2).serve();

        JsonNode first = api.get("/stories?limit=2", 200);
        assertThat(first.get("items"))
                .extracting(story -> story.get("story").asText())
                .containsExactly("s2", "s1");
        assertThat(first.get("items").get(0).has("members")).isFalse();
        assertThat(first.get("items").get(0).has("hours")).isTrue();

        JsonNode second = api.get("/stories?limit=2&cursor=" + first.get("next").asText(), 200);
        assertThat(second.get("items"))
                .extracting(story -> story.get("story").asText())
                .containsExactly("s3");
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void shouldGiveOneViewAsItsRecord() throws Exception {
        api.story("s1", 2);
        StoryView view = api.driver().view(TOPICS.viewStories, "s1");
        api.serve();

        assertThat(ViewJson.read(StoryView.class, api.get("/stories/s1", 200))).isEqualTo(view);
        assertThat(ViewJson.read(
                        StoryView.class,
                        api.get("/stories?full=true", 200).get("items").get(0)))
                .isEqualTo(view);
    }

    @Test
    void shouldFindAStoryByAnIdThatItOnceHad() throws Exception {
        api.story("s1", 2).article("a", "s1", 1).article("b", "s1", 2).serve();

        HttpResponse<String> moved = api.ask("/stories/" + StoryIds.of("b"));
        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(moved.headers().firstValue("content-location")).contains("/stories/s1");
        assertThat(api.ask("/stories/s1").headers().firstValue("content-location"))
                .isEmpty();

        api.driver().put(TOPICS.placements, "b", null);
        api.get("/stories/" + StoryIds.of("b"), 404);
    }

    @Test
    void shouldFindTopicsWhoseNamesHaveSlashesAndBlanks() throws Exception {
        String outlet = "РИА «Новый День»/ТАСС | 100%";
        String topic = "outlet:" + outlet;
        api.driver()
                .put(TOPICS.coverage, topic, Rows.coverage(topic, "РИА", 1, 0))
                .put(TOPICS.coverageMembers, Keys.of(topic, "a"), Rows.member(topic, "a", "s1", 1));
        api.serve();
        String encoded = URLEncoder.encode(outlet, UTF_8).replace("+", "%20");

        JsonNode coverage = api.get("/topics/outlet/" + encoded + "/coverage", 200);

        assertThat(ViewJson.read(CoverageView.class, coverage).getTopic()).isEqualTo(topic);
        assertThat(api.ids("/topics?kind=outlet", "topic")).containsExactly(topic);
        assertThat(api.ids("/topics?kind=story", "topic")).isEmpty();
        assertThat(api.get("/topics/outlet/none/coverage", 404).get("detail").asText())
                .contains("outlet:none");
        assertThat(api.get("/topics/animal/x/coverage", 400).get("detail").asText())
                .contains("watch");
    }

    @Test
    void shouldFindArticlesByTheirAddressesAndListTheLatestFirst() throws Exception {
        api.article("https://news.example/a?b=1", "s1", 1)
                .article("b", "s1", 3)
                .article("c", "s2", 2)
                .serve();
        String encoded = URLEncoder.encode("https://news.example/a?b=1", UTF_8);

        assertThat(api.get("/articles/" + encoded, 200).get("story").asText()).isEqualTo("s1");
        assertThat(api.ids("/articles", "articleId")).containsExactly("b", "c", "https://news.example/a?b=1");
        String next = api.get("/articles?limit=2", 200).get("next").asText();
        assertThat(api.ids("/articles?limit=2&cursor=" + next, "articleId"))
                .containsExactly("https://news.example/a?b=1");
        assertThat(api.ids("/articles?story=s1", "articleId")).containsExactly("b", "https://news.example/a?b=1");
        assertThat(api.ids("/articles?since=2026-02-04T12:00:02Z&until=2026-02-04T12:00:03Z", "articleId"))
                .containsExactly("c");
    }

    @Test
    void shouldListOnlySharedUtterancesUnlessAllAreAskedFor() throws Exception {
        api.utterance("u1", 1).utterance("u2", 2).utterance("u3", 3).serve();

        assertThat(api.ids("/utterances", "utteranceId")).containsExactly("u3", "u2");
        assertThat(api.ids("/utterances?all=true", "utteranceId")).containsExactly("u3", "u2", "u1");
    }

    @Test
    void shouldSelectStoriesByWhatOneOfTheirArticlesIs() throws Exception {
        api.story("s1", 2)
                .story("s2", 1)
                .article("a", "s1", 1)
                .article("b", "s2", 2)
                .serve();

        assertThat(api.ids("/stories?outlet=" + URLEncoder.encode("Вестник", UTF_8), "story"))
                .containsExactly("s1", "s2");
        assertThat(api.ids("/stories?outlet=Nobody", "story")).isEmpty();
        assertThat(api.ids("/stories?theme=society&since=2026-02-04T12:00:02Z", "story"))
                .containsExactly("s2");
        String cursor =
                api.get("/stories?theme=society&limit=1", 200).get("next").asText();
        assertThat(api.ids("/stories?theme=society&limit=1&cursor=" + cursor, "story"))
                .containsExactly("s2");
        assertThat(api.get("/stories?cursor=" + cursor, 400).get("detail").asText())
                .contains("cursor");
    }

    @Test
    void shouldSortStoriesByTheLatestWhenAsked() throws Exception {
        // The last observation of a story of these rows is as many seconds after the start as it has articles.
        api.story("s1", 2).story("s2", 3).serve();

        assertThat(api.ids("/stories?sort=latest", "story")).containsExactly("s2", "s1");
        assertThat(api.ids("/stories?sort=articles", "story")).containsExactly("s2", "s1");
    }

    @Test
    void shouldSortEntitiesByTheirQuotesWhenAsked() throws Exception {
        api.entity("e1", "Иван Петров").entity("e2", "Анна Зимина").serve();

        assertThat(api.ids("/entities?sort=quotes", "entityId")).containsExactly("e1", "e2");
        String cursor =
                api.get("/entities?sort=quotes&limit=1", 200).get("next").asText();
        assertThat(api.ids("/entities?sort=quotes&limit=1&cursor=" + cursor, "entityId"))
                .containsExactly("e2");
        assertThat(api.get("/entities?sort=latest", 400).get("detail").asText()).contains("quotes");
        assertThat(api.get("/stories?sort=quotes", 400).get("detail").asText()).contains("latest");
    }

    @Test
    void shouldFindByWords() throws Exception {
        api.story("s1", 2)
                .article("a", "s1", 1)
                .entity("e1", "Иван Петров")
                .utterance("u1", 2)
                .serve();

        JsonNode found = api.get("/search?q=" + URLEncoder.encode("петров", UTF_8), 200);
        assertThat(found.get("items"))
                .extracting(
                        hit -> hit.get("kind").asText() + " " + hit.get("id").asText())
                .contains("entity e1");
        assertThat(api.get("/search?kind=story&q=title", 200).get("items"))
                .extracting(hit -> hit.get("id").asText())
                .containsExactly("s1");
        assertThat(api.get("/search?q=%22open", 400).get("detail").asText()).contains("column");
        assertThat(api.get("/search", 400).get("detail").asText()).contains("q has to");
        assertThat(api.get("/search?q=a&kind=animal", 400).get("detail").asText())
                .contains("story");
    }

    @Test
    void shouldAnswerAboutThePast() throws Exception {
        api.story("s1", 2).serve();

        JsonNode then = api.get("/stories?asOf=2026-02-04T15:00:00%2B03:00", 200);
        assertThat(then.get("asOf").asText()).isEqualTo("2026-02-04T12:00:00Z");
        assertThat(then.get("items").get(0).has("members")).isFalse();
        assertThat(api.get("/stories?asOf=1969-01-01T00:00:00Z", 200).get("items"))
                .isEmpty();
        assertThat(api.get("/stories/s1?asOf=1969-01-01T00:00:00Z", 404)
                        .get("detail")
                        .asText())
                .contains("as of 1969");
        assertThat(api.get("/stories?asOf=yesterday", 400).get("detail").asText())
                .contains("yesterday");
    }

    @Test
    void shouldSelectSortAndSearchInThePast() throws Exception {
        api.story("s1", 2).story("s2", 3).article("a", "s1", 1).serve();

        for (String list :
                List.of("/stories?language=ru", "/stories?sort=latest", "/articles?q=title", "/search?q=title")) {
            JsonNode then = api.get(list + "&asOf=2026-02-04T15:00:00Z", 200);
            JsonNode now = api.get(list, 200);
            assertThat(then.get("asOf").asText()).isEqualTo("2026-02-04T15:00:00Z");
            assertThat(then.get("items")).as(list).isNotEmpty().isEqualTo(now.get("items"));
            assertThat(api.get(list + "&asOf=1969-01-01T00:00:00Z", 200).get("items"))
                    .as(list)
                    .isEmpty();
        }
        assertThat(api.get("/articles?asOf=2026-02-04T15:00:00Z&q=%22open", 400)
                        .get("detail")
                        .asText())
                .contains("column");
    }
}
