/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

import io.vestnik.consumer.HostPort;
import io.vestnik.consumer.Rows;
import io.vestnik.consumer.events.EventEndpoints;
import io.vestnik.consumer.events.EventMeters;
import io.vestnik.consumer.http.Endpoints;
import io.vestnik.consumer.http.Health;
import io.vestnik.consumer.http.HealthEndpoints;
import io.vestnik.consumer.http.HttpServer;
import io.vestnik.consumer.http.HttpSettings;
import io.vestnik.consumer.http.Late;
import io.vestnik.consumer.http.NotReadyException;
import io.vestnik.consumer.metrics.InputLag;
import io.vestnik.consumer.metrics.Instances;
import io.vestnik.consumer.metrics.Metrics;
import io.vestnik.consumer.metrics.MetricsEndpoints;
import io.vestnik.consumer.metrics.StatusEndpoints;
import io.vestnik.consumer.metrics.Tally;
import io.vestnik.consumer.query.ClusterViews;
import io.vestnik.consumer.query.HttpPeerClient;
import io.vestnik.consumer.query.LocalQueryStore;
import io.vestnik.consumer.query.PeerEndpoints;
import io.vestnik.consumer.query.QueryStore;
import io.vestnik.consumer.query.StoreReader;
import io.vestnik.consumer.search.SearchIndex;
import io.vestnik.consumer.search.ViewFixture;
import io.vestnik.consumer.topology.ConsumerDriver;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.Topic;

import static io.vestnik.consumer.topology.ConsumerDriver.TOPICS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A server over the consumer's own topology and index, as an instance has them, and a client of it. */
final class Api implements AutoCloseable {
    static final HostPort ANY = new HostPort("127.0.0.1", 0);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpSettings settings;
    private final int partition;
    private final int partitions;
    private final List<HostPort> peers = new ArrayList<>();
    private final Late<ClusterViews> views = new Late<>();
    private final Late<Health> health = new Late<>();
    private final Instances instances = new Instances() {
        @Override
        public HostPort self() {
            return server.listening();
        }

        @Override
        public Collection<HostPort> others() {
            // One that does not answer is told of otherwise.
            return List.of(new HostPort("127.0.0.1", 1));
        }

        @Override
        public CompletableFuture<JsonNode> status(HostPort other) {
            return CompletableFuture.failedFuture(new NotReadyException("The consumer there does not answer."));
        }
    };
    private final ConsumerDriver driver;
    private final ViewFixture index;
    private final ViewFixture nothing;
    private final Metrics metrics = new Metrics();
    private final List<Endpoints> endpoints;
    private final HttpServer server;

    /** One instance that has all there is. */
    Api(Path directory) {
        this(directory, HttpSettings.open(ANY), 0, 1);
    }

    /**
     * One of several instances.
     *
     * @param partition the one that it has
     * @param partitions how many there are
     */
    Api(Path directory, HttpSettings settings, int partition, int partitions) {
        this.settings = settings;
        this.partition = partition;
        this.partitions = partitions;
        driver = new ConsumerDriver(UUID.randomUUID().toString(), directory.resolve("state" + partition));
        index = new ViewFixture(directory.resolve("index" + partition));
        nothing = new ViewFixture(directory.resolve("nothing" + partition));
        Supplier<SearchIndex> search = index::answers;
        endpoints = new ArrayList<>(List.of(
                new ViewEndpoints(views, search, () -> this::asOf, () -> this::asOfSearch),
                new SearchEndpoints(search, () -> this::asOfSearch),
                new PeerEndpoints(views),
                new HealthEndpoints(health),
                new EventEndpoints(new Late<>()),
                new MetricsEndpoints(() -> metrics),
                new StatusEndpoints(this::status, () -> instances)));
        endpoints.add(new OpenApiEndpoints(endpoints));
        server = HttpServer.start(settings, endpoints);
    }

    private StatusEndpoints.Status status() {
        Tally tally = new Tally(System::nanoTime);
        return new StatusEndpoints.Status(
                health.get(),
                new InputLag(List.of("news.coverage.v1"), Map::of),
                tally,
                Instant.EPOCH,
                new EventMeters());
    }

    /** Knows of the past what was told last, and before 1970 nothing. */
    private QueryStore asOf(Instant time) {
        QueryStore now = new LocalQueryStore(reader());
        return time.isBefore(Instant.EPOCH) ? Nothing.KNOWN : now;
    }

    private SearchIndex asOfSearch(Instant time) {
        return time.isBefore(Instant.EPOCH) ? nothing.answers() : index.answers();
    }

    List<Endpoints> endpoints() {
        return endpoints;
    }

    HostPort listening() {
        return server.listening();
    }

    ConsumerDriver driver() {
        return driver;
    }

    Api peer(Api other) {
        peers.add(other.listening());
        return this;
    }

    Api story(String id, int articles) {
        String topic = "story:" + id;
        driver.put(TOPICS.coverage, topic, Rows.coverage(topic, "Title of " + id, articles, 0))
                .put(TOPICS.coverageMembers, Keys.of(topic, "a"), Rows.member(topic, "a", id, 1));
        return this;
    }

    Api article(String id, String story, int seconds) {
        driver.put(TOPICS.analyses, id, Rows.analysis(id, "h", seconds))
                .put(TOPICS.placements, id, Rows.placement(id, "h", story));
        return this;
    }

    Api utterance(String id, int articles) {
        driver.put(TOPICS.utterances, id, Rows.utterance(id, "Иван Петров", "a", 4, articles))
                .put(TOPICS.utteranceMembers, Keys.of(id, "a", "4"), Rows.rendering(id, "a", 4, 1));
        return this;
    }

    Api entity(String id, String name) {
        String topic = "entity:" + id;
        driver.put(TOPICS.entities, id, Rows.entity(id, name, 1))
                .put(TOPICS.coverage, topic, Rows.coverage(topic, name, 1, 1))
                .put(TOPICS.coverageMembers, Keys.of(topic, "a"), Rows.member(topic, "a", "s1", 1));
        return this;
    }

    /** From now on it answers, for what it was given until now. */
    Api serve() {
        index(TOPICS.viewStories);
        index(TOPICS.viewUtterances);
        index(TOPICS.viewEntities);
        index(TOPICS.viewArticles);
        index.flush();
        views.set(new ClusterViews(
                new LocalQueryStore(reader()),
                () -> peers,
                new HttpPeerClient(TIMEOUT, settings.token()),
                kind -> partitions));
        health.set(new Running());
        return this;
    }

    private <V extends SpecificRecord> void index(Topic<V> topic) {
        driver.compacted(topic).forEach((id, view) -> index.put(topic, id, view));
    }

    /** The driver has one partition; it stands for the given one. */
    private StoreReader reader() {
        return new StoreReader() {
            @Override
            public <V, R extends @Nullable Object> Map<Integer, R> ask(
                    String store, Function<ReadOnlyKeyValueStore<String, V>, R> question) {
                // A partition that has no view of the id gives null.
                Map<Integer, R> answers = new HashMap<>();
                answers.put(partition, question.apply(driver.store(store)));
                return answers;
            }
        };
    }

    /** The answer to a question with some headers, name and value in turn. */
    HttpResponse<String> ask(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + server.listening() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    /** The same with another method than GET. */
    HttpResponse<String> send(String method, String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://" + server.listening() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString(UTF_8));
    }

    /** A field of the items of a list. */
    List<String> ids(String path, String field) throws IOException, InterruptedException {
        return get(path, 200)
                .get("items")
                .valueStream()
                .map(item -> item.get(field).asText())
                .toList();
    }

    /** The JSON of the answer, which has to have the status. */
    JsonNode get(String path, int status) throws IOException, InterruptedException {
        HttpResponse<String> response = ask(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type").orElse(""))
                .startsWith(status == 200 ? "application/json" : "application/problem+json");
        return mapper.readTree(response.body());
    }

    @Override
    public void close() {
        server.close();
        index.close();
        nothing.close();
        driver.close();
        metrics.close();
    }

    private record Running() implements Health {
        @Override
        public Restored restored() {
            return new Restored(0, 0);
        }

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
    }
}
