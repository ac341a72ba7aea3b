/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.ExitCode;
import io.vestnik.cli.VestnikCli;
import io.vestnik.cli.broker.EmbeddedBroker;
import io.vestnik.cli.pipeline.Offsets;
import io.vestnik.cli.pipeline.RangeReader;
import io.vestnik.cli.registry.EmbeddedRegistry;
import io.vestnik.schemas.DeadLetters;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.DeadLetter;
import io.vestnik.schemas.serde.AvroSerde;

import static org.assertj.core.api.Assertions.assertThat;

class ClusterCommandsTest {
    private static final long TIME = 1_770_000_000_000L;

    @TempDir
    private static Path temp;

    private static EmbeddedBroker broker;
    private static EmbeddedRegistry registry;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(temp.resolve("data"));
        registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0);
    }

    @AfterAll
    static void stop() {
        registry.close();
        broker.close();
    }

    private int run(String... args) {
        String[] all = Stream.concat(
                        Arrays.stream(args),
                        Stream.of("--bootstrap", broker.bootstrapServers(), "--registry", registry.url()))
                .toArray(String[]::new);
        return VestnikCli.run(new PrintWriter(out), new PrintWriter(err), all);
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    @Test
    void shouldMakeTheTopicsOfTheCatalogueOnce() {
        Topics topics = new Topics("replay.apply.");

        assertThat(run("topics", "diff", "--namespace", topics.namespace())).isEqualTo(ExitCode.FAILED.status());
        assertThat(lines()).hasSameSizeAs(topics.all()).contains("replay.apply.news.articles.v1: missing");
        out.getBuffer().setLength(0);

        assertThat(run("topics", "apply", "--namespace", topics.namespace())).isZero();
        assertThat(lines()).hasSameSizeAs(topics.all()).contains("created replay.apply.news.articles.v1");
        out.getBuffer().setLength(0);

        assertThat(run("topics", "apply", "--namespace", topics.namespace(), "--json"))
                .isZero();
        assertThat(run("topics", "diff", "--namespace", topics.namespace())).isZero();
        assertThat(lines()).containsExactly("[]", "The cluster is as the catalogue says.");
    }

    @Test
    void shouldShowTopicsWithOtherPartitions() {
        assertThat(run("topics", "apply", "--namespace", "replay.parts.", "--partitions", "2"))
                .isZero();
        out.getBuffer().setLength(0);

        assertThat(run("topics", "diff", "--namespace", "replay.parts.")).isEqualTo(ExitCode.FAILED.status());
        assertThat(lines()).contains("replay.parts.news.articles.v1: partitions 2, catalogue 4");
    }

    @Test
    void shouldListDeadLettersAndWhatIsNone() throws Exception {
        assertThat(run("topics", "apply", "--namespace", "replay.letters.")).isZero();
        out.getBuffer().setLength(0);
        assertThat(run("dlq", "list", "--namespace", "replay.letters.")).isZero();
        assertThat(lines()).containsExactly("No dead letters.");
        out.getBuffer().setLength(0);

        send(
                "replay.letters.",
                DeadLetters.of(
                        "producer", "заметка.txt", null, "NOT_UTF8", "It is not UTF-8.\nConvert it.", new byte[] {7}),
                DeadLetters.of("analysis", "t-0@5", "k", "BAD_RECORD", "Cut off.", new byte[] {1, 2}));

        assertThat(run("dlq", "list", "--namespace", "replay.letters.")).isZero();
        assertThat(lines()).hasSize(4);
        assertThat(lines().get(0)).startsWith("WRITTEN AT ").endsWith("MESSAGE");
        assertThat(out.toString())
                .contains("It is not UTF-8. Convert it.")
                .contains("заметка.txt")
                .contains("The dead letter itself cannot be read");
        out.getBuffer().setLength(0);

        assertThat(run("dlq", "list", "--namespace", "replay.letters.", "--json", "--stage", "producer"))
                .isZero();
        assertThat(lines()).hasSize(1);
        JsonNode letter = new ObjectMapper().readTree(out.toString());
        assertThat(letter.path("origin").textValue()).isEqualTo("заметка.txt");
        assertThat(letter.path("key").isNull()).isTrue();
        assertThat(letter.path("length").longValue()).isEqualTo(1);
        assertThat(letter.path("head").binaryValue()).containsExactly(7);
        out.getBuffer().setLength(0);

        assertThat(run("dlq", "list", "--namespace", "replay.letters.", "--json", "--limit", "1"))
                .isZero();
        assertThat(lines()).hasSize(1);
    }

    @Test
    void shouldSendArticlesOfDeadLettersOnceMore() throws Exception {
        String namespace = "replay.again.";
        Topics topics = new Topics(namespace);
        assertThat(run("topics", "apply", "--namespace", namespace)).isZero();
        byte[] event = {0, 1, 2, 3};
        RecordMetadata first = publish(topics.articles.name(), event);
        RecordMetadata changed = publish(topics.articles.name(), new byte[] {9});
        String place = topics.articles.name() + "-" + first.partition() + "@";
        send(
                namespace,
                DeadLetters.of("analysis", place + first.offset(), "a", "UNKNOWN_SCHEMA", "Register it.", event),
                DeadLetters.of("analysis", place + first.offset(), "a", "UNKNOWN_SCHEMA", "Register it.", event),
                DeadLetters.of("analysis", place + changed.offset(), "a", "UNKNOWN_SCHEMA", "Register it.", event),
                DeadLetters.of("analysis", place + 1_000_000, "a", "UNKNOWN_SCHEMA", "Register it.", event),
                DeadLetters.of("consumer", topics.coverage.name() + "-0@0", "k", "UNKNOWN_SCHEMA", "Cut.", event),
                DeadLetters.of("producer", "заметка.txt", null, "UNKNOWN_SCHEMA", "Convert it.", event),
                DeadLetters.of("analysis", place + first.offset(), "a", "FUTURE", "Wait.", event));
        out.getBuffer().setLength(0);

        assertThat(run("dlq", "replay", "--namespace", namespace, "--reason", "UNKNOWN_SCHEMA", "--dry-run"))
                .isZero();
        assertThat(out.toString()).contains("would be sent", "1 of 6 would be sent.");
        assertThat(records(topics.articles.name())).hasSize(2);
        out.getBuffer().setLength(0);

        assertThat(run("dlq", "replay", "--namespace", namespace, "--reason", "UNKNOWN_SCHEMA"))
                .isZero();
        assertThat(out.toString())
                .contains(
                        "1 of 6 sent.",
                        "Another letter of the same record",
                        "holds another record at this place",
                        "holds it no more",
                        "vestnik upgrade",
                        "vestnik produce");
        List<ConsumerRecord<byte[], byte[]>> records = records(topics.articles.name());
        assertThat(records).hasSize(3);
        ConsumerRecord<byte[], byte[]> again = records.get(2);
        assertThat(again.partition()).isEqualTo(first.partition());
        assertThat(again.key()).isEqualTo(records.get(0).key());
        assertThat(again.value()).isEqualTo(event);
        assertThat(again.timestamp()).isEqualTo(records.get(0).timestamp()).isEqualTo(TIME);
        assertThat(again.headers().lastHeader("kept").value()).containsExactly(1);
        assertThat(new String(again.headers().lastHeader("vestnik-replay-of").value(), StandardCharsets.UTF_8))
                .isEqualTo(place + first.offset());
        out.getBuffer().setLength(0);

        send(namespace, DeadLetters.of("analysis", place + again.offset(), "a", "UNKNOWN_SCHEMA", "Register.", event));
        assertThat(run("dlq", "replay", "--namespace", namespace, "--reason", "UNKNOWN_SCHEMA"))
                .isZero();
        assertThat(out.toString()).contains("1 of 7 sent.");
    }

    @Test
    void shouldSelectDeadLettersByTopicReasonAndTime() throws Exception {
        String namespace = "replay.some.";
        Topics topics = new Topics(namespace);
        assertThat(run("topics", "apply", "--namespace", namespace)).isZero();
        byte[] event = {0, 1, 2, 3};
        String place = topics.articles.name() + "-0@"
                + publish(topics.articles.name(), event).offset();
        send(
                namespace,
                DeadLetters.of("analysis", place, "a", "FUTURE", "Wait.", event),
                DeadLetters.of("consumer", topics.coverage.name() + "-0@0", "k", "BAD_FRAME", "Cut.", event),
                DeadLetters.of("producer", "заметка.txt", null, "NOT_UTF8", "Convert it.", event));

        assertThat(found(namespace, "--topic", "news.articles.v1")).isEqualTo("1 of 1 would be sent.");
        assertThat(found(namespace, "--topic", topics.articles.name())).isEqualTo("1 of 1 would be sent.");
        assertThat(found(namespace, "--topic", "news.articles.v1", "--topic", "news.coverage.v1"))
                .isEqualTo("1 of 2 would be sent.");
        assertThat(found(namespace, "--topic", "news.article")).isEqualTo("No dead letters.");
        assertThat(found(namespace, "--reason", "FUTURE", "--reason", "NOT_UTF8"))
                .isEqualTo("1 of 2 would be sent.");
        // The broker wrote them by its clock. The fourth one is the letter that cannot be read.
        assertThat(found(namespace, "--since", "2001-01-01T00:00:00Z", "--until", "2999-01-01T00:00:00Z"))
                .isEqualTo("1 of 4 would be sent.");
        assertThat(found(namespace, "--until", "2001-01-01T00:00:00Z")).isEqualTo("No dead letters.");
        assertThat(found(namespace, "--since", "2999-01-01T00:00:00Z")).isEqualTo("No dead letters.");
        assertThat(records(topics.articles.name())).hasSize(1);

        assertThat(run(
                        "dlq",
                        "list",
                        "--namespace",
                        namespace,
                        "--since",
                        "2999-01-01T00:00:00Z",
                        "--until",
                        "2001-01-01T00:00:00Z"))
                .isEqualTo(ExitCode.USAGE.status());
        assertThat(err.toString()).contains("--since must be before --until");
    }

    /** The last line of a replay that sends nothing. */
    private String found(String namespace, String... filter) {
        out.getBuffer().setLength(0);
        String[] command = Stream.concat(
                        Stream.of("dlq", "replay", "--dry-run", "--namespace", namespace), Arrays.stream(filter))
                .toArray(String[]::new);
        assertThat(run(command)).as(err.toString()).isZero();
        return lines().get(lines().size() - 1);
    }

    private RecordMetadata publish(String topic, byte[] value) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "max.in.flight.requests.per.connection", 1),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            return producer.send(new ProducerRecord<>(
                            topic, 0, TIME, new byte[] {'a'}, value, List.of(new RecordHeader("kept", new byte[] {1}))))
                    .get();
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (Admin admin = Admin.create(settings)) {
            new RangeReader(settings)
                    .read(
                            Offsets.ranges(admin, List.of(topic), IsolationLevel.READ_COMMITTED),
                            records::add,
                            () -> true);
        }
        return records;
    }

    @Test
    void shouldSayThatThereIsNoTopicOfDeadLetters() {
        assertThat(run("dlq", "list", "--namespace", "replay.none.")).isEqualTo(ExitCode.FAILED.status());
        assertThat(err.toString())
                .contains("no topic replay.none.news.dead-letters.v1")
                .contains("topics apply");
    }

    @Test
    void shouldReplayATopicOverTheClusterThatHasIt() throws Exception {
        Path lines = temp.resolve("lines.jsonl");
        Files.writeString(
                lines,
                "{\"id\":\"a\",\"observedAt\":\"2025-03-01T08:00:00Z\",\"text\":\"В Кирове открыли новый мост.\"}\n",
                StandardCharsets.UTF_8);
        String runs = temp.resolve("runs").toString();
        String topic = new Topics("replay.source.").articles.name();
        assertThat(run("topics", "apply", "--namespace", "replay.source.")).isZero();
        assertThat(run("produce", "--namespace", "replay.source.", "--jsonl", lines.toString()))
                .isZero();

        assertThat(run("replay", "topic:" + topic, "--run-id", "r1", "--engine", "cluster", "--runs", runs))
                .as(err.toString())
                .isZero();
        assertThat(lines()).anySatisfy(line -> assertThat(line).startsWith("run r1: 1 articles, 1 events, 0 refused"));
        assertThat(run("replay", "verify", "r1", "--runs", runs)).isZero();
        assertThat(lines().get(lines().size() - 1)).startsWith("run r1 is the same: ");

        int status =
                VestnikCli.run(new PrintWriter(out), new PrintWriter(err), "replay", "verify", "r1", "--runs", runs);
        assertThat(status).isEqualTo(ExitCode.USAGE.status());
        assertThat(err.toString()).contains("The corpus is a topic: name the cluster");
    }

    @Test
    void shouldTakeAddressesFromAFileAndSayWhenNobodyAnswers() throws Exception {
        Path config = temp.resolve("vestnik.properties");
        Files.writeString(
                config,
                "bootstrap.servers=127.0.0.1:1\nrequest.timeout.ms=300\ndefault.api.timeout.ms=300\n",
                StandardCharsets.UTF_8);

        int status = VestnikCli.run(
                new PrintWriter(out), new PrintWriter(err), "topics", "diff", "--config", config.toString());
        assertThat(status).isEqualTo(ExitCode.UNAVAILABLE.status());
        assertThat(err.toString()).contains("The cluster does not answer").doesNotContain("\tat ");

        // The option goes before the file.
        assertThat(run("topics", "diff", "--config", config.toString())).isEqualTo(ExitCode.FAILED.status());
    }

    @Test
    void shouldRefuseATakenDataDirectoryAndPort() {
        String data = temp.resolve("data").toString();

        int status = VestnikCli.run(new PrintWriter(out), new PrintWriter(err), "broker", "--data", data);

        assertThat(status).isEqualTo(ExitCode.UNAVAILABLE.status());
        assertThat(err.toString()).contains("is in use by another broker");
    }

    private static void send(String namespace, DeadLetter... letters) throws Exception {
        String topic = new Topics(namespace).deadLetters.name();
        try (AvroSerde<DeadLetter> serde =
                        AvroSerde.of(DeadLetter.class, Map.of("schema.registry.url", registry.url()));
                KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", broker.bootstrapServers()),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            for (DeadLetter letter : letters) {
                byte[] value = serde.serializer().serialize(topic, letter);
                producer.send(new ProducerRecord<>(topic, letter.getOrigin(), value))
                        .get();
            }
            producer.send(new ProducerRecord<>(topic, "k", new byte[] {9, 9})).get();
        }
    }
}
