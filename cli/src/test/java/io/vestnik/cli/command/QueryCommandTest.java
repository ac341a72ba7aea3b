/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.ExitCode;
import io.vestnik.cli.VestnikCli;
import io.vestnik.cli.broker.EmbeddedBroker;
import io.vestnik.cli.registry.EmbeddedRegistry;
import io.vestnik.consumer.ConsumerRunner;
import io.vestnik.consumer.VestnikConsumerConfig;
import io.vestnik.consumer.http.HttpConfig;
import io.vestnik.schemas.ApplicationSettings;
import io.vestnik.schemas.Keys;
import io.vestnik.schemas.StoryIds;
import io.vestnik.schemas.Topic;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.Analysis;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.schemas.avro.CoverageMember;
import io.vestnik.schemas.avro.Placement;
import io.vestnik.schemas.avro.Sketch;
import io.vestnik.schemas.avro.TopicKind;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The consumer over the embedded broker, asked through the command line. */
class QueryCommandTest {
    private static final int PARTITIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Topics TOPICS = Topics.live();
    private static final Instant START = Instant.parse("2026-02-04T12:00:00Z");

    @TempDir
    private static Path directory;

    private static EmbeddedBroker broker;
    private static EmbeddedRegistry registry;

    private record Answer(int status, String out, String err) {}

    @BeforeAll
    static void startCluster() throws Exception {
        broker = EmbeddedBroker.start(directory.resolve("kafka"));
        registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0);
    }

    @AfterAll
    static void stopCluster() {
        registry.close();
        broker.close();
    }

    @Test
    void shouldAnswerForAllInstancesAndAgainAfterARestart() throws Exception {
        String before;
        try (ConsumerRunner one = consumer("one")) {
            for (int i = 1; i <= 9; i++) {
                story("s" + i, i);
                article("a" + i, "s" + i, i);
            }
            await().atMost(PATIENCE).until(() -> stories(one).size() == 9);
            before = query(one, "stories", "--json").out();
            try (ConsumerRunner two = consumer("two")) {
                await().atMost(PATIENCE)
                        .until(() -> stories(two).size() == 9 && stories(one).size() == 9);
                assertThat(query(two, "stories", "--json").out()).isEqualTo(before);
                assertThat(stories(two))
                        .first()
                        .extracting(story -> story.get("story").asText())
                        .isEqualTo("s9");
                for (int i = 1; i <= 9; i++) {
                    assertThat(query(one, "stories", "--id", "s" + i).out()).contains("Title of s" + i);
                }
                for (ConsumerRunner each : List.of(one, two)) {
                    assertAnswersForAll(each);
                }
            }
            await().atMost(PATIENCE).until(() -> stories(one).size() == 9);
        }
        try (ConsumerRunner again = consumer("one")) {
            await().atMost(PATIENCE).until(() -> stories(again).size() == 9);
            assertThat(query(again, "stories", "--json").out()).isEqualTo(before);
            Answer missing = query(again, "stories", "--id", "none");
            assertThat(missing.status()).isEqualTo(ExitCode.FAILED.status());
            // What is wrong in one line, and behind it where the log is.
            assertThat(missing.err().lines().toList())
                    .hasSize(2)
                    .first()
                    .asString()
                    .contains("none");
        }
    }

    /** Of lists, of one, of what is selected and of what is found by words, whichever instance holds it. */
    private static void assertAnswersForAll(ConsumerRunner each) throws Exception {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(ask(each, "/articles?limit=4").path("items"))
                    .extracting(article -> article.path("articleId").asText())
                    .containsExactly("a9", "a8", "a7", "a6");
            assertThat(ask(each, "/stories?language=ru&sort=articles").path("items"))
                    .extracting(story -> story.path("story").asText())
                    .containsExactly("s9", "s8", "s7", "s6", "s5", "s4", "s3", "s2", "s1");
            assertThat(ask(each, "/search?kind=article&q=paper&limit=100").path("items"))
                    .hasSize(9);
        });
        for (int i = 1; i <= 9; i++) {
            assertThat(ask(each, "/articles/a" + i).path("story").asText()).isEqualTo("s" + i);
            assertThat(ask(each, "/stories/" + StoryIds.of("a" + i))
                            .path("story")
                            .asText())
                    .isEqualTo("s" + i);
        }
        assertThat(query(each, "articles", "--id", "a3").out()).contains("Paper of a3");
        assertThat(query(each, "articles", "--limit", "2").out()).contains("a9", "a8");
    }

    private static JsonNode ask(ConsumerRunner consumer, String path) throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://" + consumer.queryAddress() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString(UTF_8));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new ObjectMapper().readTree(response.body());
    }

    @Test
    void shouldShowTheTokenThatAConsumerAsksFor() throws Exception {
        Path token = Files.writeString(directory.resolve("token"), "0123456789abcdef0123\n");
        Map<String, Object> settings = settings("guarded");
        settings.put(HttpConfig.QUERY_TOKEN_FILE_CONFIG, token.toString());
        settings.put(ApplicationSettings.APPLICATION_ID, "guarded");
        try (ConsumerRunner guarded = ConsumerRunner.start(new VestnikConsumerConfig(settings))) {
            assertThat(query(guarded, "stories").err()).contains("--token-file");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(query(guarded, "entities", "--token-file", token.toString())
                                    .status())
                            .isZero());
        }
    }

    @Test
    void shouldSayWhatToDoWhenNoConsumerRuns() {
        Answer answer = run("query", "stories", "--url", "http://127.0.0.1:1");

        assertThat(answer.status()).isEqualTo(ExitCode.UNAVAILABLE.status());
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("vestnik consume").hasLineCount(1);
    }

    @Test
    void shouldRefuseAKindThatThereIsNot() {
        assertThat(run("query", "themes").status()).isEqualTo(ExitCode.USAGE.status());
        assertThat(run("query", "stories", "--limit", "0").status()).isEqualTo(ExitCode.USAGE.status());
        assertThat(run("query", "stories", "--url", "localhost").status()).isEqualTo(ExitCode.USAGE.status());
    }

    private static ConsumerRunner consumer(String name) {
        return ConsumerRunner.start(new VestnikConsumerConfig(settings(name)));
    }

    private static Map<String, Object> settings(String name) {
        Map<String, Object> settings = new HashMap<>(addresses());
        settings.put(HttpConfig.QUERY_LISTEN_CONFIG, "127.0.0.1:0");
        settings.put(
                VestnikConsumerConfig.STATE_DIR_CONFIG, directory.resolve(name).toString());
        settings.put(VestnikConsumerConfig.TOPIC_PARTITIONS_CONFIG, PARTITIONS);
        settings.put(ApplicationSettings.REPLICATION_FACTOR, 1);
        return settings;
    }

    private static Map<String, Object> addresses() {
        return Map.of("bootstrap.servers", broker.bootstrapServers(), "schema.registry.url", registry.url());
    }

    private static void story(String id, int articles) {
        String topic = "story:" + id;
        write(
                TOPICS.coverage,
                topic,
                topic,
                Coverage.newBuilder()
                        .setTopic(topic)
                        .setKind(TopicKind.STORY)
                        .setName("Title of " + id)
                        .setArticles(articles)
                        .setOriginals(articles)
                        .setCopies(0)
                        .setQuotes(0)
                        .setOutletCount(0)
                        .setFirstObservedAt(START)
                        .setFirstObservedIn("a")
                        .setLastObservedAt(START)
                        .build());
        write(
                TOPICS.coverageMembers,
                topic,
                Keys.of(topic, "a"),
                CoverageMember.newBuilder()
                        .setTopic(topic)
                        .setArticleId("a")
                        .setStory(id)
                        .setFirstObservedAt(START)
                        .setQuotes(0)
                        .build());
    }

    private static void article(String id, String story, int seconds) {
        write(
                TOPICS.analyses,
                id,
                id,
                Analysis.newBuilder()
                        .setArticleId(id)
                        .setContentHash("h")
                        .setFirstObservedAt(START.plusSeconds(seconds))
                        .setTitle("Paper of " + id)
                        .setLanguage("ru")
                        .setLength(100)
                        .setSketch(Sketch.newBuilder()
                                .setRecipe("test")
                                .setWords(0)
                                .setMinhash(ByteBuffer.allocate(0))
                                .setShingles(ByteBuffer.allocate(0))
                                .setPlaces(ByteBuffer.allocate(0))
                                .build())
                        .build());
        write(
                TOPICS.placements,
                id,
                id,
                Placement.newBuilder()
                        .setArticleId(id)
                        .setContentHash("h")
                        .setLanguage("ru")
                        .setStory(story)
                        .build());
    }

    /** Writes as the streams application does: to the partition of the group that the key begins with. The close flushes. */
    private static <V extends SpecificRecord> void write(Topic<V> topic, String group, String key, V row) {
        int partition = Utils.toPositive(Utils.murmur2(group.getBytes(UTF_8))) % PARTITIONS;
        byte[] value = topic.serde(addresses()).serializer().serialize(topic.name(), row);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(addresses(), new StringSerializer(), new ByteArraySerializer())) {
            var unused = producer.send(new ProducerRecord<>(topic.name(), partition, START.toEpochMilli(), key, value));
        }
    }

    private static List<JsonNode> stories(ConsumerRunner consumer) throws Exception {
        Answer answer = query(consumer, "stories", "--json");
        if (answer.status() != 0) {
            return List.of();
        }
        return List.copyOf(new ObjectMapper()
                .readTree(answer.out())
                .get("items")
                .valueStream()
                .toList());
    }

    private static Answer query(ConsumerRunner consumer, String... args) {
        String[] all = new String[args.length + 3];
        all[0] = "query";
        System.arraycopy(args, 0, all, 1, args.length);
        all[args.length + 1] = "--url";
        all[args.length + 2] = "http://" + consumer.queryAddress();
        return run(all);
    }

    private static Answer run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = VestnikCli.run(new PrintWriter(out), new PrintWriter(err), args);
        return new Answer(status, out.toString(), err.toString());
    }
}
