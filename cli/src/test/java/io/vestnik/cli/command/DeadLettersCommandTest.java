/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.vestnik.cli.ExitCode;
import io.vestnik.cli.pipeline.Offsets;
import io.vestnik.cli.pipeline.RangeReader;
import io.vestnik.schemas.DeadLetters;
import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.DeadLetter;
import io.vestnik.schemas.serde.AvroSerde;

import static org.assertj.core.api.Assertions.assertThat;

class DeadLettersCommandTest {
    private static final long TIME = 1_770_000_000_000L;

    @RegisterExtension
    static final CommandsOnCluster vestnik = new CommandsOnCluster();

    @Test
    void shouldListDeadLettersAndWhatIsNone() throws Exception {
        assertThat(vestnik.onCluster("topics", "apply", "--namespace", "replay.letters."))
                .isZero();
        assertThat(vestnik.onCluster("dlq", "list", "--namespace", "replay.letters."))
                .isZero();
        assertThat(vestnik.lines()).containsExactly("No dead letters.");

        send(
                "replay.letters.",
                DeadLetters.of(
                        "producer", "заметка.txt", null, "NOT_UTF8", "It is not UTF-8.\nConvert it.", new byte[] {7}),
                DeadLetters.of("analysis", "t-0@5", "k", "BAD_RECORD", "Cut off.", new byte[] {1, 2}));

        assertThat(vestnik.onCluster("dlq", "list", "--namespace", "replay.letters."))
                .isZero();
        assertThat(vestnik.lines()).hasSize(4);
        assertThat(vestnik.lines().get(0)).startsWith("WRITTEN AT ").endsWith("MESSAGE");
        assertThat(vestnik.out())
                .contains("It is not UTF-8. Convert it.")
                .contains("заметка.txt")
                .contains("The dead letter itself cannot be read");

        assertThat(vestnik.onCluster("dlq", "list", "--namespace", "replay.letters.", "--json", "--stage", "producer"))
                .isZero();
        assertThat(vestnik.lines()).hasSize(1);
        JsonNode letter = new ObjectMapper().readTree(vestnik.out());
        assertThat(letter.path("origin").textValue()).isEqualTo("заметка.txt");
        assertThat(letter.path("key").isNull()).isTrue();
        assertThat(letter.path("length").longValue()).isEqualTo(1);
        assertThat(letter.path("head").binaryValue()).containsExactly(7);

        assertThat(vestnik.onCluster("dlq", "list", "--namespace", "replay.letters.", "--json", "--limit", "1"))
                .isZero();
        assertThat(vestnik.lines()).hasSize(1);
    }

    @Test
    void shouldSendArticlesOfDeadLettersOnceMore() throws Exception {
        String namespace = "replay.again.";
        Topics topics = new Topics(namespace);
        assertThat(vestnik.onCluster("topics", "apply", "--namespace", namespace))
                .isZero();
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

        assertThat(vestnik.onCluster(
                        "dlq", "replay", "--namespace", namespace, "--reason", "UNKNOWN_SCHEMA", "--dry-run"))
                .isZero();
        assertThat(vestnik.out()).contains("would be sent", "1 of 6 would be sent.");
        assertThat(records(topics.articles.name())).hasSize(2);

        assertThat(vestnik.onCluster("dlq", "replay", "--namespace", namespace, "--reason", "UNKNOWN_SCHEMA"))
                .isZero();
        assertThat(vestnik.out())
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

        send(namespace, DeadLetters.of("analysis", place + again.offset(), "a", "UNKNOWN_SCHEMA", "Register.", event));
        assertThat(vestnik.onCluster("dlq", "replay", "--namespace", namespace, "--reason", "UNKNOWN_SCHEMA"))
                .isZero();
        assertThat(vestnik.out()).contains("1 of 7 sent.");
    }

    @Test
    void shouldSelectDeadLettersByTopicReasonAndTime() throws Exception {
        String namespace = "replay.some.";
        Topics topics = new Topics(namespace);
        assertThat(vestnik.onCluster("topics", "apply", "--namespace", namespace))
                .isZero();
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

        assertThat(vestnik.onCluster(
                        "dlq",
                        "list",
                        "--namespace",
                        namespace,
                        "--since",
                        "2999-01-01T00:00:00Z",
                        "--until",
                        "2001-01-01T00:00:00Z"))
                .isEqualTo(ExitCode.USAGE.status());
        assertThat(vestnik.err()).contains("--since must be before --until");
    }

    @Test
    void shouldSayThatThereIsNoTopicOfDeadLetters() {
        assertThat(vestnik.onCluster("dlq", "list", "--namespace", "replay.none."))
                .isEqualTo(ExitCode.FAILED.status());
        assertThat(vestnik.err())
                .contains("no topic replay.none.news.dead-letters.v1")
                .contains("topics apply");
    }

    /** The last line of a replay that sends nothing. */
    private String found(String namespace, String... filter) {
        String[] command = Stream.concat(
                        Stream.of("dlq", "replay", "--dry-run", "--namespace", namespace), Arrays.stream(filter))
                .toArray(String[]::new);
        assertThat(vestnik.onCluster(command)).as(vestnik.err()).isZero();
        return vestnik.lines().get(vestnik.lines().size() - 1);
    }

    private RecordMetadata publish(String topic, byte[] value) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", vestnik.bootstrap(), "max.in.flight.requests.per.connection", 1),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            return producer.send(new ProducerRecord<>(
                            topic, 0, TIME, new byte[] {'a'}, value, List.of(new RecordHeader("kept", new byte[] {1}))))
                    .get();
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", vestnik.bootstrap());
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

    private static void send(String namespace, DeadLetter... letters) throws Exception {
        String topic = new Topics(namespace).deadLetters.name();
        try (AvroSerde<DeadLetter> serde =
                        AvroSerde.of(DeadLetter.class, Map.of("schema.registry.url", vestnik.registry()));
                KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", vestnik.bootstrap()),
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
