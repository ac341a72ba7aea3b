/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.query;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.consumer.HostPort;
import io.vestnik.consumer.Rows;
import io.vestnik.consumer.http.Health;
import io.vestnik.consumer.http.HealthEndpoints;
import io.vestnik.consumer.http.HttpServer;
import io.vestnik.consumer.http.Late;
import io.vestnik.consumer.http.Problem;
import io.vestnik.consumer.topology.ConsumerDriver;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.avro.CoverageView;
import io.vestnik.schemas.avro.StoryView;

import static io.vestnik.consumer.topology.ConsumerDriver.TOPICS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ViewEndpointsTest {
    private static final HostPort ANY = new HostPort("127.0.0.1", 0);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    @TempDir
    private Path directory;

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<HostPort> peers = new ArrayList<>();
    private int partitions = 1;
    private ConsumerDriver driver;
    private final Late<ClusterViews> views = new Late<>();
    private final Late<Health> health = new Late<>();
    private HttpServer server;

    @BeforeEach
    void start() {
        driver = new ConsumerDriver(UUID.randomUUID().toString(), directory);
        server = server(views, health);
    }

    @AfterEach
    void stop() {
        server.close();
        driver.close();
    }

    private QueryStore asOf(Instant time) {
        if (time.isBefore(Instant.EPOCH)) {
            throw new Problem(501, "Not kept", "no past");
        }
        // As many views as the time has milliseconds.
        QueryStore now = new LocalQueryStore(reader(driver, 0));
        int limit = (int) time.toEpochMilli();
        return new QueryStore() {
            @Override
            public Share list(ViewKind kind, ListRequest request) {
                return now.list(kind, request.limit(Math.min(limit, request.limit())));
            }

            @Override
            public Share get(ViewKind kind, String id) {
                return limit == 0 ? new Share(List.of(), Set.of()) : now.get(kind, id);
            }
        };
    }

    @Test
    void shouldAnswerAboutThePast() throws Exception {
        story("s1", 2);
        story("s2", 10);
        JsonNode one = get("/views/stories?asOf=1970-01-01T00:00:00.001Z", 200);
        assertThat(one.get("items")).hasSize(1);
        assertThat(one.get("asOf").asText()).isEqualTo("1970-01-01T00:00:00.001Z");
        JsonNode page = get("/views/stories?asOf=1970-01-01T03:00:00.009%2B03:00&limit=1", 200);
        assertThat(page.get("items")).hasSize(1);
        assertThat(page.get("next").isTextual()).isTrue();
        assertThat(get("/views/stories/s1?asOf=1970-01-01T00:00:00.009Z", 200)
                        .get("articles")
                        .asInt())
                .isEqualTo(2);
        assertThat(get("/views/stories/s1?asOf=1970-01-01T00:00:00Z", 404)
                        .get("detail")
                        .asText())
                .contains("as of 1970");
        assertThat(get("/views/stories?asOf=1969-01-01T00:00:00Z", 501)
                        .get("detail")
                        .asText())
                .contains("no past");
        assertThat(get("/views/stories?asOf=yesterday", 400).get("detail").asText())
                .contains("yesterday");
    }

    @Test
    void shouldListStoriesByArticlesPageByPage() throws Exception {
        story("s1", 2);
        story("s2", 10);
        story("s3", 2);
        serve();

        JsonNode first = get("/views/stories?limit=2", 200);
        assertThat(first.get("items"))
                .extracting(story -> story.get("story").asText())
                .containsExactly("s2", "s1");

        JsonNode second =
                get("/views/stories?limit=2&cursor=" + first.get("next").asText(), 200);
        assertThat(second.get("items"))
                .extracting(story -> story.get("story").asText())
                .containsExactly("s3");
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void shouldFollowAStoryThatGrowsInTheList() throws Exception {
        story("s1", 2);
        story("s2", 3);
        story("s1", 4);
        serve();

        assertThat(get("/views/stories", 200).get("items"))
                .extracting(story -> story.get("story").asText())
                .containsExactly("s1", "s2");
    }

    @Test
    void shouldGiveOneViewAsItsRecord() throws Exception {
        story("s1", 2);
        serve();

        StoryView view = ViewJson.read(StoryView.class, get("/views/stories/s1", 200));

        assertThat(view).isEqualTo(driver.view(TOPICS.viewStories, "s1"));
    }

    @Test
    void shouldFindTopicsWhoseNamesHaveSlashesAndBlanks() throws Exception {
        String topic = "outlet:РИА «Новый День»/ТАСС | 100%";
        driver.put(TOPICS.coverage, topic, Rows.coverage(topic, "РИА", 1, 0))
                .put(TOPICS.coverageMembers, Keys.of(topic, "a"), Rows.member(topic, "a", "s1", 1));
        serve();
        String encoded = URLEncoder.encode(topic, UTF_8).replace("+", "%20");

        assertThat(ViewJson.read(CoverageView.class, get("/views/coverage/" + encoded, 200))
                        .getTopic())
                .isEqualTo(topic);
        assertThat(get("/views/coverage?type=outlet", 200).get("items")).hasSize(1);
        assertThat(get("/views/coverage?type=story", 200).get("items")).isEmpty();
    }

    @Test
    void shouldListOnlySharedUtterancesUnlessAllAreAskedFor() throws Exception {
        for (int articles = 1; articles <= 3; articles++) {
            String id = "u" + articles;
            driver.put(TOPICS.utterances, id, Rows.utterance(id, null, "a", 4, articles))
                    .put(TOPICS.utteranceMembers, Keys.of(id, "a", "4"), Rows.rendering(id, "a", 4, 1));
        }
        serve();

        assertThat(get("/views/utterances", 200).get("items"))
                .extracting(utterance -> utterance.get("utteranceId").asText())
                .containsExactly("u3", "u2");
        assertThat(get("/views/utterances?all=true", 200).get("items")).hasSize(3);
    }

    @Test
    void shouldTellWhatIsWrongWithARequestAsProblemDetails() throws Exception {
        serve();

        assertThat(get("/views/stories?limit=0", 400).get("detail").asText()).contains("limit");
        assertThat(get("/views/stories?limit=many", 400).get("detail").asText()).contains("limit");
        assertThat(get("/views/stories?cursor=%21", 400).get("detail").asText()).contains("cursor");
        assertThat(get("/views/stories?sort=title", 400).get("detail").asText()).contains("sort");
        assertThat(get("/views/stories?type=story", 400).get("detail").asText()).contains("type");
        assertThat(get("/views/utterances?all=maybe", 400).get("detail").asText())
                .contains("all");
        assertThat(get("/views/themes", 404).get("detail").asText()).contains("themes");
        assertThat(get("/elsewhere", 404).get("status").asInt()).isEqualTo(404);
        JsonNode missing = get("/views/stories/none", 404);
        assertThat(missing.get("type").asText()).isEqualTo("about:blank");
        assertThat(missing.get("detail").asText()).contains("none");
        assertThat(missing.get("instance").asText()).isEqualTo("/views/stories/none");
    }

    @Test
    void shouldNotBeReadyBeforeItServes() throws Exception {
        assertThat(get("/health/live", 200).get("state").asText()).isEqualTo("STARTING");
        get("/health/ready", 503);
        get("/views/stories", 503);
        serve();
        JsonNode ready = get("/health/ready", 200);
        assertThat(ready.get("state").asText()).isEqualTo("RUNNING");
        assertThat(ready.at("/restored/done").asInt()).isEqualTo(3);
        assertThat(ready.at("/restored/total").asInt()).isEqualTo(4);
    }

    @Test
    void shouldGatherTheListFromAllInstancesAndRefuseWhenOneIsGone() throws Exception {
        story("s1", 2);
        partitions = 2;
        serve();
        assertThat(get("/views/stories", 503).get("detail").asText()).contains("partition");

        Path otherDirectory = directory.resolve("other");
        Late<ClusterViews> otherViews = new Late<>();
        try (ConsumerDriver other = new ConsumerDriver(UUID.randomUUID().toString(), otherDirectory);
                HttpServer otherServer = server(otherViews, new Late<>())) {
            story(other, "s2", 5);
            otherViews.set(new ClusterViews(
                    new LocalQueryStore(reader(other, 1)), List::of, new HttpPeerClient(TIMEOUT), kind -> 2));
            peers.add(otherServer.listening());

            assertThat(get("/views/stories", 200).get("items"))
                    .extracting(story -> story.get("story").asText())
                    .containsExactly("s2", "s1");
            assertThat(get("/views/stories/s2", 200).get("articles").asInt()).isEqualTo(5);
            get("/views/stories/none", 404);
        }

        JsonNode refused = get("/views/stories", 503);
        assertThat(refused.get("detail").asText()).contains(peers.get(0).toString());
        get("/views/stories/s1", 200);
        get("/views/stories/s2", 503);
    }

    @Test
    void shouldSayWhenItsAddressIsTaken() {
        assertThatThrownBy(() -> HttpServer.start(server.listening(), List.of()))
                .hasMessageContaining("Port already in use");
    }

    private void story(String id, int articles) {
        story(driver, id, articles);
    }

    private static void story(ConsumerDriver driver, String id, int articles) {
        String topic = "story:" + id;
        driver.put(TOPICS.coverage, topic, Rows.coverage(topic, "Title of " + id, articles, 0))
                .put(TOPICS.coverageMembers, Keys.of(topic, "a"), Rows.member(topic, "a", id, 1));
    }

    private void serve() {
        views.set(new ClusterViews(
                new LocalQueryStore(reader(driver, 0)), () -> peers, new HttpPeerClient(TIMEOUT), kind -> partitions));
        health.set(new Running());
    }

    private HttpServer server(Late<ClusterViews> views, Late<Health> health) {
        return HttpServer.start(ANY, List.of(new ViewEndpoints(views, this::asOf), new HealthEndpoints(health)));
    }

    /** The driver has one partition; it stands for the given one. */
    private static StoreReader reader(ConsumerDriver driver, int partition) {
        return new StoreReader() {
            @Override
            public <R> Map<Integer, R> ask(String store, Query<R> query) {
                QueryResult<R> result =
                        driver.store(store).query(query, PositionBound.unbounded(), new QueryConfig(false));
                assertThat(result.isSuccess()).as("%s: %s", store, result).isTrue();
                R answer = result.getResult();
                return answer == null ? nothing(partition) : Map.of(partition, answer);
            }
        };
    }

    // A partition that has no view of the id gives null, which Map.of refuses.
    private static <R> Map<Integer, R> nothing(int partition) {
        Map<Integer, R> answers = new HashMap<>();
        answers.put(partition, null);
        return answers;
    }

    private JsonNode get(String path, int status) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + server.listening() + path))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type").orElse(""))
                .startsWith(status == 200 ? "application/json" : "application/problem+json");
        return mapper.readTree(response.body());
    }

    private record Running() implements Health {
        @Override
        public boolean live() {
            return true;
        }

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public String state() {
            return "RUNNING";
        }

        @Override
        public Restored restored() {
            return new Restored(3, 4);
        }
    }
}
