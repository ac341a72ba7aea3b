/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.vestnik.schemas.DeadLetters;
import io.vestnik.schemas.avro.ArticleContent;
import io.vestnik.schemas.avro.ArticleEvent;
import io.vestnik.schemas.avro.ArticleEventKind;
import io.vestnik.schemas.avro.DeadLetter;
import io.vestnik.schemas.avro.ObservedAtBasis;
import io.vestnik.schemas.avro.Outlet;
import io.vestnik.schemas.avro.OutletCount;
import io.vestnik.schemas.avro.Span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the serde gives back, and what it says of bytes that it cannot read. */
class AvroSerdeTest {
    private static final String SCOPE = "avro-serde-test";
    private static final String TOPIC = "news.articles.v1";
    private static final Map<String, Object> CONFIG = Map.of("schema.registry.url", "mock://" + SCOPE);

    private static final ArticleEvent EVENT = ArticleEvent.newBuilder()
            .setArticleId("a.txt")
            .setKind(ArticleEventKind.VERSION)
            .setObservedAt(Instant.parse("2026-02-04T19:04:00.123Z"))
            .setObservedAtBasis(ObservedAtBasis.GIVEN)
            .setContentHash("ab")
            .setContent(ArticleContent.newBuilder()
                    .setText("Вестник 𝄞 сказал.\r\n")
                    .setTitleSpan(new Span(0, 7))
                    .build())
            .setOrigin("file")
            .build();

    @BeforeEach
    @AfterEach
    void forget() {
        MockRegistry.drop(SCOPE);
    }

    @Test
    void shouldGiveBackWhatWasWritten() {
        try (AvroSerde<ArticleEvent> serde = AvroSerde.of(ArticleEvent.class, CONFIG)) {
            byte[] bytes = serde.serializer().serialize(TOPIC, EVENT);

            assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(EVENT);
        }
    }

    @Test
    void shouldGiveBackBytes() {
        DeadLetter letter = DeadLetters.of("producer", "x", null, "BINARY", "m", new byte[] {1, 2, -3});
        try (AvroSerde<DeadLetter> serde = AvroSerde.of(DeadLetter.class, CONFIG)) {
            DeadLetter read =
                    serde.deserializer().deserialize(TOPIC, serde.serializer().serialize(TOPIC, letter));

            assertThat(read).isEqualTo(letter);
            assertThat(read.getHead()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2, -3}));
        }
    }

    @Test
    void shouldTakeNullForATombstoneBothWays() {
        try (AvroSerde<ArticleEvent> serde = AvroSerde.of(ArticleEvent.class, CONFIG)) {
            assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
            assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
        }
    }

    @Test
    void shouldFindTheClassByTheSchemaWhenOnlyItsOwnNameIsConfigured() {
        try (AvroSerde<ArticleEvent> serde = new AvroSerde<>()) {
            serde.configure(CONFIG, false);

            assertThat(serde.deserializer()
                            .deserialize(TOPIC, serde.serializer().serialize(TOPIC, EVENT)))
                    .isEqualTo(EVENT);
        }
    }

    @Test
    void shouldRefuseASchemaForWhichThereIsNoClass() {
        MockRegistry.of(SCOPE)
                .register(
                        "s", SchemaBuilder.record("java.lang.Runtime").fields().endRecord());
        try (AvroSerde<ArticleEvent> serde = new AvroSerde<>()) {
            serde.configure(CONFIG, false);

            assertBad(serde, "0000000001", BadRecordException.Reason.BAD_RECORD, "no generated class");
        }
    }

    @Test
    void shouldUseTheSubjectsOfKeysForKeys() {
        try (AvroSerde<Span> serde = new AvroSerde<>(Span.class)) {
            serde.configure(CONFIG, true);
            serde.serializer().serialize("t", new Span(1, 2));
        }
        assertThat(MockRegistry.of(SCOPE).latest("t-key").schema()).isEqualTo(Span.getClassSchema());
    }

    @Test
    void shouldShareAScopeAndKeepScopesApart() {
        try (AvroSerde<Span> one = AvroSerde.of(Span.class, CONFIG);
                AvroSerde<Span> same = AvroSerde.of(Span.class, CONFIG);
                AvroSerde<Span> other = AvroSerde.of(Span.class, Map.of("schema.registry.url", "mock://elsewhere"))) {
            byte[] bytes = one.serializer().serialize("t", new Span(1, 2));

            assertThat(same.deserializer().deserialize("t", bytes)).isEqualTo(new Span(1, 2));
            assertThatThrownBy(() -> other.deserializer().deserialize("t", bytes))
                    .isInstanceOf(BadRecordException.class)
                    .hasMessageContaining("no schema with id 1");
        }
    }

    @Test
    void shouldReadRecordsOfOlderAndNewerSchemas() {
        Schema older = SchemaBuilder.record("io.vestnik.schemas.avro.Outlet")
                .fields()
                .requiredString("basis")
                .requiredString("name")
                .requiredString("gone")
                .endRecord();
        MockRegistry.of(SCOPE).register("s", older);
        try (AvroSerde<Outlet> serde = AvroSerde.of(Outlet.class, CONFIG)) {
            // "b", "n", "xyz"
            byte[] bytes = HexFormat.of().parseHex("0000000001" + "0262" + "026e" + "0678797a");

            assertThat(serde.deserializer().deserialize("t", bytes)).isEqualTo(new Outlet("n", null, "b", null));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', BAD_FRAME, 0 bytes",
        "00000000, BAD_FRAME, 4 bytes",
        "01000000010608, BAD_FRAME, starts with byte 0x01",
        "7b2261223a317d, BAD_FRAME, starts with byte 0x7b",
        "00000000630608, UNKNOWN_SCHEMA, no schema with id 99",
        "00ffffffff0608, UNKNOWN_SCHEMA, no schema with id -1",
        "0000000001, BAD_RECORD, truncated",
        "000000000106, BAD_RECORD, truncated",
        "0000000001060800, BAD_RECORD, left over",
        "0000000001ffffffffffffffffffff08, BAD_RECORD, Invalid int encoding",
    })
    void shouldSayWhatIsWrongWithTheBytes(String hex, BadRecordException.Reason reason, String message) {
        try (AvroSerde<Span> serde = AvroSerde.of(Span.class, CONFIG)) {
            serde.serializer().serialize("t", new Span(3, 4));

            assertBad(serde, hex, reason, message);
        }
    }

    @Test
    void shouldNotMakeRoomForALengthThatIsNotThere() {
        try (AvroSerde<OutletCount> serde = AvroSerde.of(OutletCount.class, CONFIG)) {
            serde.serializer().serialize("t", new OutletCount("x", 1));

            // A string of 2^31 - 9 bytes, and one of -1.
            assertBad(serde, "0000000001" + "eeffffff0f" + "78", BadRecordException.Reason.BAD_RECORD, "truncated");
            assertBad(serde, "0000000001" + "01" + "78", BadRecordException.Reason.BAD_RECORD, "length of -1");
        }
    }

    @Test
    void shouldRefuseASchemaThatCannotBeReadAsTheType() {
        try (AvroSerde<Span> spans = AvroSerde.of(Span.class, CONFIG);
                AvroSerde<OutletCount> outlets = AvroSerde.of(OutletCount.class, CONFIG)) {
            byte[] span = spans.serializer().serialize("t", new Span(3, 4));

            assertBad(
                    outlets,
                    HexFormat.of().formatHex(span),
                    BadRecordException.Reason.BAD_RECORD,
                    "cannot be read as OutletCount");
        }
    }

    @Test
    void shouldNameTheFieldThatDoesNotAgreeWithTheSchema() {
        OutletCount broken = new OutletCount("x", 1);
        broken.put(0, null);
        try (AvroSerde<OutletCount> serde = AvroSerde.of(OutletCount.class, CONFIG)) {
            assertThatThrownBy(() -> serde.serializer().serialize("t", broken))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("OutletCount for topic t")
                    .hasMessageContaining("outlet");
        }
    }

    @Test
    void shouldBeSafeForUseByManyThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (AvroSerde<ArticleEvent> serde = AvroSerde.of(ArticleEvent.class, CONFIG)) {
            List<Callable<ArticleEvent>> tasks = IntStream.range(0, 400)
                    .<Callable<ArticleEvent>>mapToObj(i -> () -> serde.deserializer()
                            .deserialize(TOPIC, serde.serializer().serialize(TOPIC + i % 7, EVENT)))
                    .toList();
            for (Future<ArticleEvent> result : threads.invokeAll(tasks)) {
                assertThat(result.get()).isEqualTo(EVENT);
            }
        } finally {
            threads.shutdown();
        }
    }

    @Property(tries = 500)
    void shouldReadAnyBodyOrCallItBad(@ForAll @Size(max = 200) byte[] body) {
        MockRegistry.drop(SCOPE + "-any");
        try (AvroSerde<ArticleEvent> serde =
                AvroSerde.of(ArticleEvent.class, Map.of("schema.registry.url", "mock://" + SCOPE + "-any"))) {
            serde.serializer().serialize(TOPIC, EVENT);
            readOrBad(serde, Frame.of(1, body));
        }
    }

    @Property(tries = 500)
    void shouldReadADamagedRecordOrCallItBad(@ForAll int at, @ForAll byte value, @ForAll int length) {
        MockRegistry.drop(SCOPE + "-damaged");
        try (AvroSerde<ArticleEvent> serde =
                AvroSerde.of(ArticleEvent.class, Map.of("schema.registry.url", "mock://" + SCOPE + "-damaged"))) {
            byte[] bytes = serde.serializer().serialize(TOPIC, EVENT);
            bytes[Math.floorMod(at, bytes.length)] = value;
            readOrBad(serde, bytes);
            readOrBad(serde, Arrays.copyOf(bytes, Math.floorMod(length, bytes.length)));
        }
    }

    /** Anything else than a record or the exception for bad data fails the test. */
    private static void readOrBad(AvroSerde<ArticleEvent> serde, byte[] bytes) {
        try {
            assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isNotNull();
        } catch (BadRecordException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static void assertBad(AvroSerde<?> serde, String hex, BadRecordException.Reason reason, String message) {
        assertThatThrownBy(() ->
                        serde.deserializer().deserialize("t", HexFormat.of().parseHex(hex)))
                .isInstanceOfSatisfying(
                        BadRecordException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(message);
    }
}
