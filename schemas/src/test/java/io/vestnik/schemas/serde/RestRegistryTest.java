/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.vestnik.schemas.avro.OutletCount;
import io.vestnik.schemas.avro.Span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** The client of the REST API against a server that answers as it is told. */
class RestRegistryTest {
    private static final String TOPIC = "news.spans";
    private static final byte[] SPAN = {0, 0, 0, 0, 7, 6, 8};

    private final FakeRegistry server = new FakeRegistry();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void shouldRegisterOncePerSubjectAndFrameWithTheId() throws IOException {
        server.id(7);
        try (AvroSerializer<Span> serializer = serializer(config())) {
            assertThat(serializer.serialize(TOPIC, new Span(3, 4))).isEqualTo(SPAN);
            assertThat(serializer.serialize(TOPIC, new Span(3, 4))).isEqualTo(SPAN);
            serializer.serialize("other", new Span(3, 4));
        }

        assertThat(server.requests())
                .extracting(FakeRegistry.Request::method, FakeRegistry.Request::path)
                .containsExactly(
                        tuple("POST", "/subjects/news.spans-value/versions"),
                        tuple("POST", "/subjects/other-value/versions"));
        String sent = new ObjectMapper()
                .readTree(server.requests().get(0).body())
                .get("schema")
                .asText();
        assertThat(new Schema.Parser().parse(sent)).isEqualTo(Span.getClassSchema());
    }

    @Test
    void shouldAskForAnIdOnceAndReadWithTheWritersSchema() {
        server.schema(Span.getClassSchema());
        try (AvroDeserializer<Span> deserializer = deserializer(config())) {
            assertThat(deserializer.deserialize(TOPIC, SPAN)).isEqualTo(new Span(3, 4));
            assertThat(deserializer.deserialize("other", SPAN)).isEqualTo(new Span(3, 4));
        }

        assertThat(server.requests()).extracting(FakeRegistry.Request::path).containsExactly("/schemas/ids/7");
    }

    @Test
    void shouldOnlyLookTheSchemaUpWhenItMustNotRegister() {
        server.id(7);
        try (AvroSerializer<Span> serializer = serializer(config("auto.register.schemas", "false"))) {
            assertThat(serializer.serialize(TOPIC, new Span(3, 4))).isEqualTo(SPAN);
        }

        assertThat(server.requests())
                .extracting(FakeRegistry.Request::path)
                .containsExactly("/subjects/news.spans-value");
    }

    @ParameterizedTest
    @ValueSource(ints = {40401, 40403})
    void shouldSaySoWhenTheSchemaIsNotRegistered(int code) {
        server.error(404, code, "not found");
        try (AvroSerializer<Span> serializer = serializer(config("auto.register.schemas", false))) {
            assertThatThrownBy(() -> serializer.serialize(TOPIC, new Span(3, 4)))
                    .isInstanceOf(SchemaRefusedException.class)
                    .hasMessageContaining("Span is not registered under subject news.spans-value")
                    .hasMessageContaining("auto.register.schemas=true");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 40901})
    void shouldSayWhyAnIncompatibleSchemaIsRefused(int code) {
        server.error(409, code, "reader lacks field 'x'");
        try (AvroSerializer<Span> serializer = serializer(config())) {
            assertThatThrownBy(() -> serializer.serialize(TOPIC, new Span(3, 4)))
                    .isInstanceOf(SchemaRefusedException.class)
                    .hasMessageContaining("news.spans-value")
                    .hasMessageContaining("reader lacks field 'x'");
        }
        assertThat(server.requests()).as("a refusal is not tried again").hasSize(1);
    }

    @Test
    void shouldSayWhyAnInvalidSchemaIsRefused() {
        server.error(422, 42201, "no such type");
        try (AvroSerializer<Span> serializer = serializer(config())) {
            assertThatThrownBy(() -> serializer.serialize(TOPIC, new Span(3, 4)))
                    .isInstanceOf(SchemaRefusedException.class)
                    .hasMessageContaining("no such type");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {40401, 40402, 40403})
    void shouldTakeAnUnknownIdForBadDataAndAskAgainNextTime(int code) {
        server.error(404, code, "Schema not found").schema(Span.getClassSchema());
        try (AvroDeserializer<Span> deserializer = deserializer(config())) {
            assertThatThrownBy(() -> deserializer.deserialize(TOPIC, SPAN))
                    .isInstanceOfSatisfying(BadRecordException.class, e -> assertThat(e.reason())
                            .isEqualTo(BadRecordException.Reason.UNKNOWN_SCHEMA))
                    .hasMessageContaining("no schema with id 7");
            assertThat(deserializer.deserialize(TOPIC, SPAN)).isEqualTo(new Span(3, 4));
        }
    }

    @Test
    void shouldRefuseASchemaOfAnotherType() {
        server.reply(200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax = \\\"proto3\\\";\"}");
        try (AvroDeserializer<Span> deserializer = deserializer(config())) {
            assertThatThrownBy(() -> deserializer.deserialize(TOPIC, SPAN))
                    .isInstanceOf(BadRecordException.class)
                    .hasMessageContaining("PROTOBUF");
        }
    }

    @Test
    void shouldResolveReferencesOfForeignSchemas() {
        server.reply(200, """
                {"schema": "{\\"type\\":\\"record\\",\\"name\\":\\"Span\\",\\"namespace\\":\\"io.vestnik.schemas.avro\\",\
                \\"fields\\":[{\\"name\\":\\"begin\\",\\"type\\":\\"int\\"},{\\"name\\":\\"end\\",\\"type\\":\\"int\\"},\
                {\\"name\\":\\"more\\",\\"type\\":\\"x.More\\"}]}",
                 "references": [{"name": "x.More", "subject": "more", "version": 2}]}""")
                .schema(SchemaBuilder.record("More")
                        .namespace("x")
                        .fields()
                        .requiredInt("n")
                        .endRecord());
        try (AvroDeserializer<Span> deserializer = deserializer(config())) {
            assertThat(deserializer.deserialize(TOPIC, new byte[] {0, 0, 0, 0, 7, 6, 8, 10}))
                    .isEqualTo(new Span(3, 4));
        }
        assertThat(server.requests()).extracting(FakeRegistry.Request::path).contains("/subjects/more/versions/2");
    }

    @Test
    void shouldWriteWithTheLatestSchemaByAvrosRules() {
        Schema latest = SchemaBuilder.record("Span")
                .namespace("io.vestnik.schemas.avro")
                .fields()
                .name("added")
                .type()
                .intType()
                .intDefault(5)
                .requiredInt("end")
                .requiredInt("begin")
                .endRecord();
        server.reply(
                200,
                FakeRegistry.schemaBody(latest).put("id", 9).put("version", 2).toString());
        try (AvroSerializer<Span> serializer =
                serializer(config("auto.register.schemas", false, "use.latest.version", true))) {
            assertThat(serializer.serialize(TOPIC, new Span(3, 4))).containsExactly(0, 0, 0, 0, 9, 10, 8, 6);
        }
        assertThat(server.requests())
                .extracting(FakeRegistry.Request::path)
                .containsExactly("/subjects/news.spans-value/versions/latest");
    }

    @Test
    void shouldRefuseToWriteWithALatestSchemaThatLacksTheSense() {
        Schema latest = SchemaBuilder.record("Span")
                .namespace("io.vestnik.schemas.avro")
                .fields()
                .requiredString("begin")
                .endRecord();
        server.reply(200, FakeRegistry.schemaBody(latest).put("id", 9).toString());
        try (AvroSerializer<Span> serializer =
                serializer(config("auto.register.schemas", false, "use.latest.version", true))) {
            assertThatThrownBy(() -> serializer.serialize(TOPIC, new Span(3, 4)))
                    .isInstanceOf(SchemaRefusedException.class)
                    .hasMessageContaining("latest schema under subject news.spans-value");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {40401, 40402})
    void shouldSaySoWhenTheSubjectHasNoLatestSchema(int code) {
        server.error(404, code, "Subject not found");
        try (AvroSerializer<Span> serializer =
                serializer(config("auto.register.schemas", false, "use.latest.version", true))) {
            assertThatThrownBy(() -> serializer.serialize(TOPIC, new Span(3, 4)))
                    .isInstanceOf(SchemaRefusedException.class)
                    .hasMessageContaining("Subject news.spans-value has no schema");
        }
    }

    @Test
    void shouldNotTakeAPlainNotFoundForAnUnknownId() {
        server.error(404, 404, "HTTP 404 Not Found");
        try (AvroDeserializer<Span> deserializer = deserializer(config())) {
            assertThatThrownBy(() -> deserializer.deserialize(TOPIC, SPAN))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("could not give the schema with id 7: HTTP 404 Not Found");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "{\"id\":\"7\"}", "{\"id\":7.5}", "{\"id\":99999999999}"})
    void shouldRefuseAnAnswerWithoutAnId(String body) {
        server.reply(200, body);
        try (AvroSerializer<Span> serializer = serializer(config())) {
            assertThatThrownBy(() -> serializer.serialize(TOPIC, new Span(3, 4)))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("could not register a schema under news.spans-value");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"schema\":\"\"}", "{\"schema\":\"{\\\"type\\\":\\\"rekord\\\"}\"}"})
    void shouldTakeASchemaThatIsNoneForBadData(String body) {
        server.reply(200, body);
        try (AvroDeserializer<Span> deserializer = deserializer(config())) {
            assertThatThrownBy(() -> deserializer.deserialize(TOPIC, SPAN))
                    .isInstanceOf(BadRecordException.class)
                    .hasMessageContaining("is no Avro schema");
        }
    }

    @Test
    void shouldEscapeTheSubject() {
        server.id(7);
        try (AvroSerde<OutletCount> serde = AvroSerde.of(OutletCount.class, config())) {
            serde.serializer().serialize("a/b ж", new OutletCount("x", 1));
        }
        assertThat(server.requests())
                .extracting(FakeRegistry.Request::path)
                .containsExactly("/subjects/a%2Fb%20%D0%B6-value/versions");
    }

    @Test
    void shouldMakeEveryFailureASerializationException() {
        assertThat(SerializationException.class)
                .isAssignableFrom(BadRecordException.class)
                .isAssignableFrom(RegistryUnavailableException.class)
                .isAssignableFrom(SchemaRefusedException.class);
    }

    private Map<String, Object> config(Object... more) {
        Map<String, Object> config = new HashMap<>();
        config.put("schema.registry.url", server.url());
        config.put("retries.wait.ms", 0);
        for (int i = 0; i < more.length; i += 2) {
            config.put(more[i].toString(), more[i + 1]);
        }
        return config;
    }

    private static AvroSerializer<Span> serializer(Map<String, ?> config) {
        AvroSerializer<Span> serializer = new AvroSerializer<>();
        serializer.configure(config, false);
        return serializer;
    }

    private static AvroDeserializer<Span> deserializer(Map<String, ?> config) {
        AvroDeserializer<Span> deserializer = new AvroDeserializer<>(Span.class);
        deserializer.configure(config, false);
        return deserializer;
    }
}
