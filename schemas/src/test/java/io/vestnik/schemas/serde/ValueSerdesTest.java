/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.HashMap;
import java.util.Map;

import org.apache.avro.AvroTypeException;
import org.apache.avro.InvalidNumberEncodingException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vestnik.schemas.Topics;
import io.vestnik.schemas.avro.Span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Another serde in place of Vestnik's own, named in the configuration. */
class ValueSerdesTest {
    private static final byte[] SPAN = {0, 0, 0, 0, 1, 6, 8};
    private static final String DECODING = "Error deserializing Avro message for id 1";
    private static final String URL = "schema.registry.url";

    @Test
    void shouldBeVestniksOwnByDefault() {
        try (Serde<Span> serde = ValueSerdes.create(Span.class, Map.of(URL, "mock://value-serdes"))) {
            assertThat(serde).isInstanceOf(AvroSerde.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "class"})
    void shouldBeTheConfiguredClass(String form) {
        Object configured = form.equals("name") ? Foreign.class.getName() : Foreign.class;
        try (Serde<Span> serde =
                ValueSerdes.create(Span.class, Map.of(ValueSerdes.VALUE_SERDE_CONFIG, configured, URL, "x"))) {
            assertThat(serde.serializer().serialize("t", new Span(9, 9))).containsExactly(SPAN);
            assertThat(serde.deserializer().deserialize("t", SPAN)).isEqualTo(new Span(3, 4));
            assertThat(serde.deserializer().deserialize("t", null)).isNull();
        }
    }

    @Test
    void shouldConfigureItAsConfluentsWantsIt() {
        Foreign.configured = new HashMap<>();
        Topics.live()
                .articles
                .serde(Map.of(ValueSerdes.VALUE_SERDE_CONFIG, Foreign.class.getName(), URL, "http://r"))
                .close();

        assertThat(Foreign.configured)
                .containsEntry(URL, "http://r")
                .containsEntry("specific.avro.reader", true)
                .containsEntry("isKey", false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no.such.Serde", "java.lang.String"})
    void shouldRefuseAClassThatIsNoSerde(String name) {
        assertThatThrownBy(() ->
                        ValueSerdes.create(Span.class, Map.of(ValueSerdes.VALUE_SERDE_CONFIG, name, URL, "mock://x")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(ValueSerdes.VALUE_SERDE_CONFIG)
                .hasMessageContaining(name);
    }

    @Test
    void shouldCheckTheFrameForIt() {
        assertReason(new byte[] {1, 2, 3}, null, BadRecordException.Reason.BAD_FRAME);
    }

    @Test
    void shouldTellBadDataFromFaults() {
        assertReason(SPAN, new EOFException(), BadRecordException.Reason.BAD_RECORD);
        assertReason(SPAN, new AvroTypeException("no"), BadRecordException.Reason.BAD_RECORD);
        assertReason(SPAN, new NullPointerException("no"), BadRecordException.Reason.BAD_RECORD);
        assertReason(
                SPAN, new InvalidNumberEncodingException("Invalid int encoding"), BadRecordException.Reason.BAD_RECORD);
        assertReason(
                SPAN,
                new RestClientException("Schema 1 not found; error code: 40403"),
                BadRecordException.Reason.UNKNOWN_SCHEMA);

        assertFault(new ConnectException("refused"));
        assertFault(new IOException("connection reset"));
        assertFault(new RestClientException("Internal; error code: 50001"));
        assertFault(null);
        assertFault("Error retrieving Avro value schema for id 1", new IllegalStateException("closed"));
    }

    private static void assertReason(byte[] bytes, @Nullable Throwable cause, BadRecordException.Reason reason) {
        assertThatThrownBy(() -> failing(DECODING, cause).deserialize("t", bytes))
                .isInstanceOfSatisfying(
                        BadRecordException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static void assertFault(@Nullable Throwable cause) {
        assertFault(DECODING, cause);
    }

    private static void assertFault(String message, @Nullable Throwable cause) {
        assertThatThrownBy(() -> failing(message, cause).deserialize("t", SPAN))
                .isInstanceOf(RegistryUnavailableException.class);
    }

    private static Deserializer<Span> failing(String message, @Nullable Throwable cause) {
        return new TranslatingDeserializer<>((topic, data) -> {
            throw new SerializationException(message, cause);
        });
    }

    /** Named as Confluent's, which is told by its name. */
    private static final class RestClientException extends Exception {
        private static final long serialVersionUID = 1L;

        RestClientException(String message) {
            super(message);
        }
    }

    /** A serde that knows one record only. */
    public static final class Foreign implements Serde<Span> {
        static Map<String, Object> configured = new HashMap<>();

        /** For the configuration. */
        public Foreign() {}

        @Override
        public void configure(Map<String, ?> configs, boolean isKey) {
            configured = new HashMap<>(configs);
            configured.put("isKey", isKey);
        }

        @Override
        public Serializer<Span> serializer() {
            return (topic, span) -> SPAN.clone();
        }

        @Override
        // Kafka's interface knows no nullness; a tombstone is null on both sides.
        @SuppressWarnings("NullAway")
        public Deserializer<Span> deserializer() {
            return (topic, bytes) -> bytes == null ? null : new Span(3, 4);
        }
    }
}
