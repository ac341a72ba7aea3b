/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.metrics;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.vestnik.consumer.HostPort;
import io.vestnik.consumer.events.EventMeters;
import io.vestnik.consumer.http.Answer;
import io.vestnik.consumer.http.Endpoints;
import io.vestnik.consumer.http.Health;
import io.vestnik.consumer.http.HttpServer;
import io.vestnik.consumer.http.HttpSettings;
import io.vestnik.consumer.query.HttpPeerClient;

import static org.assertj.core.api.Assertions.assertThat;

/** One instance tells how all of them are, and of one that does not answer that it does not. */
class StatusEndpointsTest {
    private static final HostPort ANY = new HostPort("127.0.0.1", 0);
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final String TOPIC = "news.coverage.v1";

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<HttpServer> servers = new ArrayList<>();

    @AfterEach
    void stop() {
        servers.forEach(HttpServer::close);
    }

    @Test
    void shouldTellOfItselfWhenItIsAlone() throws Exception {
        JsonNode status = ask(instance("RUNNING", 4, List.of()));

        assertThat(status.get("complete").asBoolean()).isTrue();
        assertThat(status.get("state").asText()).isEqualTo("RUNNING");
        assertThat(status.at("/lag").get(TOPIC).asLong()).isEqualTo(4);
        assertThat(status.get("instances")).singleElement().satisfies(only -> {
            assertThat(only.get("answers").asBoolean()).isTrue();
            assertThat(only.at("/lag").get(TOPIC).asLong()).isEqualTo(4);
        });
    }

    @Test
    void shouldTellTheSumOfAllInstances() throws Exception {
        HostPort two = instance("REBALANCING", 30, List.of());
        HostPort three = answering("{\"state\":\"RUNNING\",\"ready\":true,\"restored\":{\"done\":1,\"total\":2},"
                + "\"lag\":{\"" + TOPIC + "\":500,\"news.entities.v1\":7},\"readers\":3}");
        HostPort one = instance("RUNNING", 4, List.of(two, three));

        JsonNode status = ask(one);
        assertThat(status.get("complete").asBoolean()).isTrue();
        assertThat(status.get("state").asText()).isEqualTo("RUNNING");
        assertThat(status.at("/restored/total").asLong()).as("its own").isEqualTo(10);
        assertThat(status.at("/lag").get(TOPIC).asLong()).isEqualTo(534);
        assertThat(status.at("/lag").get("news.entities.v1").asLong()).isEqualTo(7);
        assertThat(status.get("readers").asInt()).isEqualTo(3);
        assertThat(status.get("instances").findValuesAsText("address"))
                .containsExactlyInAnyOrder(one.toString(), two.toString(), three.toString())
                .isSorted();
        for (JsonNode each : status.get("instances")) {
            boolean second = each.get("address").asText().equals(two.toString());
            assertThat(each.get("answers").asBoolean()).isTrue();
            assertThat(each.get("state").asText()).isEqualTo(second ? "REBALANCING" : "RUNNING");
        }
    }

    @Test
    void shouldAnswerAllTheSameWhenOthersDoNot() throws Exception {
        HostPort gone = closed();
        HostPort old = answering("{\"something\":\"else\"}");
        HostPort broken = answering("no json");
        HostPort silent = silent();
        long before = System.nanoTime();
        JsonNode status = ask(instance("RUNNING", 4, List.of(gone, old, broken, silent)));

        // All are asked at once.
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(TIMEOUT.multipliedBy(3));
        assertThat(status.get("complete").asBoolean()).isFalse();
        assertThat(status.at("/lag").get(TOPIC).asLong()).isEqualTo(4);
        assertThat(status.get("instances")).hasSize(5);
        for (JsonNode each : status.get("instances")) {
            String address = each.get("address").asText();
            boolean other = List.of(gone, old, broken, silent).stream()
                    .map(HostPort::toString)
                    .anyMatch(address::equals);
            assertThat(each.get("answers").asBoolean()).isEqualTo(!other);
            assertThat(each.has("state")).isEqualTo(!other);
            if (other) {
                assertThat(each.get("detail").asText()).contains("does not answer");
            }
        }
    }

    private JsonNode ask(HostPort address) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://" + address + "/status"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return mapper.readTree(answer.body());
    }

    private HostPort instance(String state, long lag, Collection<HostPort> others) {
        MetricName name = new MetricName("records-lag", "", "", Map.of("topic", TOPIC, "partition", "0"));
        InputLag left = new InputLag(List.of(TOPIC), () -> Map.of(name, new Gauge(name, (double) lag)));
        StatusEndpoints.Status status = new StatusEndpoints.Status(
                new Now(state), left, new Tally(System::nanoTime), Instant.EPOCH, new EventMeters());
        HttpPeerClient peers = new HttpPeerClient(TIMEOUT, null);
        HttpServer[] server = new HttpServer[1];
        Instances known = new Instances() {
            @Override
            public HostPort self() {
                return server[0].listening();
            }

            @Override
            public Collection<HostPort> others() {
                return others;
            }

            @Override
            public CompletableFuture<JsonNode> status(HostPort other) {
                return peers.askAsync(other, StatusEndpoints.OWN_PATH);
            }
        };
        server[0] = serve(new StatusEndpoints(() -> status, () -> known));
        return server[0].listening();
    }

    private HostPort answering(String body) {
        Endpoints canned = routes -> routes.get(StatusEndpoints.OWN_PATH, context -> context.contentType(Answer.JSON)
                .result(body));
        return serve(canned).listening();
    }

    /** Takes the question and says nothing. */
    private HostPort silent() {
        Endpoints canned =
                routes -> routes.get(StatusEndpoints.OWN_PATH, context -> Thread.sleep(TIMEOUT.toMillis() * 2));
        return serve(canned).listening();
    }

    private HttpServer serve(Endpoints endpoints) {
        HttpServer server = HttpServer.start(HttpSettings.open(ANY), List.of(endpoints));
        servers.add(server);
        return server;
    }

    private static HostPort closed() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new HostPort("127.0.0.1", socket.getLocalPort());
        }
    }

    private record Gauge(MetricName metricName, Object metricValue) implements Metric {}

    private record Now(String state) implements Health {
        @Override
        public boolean live() {
            return true;
        }

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public Restored restored() {
            return new Restored(10, 10);
        }
    }
}
