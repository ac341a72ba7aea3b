/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.vestnik.producer.intake.ClientKeys;
import io.vestnik.producer.intake.Intake;
import io.vestnik.producer.intake.IntakeSettings;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.ArticleEventKind;
import io.vestnik.schemas.avro.DeadLetter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class IntakeTest {
    private static final String KEY = "0123456789abcdef";

    @TempDir
    private Path dir;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Publishing cluster = new Publishing();
    private final MockProducer<String, byte[]> producer = Publishing.newProducer();
    private final CountDownLatch committing = new CountDownLatch(1);
    private @Nullable Intake intake;
    private @Nullable Thread publishing;

    @AfterEach
    void stop() throws Exception {
        if (intake != null) {
            intake.close();
        }
        if (publishing != null) {
            publishing.join();
        }
    }

    @Test
    void shouldAnswerWithTheIdsWhenTheBrokersHaveThem() throws Exception {
        start(null);

        HttpResponse<String> answer = post("application/json", "{\"id\":\"a\",\"text\":\"Причал открыт.\"}");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(producer.commitCount()).isPositive();
        assertThat(json(answer)).isEqualTo(new ObjectMapper().readTree("{\"ids\":[\"a\"],\"refused\":[]}"));
        cluster.keep(producer);
        assertThat(cluster.events).singleElement().satisfies(event -> {
            assertThat(event.getOrigin()).isEqualTo("http");
            assertThat(event.getObservedAt()).isEqualTo(Publishing.NOW);
        });
    }

    @Test
    void shouldNotAnswerBeforeTheBrokersHaveThem() throws Exception {
        CountDownLatch commit = new CountDownLatch(1);
        start(slow(commit), settings(null, 1, Duration.ofMillis(300)));

        HttpResponse<String> answer = post("application/json", "{\"id\":\"a\",\"text\":\"Причал открыт.\"}");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(json(answer).get("detail").asText()).contains("Send them again");
        commit.countDown();
    }

    @Test
    void shouldTakeListsAndLinesAndRetractions() throws Exception {
        start(null);

        assertThat(json(post(
                                "application/json; charset=utf-8",
                                "[{\"id\":\"a\",\"text\":\"Раз.\"},{\"id\":\"b\",\"text\":\"Два.\"}]"))
                        .get("ids"))
                .extracting(JsonNode::asText)
                .containsExactly("a", "b");
        assertThat(json(post(
                                "application/x-ndjson",
                                "{\"id\":\"c\",\"text\":\"Три.\"}\n\n{\"id\":\"a\",\"retracted\":true}\r\n"))
                        .get("ids"))
                .extracting(JsonNode::asText)
                .containsExactly("c", "a");

        cluster.keep(producer);
        assertThat(cluster.events)
                .extracting(ArticleEvent::getArticleId, ArticleEvent::getKind)
                .containsExactly(
                        tuple("a", ArticleEventKind.VERSION),
                        tuple("b", ArticleEventKind.VERSION),
                        tuple("c", ArticleEventKind.VERSION),
                        tuple("a", ArticleEventKind.RETRACTION));
    }

    @Test
    void shouldPublishTheSameOnceAndKeepATimeThatIsGiven() throws Exception {
        start(null);
        String article = "{\"id\":\"a\",\"text\":\"Раз.\",\"observedAt\":\"2025-01-01T00:00:00Z\"}";

        post("application/json", article);
        post("application/json", article);
        post("application/json", "{\"id\":\"b\",\"text\":\"Два.\",\"claimedAt\":\"2025-01-01T00:00:00Z\"}");
        post("application/json", "{\"id\":\"b\",\"text\":\"Два.\",\"claimedAt\":\"2025-01-02T00:00:00Z\"}");

        cluster.keep(producer);
        assertThat(cluster.events)
                .extracting(ArticleEvent::getArticleId, ArticleEvent::getObservedAt)
                .containsExactly(tuple("a", Instant.parse("2025-01-01T00:00:00Z")), tuple("b", Publishing.NOW));
    }

    @Test
    void shouldTellWhichArticlesAreRefusedAndWhyAndTakeTheRest() throws Exception {
        start(null);

        JsonNode answer = json(post("application/jsonl", """
                {"id":"a","text":"Раз."}
                {"id":"b"}
                {"id":
                {"id":"c","text":"Три.","observedAt":"2099-01-01T00:00:00Z"}
                {"id":"nobody","retracted":true}
                """));

        assertThat(answer.get("ids")).extracting(JsonNode::asText).containsExactly("a");
        assertThat(answer.get("refused"))
                .extracting(one -> one.get("article").asInt(), one -> one.get("reason")
                        .asText())
                .containsExactly(
                        tuple(2, "MISSING_FIELD"), tuple(3, "BAD_JSON"), tuple(4, "FUTURE"), tuple(5, "UNKNOWN_ID"));
        cluster.keep(producer);
        assertThat(cluster.letters)
                .extracting(DeadLetter::getReason)
                .containsExactly("MISSING_FIELD", "BAD_JSON", "FUTURE", "UNKNOWN_ID");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            value = {
                "application/json | {\"id\":\"a\"} | 422 | Field text is missing",
                "application/json | {\"id\" | 422 | no JSON",
                "application/json | 7 | 422 | neither an object",
                "application/json | [] | 422 | no article",
                "application/x-ndjson | ' ' | 422 | no article",
                "text/plain | x | 415 | application/json",
                "application/json; charset=windows-1251 | {} | 415 | UTF-8",
            })
    void shouldRefuseWhatCannotBeRead(String type, String body, int status, String detail) throws Exception {
        start(null);

        HttpResponse<String> answer = post(type, body);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(json(answer).get("status").asInt()).isEqualTo(status);
        assertThat(json(answer).get("detail").asText()).contains(detail);
    }

    @Test
    void shouldRefuseWhatIsTooLong() throws Exception {
        start(null);

        assertThat(post("application/json", "{\"id\":\"a\",\"text\":\"" + "x".repeat(2_000) + "\"}")
                        .statusCode())
                .as("the text")
                .isEqualTo(413);
        assertThat(post("application/json", " ".repeat(20_000)).statusCode())
                .as("the body")
                .isEqualTo(413);
        cluster.keep(producer);
        assertThat(cluster.letters).extracting(DeadLetter::getReason).containsExactly("TOO_LARGE");
    }

    @Test
    void shouldKnowItsClientsByTheirKeys() throws Exception {
        Path file = Files.writeString(dir.resolve("keys"), "# keys\nagency " + KEY + "\n");
        start(ClientKeys.read(file));
        String article = "{\"id\":\"a\",\"text\":\"Раз.\"}";

        assertThat(post("application/json", article).statusCode()).isEqualTo(401);
        assertThat(post("application/json", article, "Authorization", "Bearer wrong-wrong-wrong")
                        .statusCode())
                .isEqualTo(401);
        assertThat(post("application/json", article, "Authorization", "Bearer " + KEY)
                        .statusCode())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource({"agency, is not a name", "agency short, fewer than 16", "'', has no key"})
    void shouldRefuseAFileOfKeysThatIsWrongWithoutShowingThem(String line, String message) throws Exception {
        Path file = Files.writeString(dir.resolve("keys"), line);

        assertThatThrownBy(() -> ClientKeys.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("short");
    }

    @Test
    void shouldAskAClientToWaitThatSendsTooMuchAtATime() throws Exception {
        CountDownLatch commit = new CountDownLatch(1);
        start(slow(commit), settings(null, 1, Duration.ofSeconds(20)));

        CompletableFuture<HttpResponse<String>> first = client.sendAsync(
                request("application/json", "{\"id\":\"a\",\"text\":\"Раз.\"}"), HttpResponse.BodyHandlers.ofString());
        assertThat(committing.await(20, TimeUnit.SECONDS)).isTrue();
        HttpResponse<String> second = post("application/json", "{\"id\":\"b\",\"text\":\"Два.\"}");
        commit.countDown();

        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(second.headers().firstValue("Retry-After")).contains("1");
        assertThat(first.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(202);
    }

    @Test
    void shouldTellWhereArticlesAreSent() throws Exception {
        start(null);

        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + intake.port() + "/"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("POST to /articles");
    }

    /** A producer whose brokers take their time with each commit. */
    private MockProducer<String, byte[]> slow(CountDownLatch commit) {
        return new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()) {
            @Override
            public void commitTransaction() {
                committing.countDown();
                try {
                    commit.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                super.commitTransaction();
            }
        };
    }

    private void start(@Nullable ClientKeys keys) {
        start(producer, settings(keys, 8, Duration.ofSeconds(20)));
    }

    private void start(MockProducer<String, byte[]> to, IntakeSettings settings) {
        Intake started = Intake.start(settings, PublishListener.NONE);
        intake = started;
        publishing = new Thread(() -> {
            try (ArticlePublisher publisher = cluster.open(to)) {
                publisher.publish(started, started);
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        publishing.start();
    }

    private static IntakeSettings settings(@Nullable ClientKeys keys, int each, Duration patience) {
        return new IntakeSettings("127.0.0.1", 0, keys, 10_000, 1_000, ZoneId.of("Europe/Moscow"), 16, each, patience);
    }

    private HttpResponse<String> post(String type, String body, String... headers)
            throws IOException, InterruptedException {
        return client.send(request(type, body, headers), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String type, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of("Content-Type", type));
        all.addAll(List.of(headers));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + intake.port() + "/articles"))
                .headers(all.toArray(String[]::new))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }
}
