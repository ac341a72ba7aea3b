/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testcontainers.junit.jupiter.Testcontainers;

import io.vestnik.schemas.avro.HistoryEntry;
import io.vestnik.schemas.serde.AvroDeserializer;
import io.vestnik.schemas.serde.AvroSerializer;
import io.vestnik.schemas.serde.SchemaRefusedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Our serde against a registry that we did not write. */
@Testcontainers(disabledWithoutDocker = true)
@ExtendWith(SharedContainers.class)
class RegistryContainerIT {
    private static Containers containers;

    @BeforeAll
    static void start(Containers shared) {
        containers = shared;
    }

    @Test
    void shouldFrameRecordsWithTheRegistrysOwnId() throws Exception {
        HistoryEntry entry = new HistoryEntry("news.coverage.v1", "story:1", Instant.EPOCH, null, null);
        byte[] frame;
        try (AvroSerializer<HistoryEntry> serializer = new AvroSerializer<>()) {
            serializer.configure(config(), false);
            frame = serializer.serialize("framed", entry);
        }

        int id = ByteBuffer.wrap(frame).getInt(1);
        String registered = get("/schemas/ids/" + id);

        assertThat(frame[0]).isZero();
        assertThat(registered).contains("HistoryEntry");
        // Another client, which has no cache yet, finds the schema by that id.
        try (AvroDeserializer<HistoryEntry> deserializer = new AvroDeserializer<>(HistoryEntry.class)) {
            deserializer.configure(config(), false);
            assertThat(deserializer.deserialize("framed", frame)).isEqualTo(entry);
        }
    }

    @Test
    void shouldRefuseAnIncompatibleSchema() throws Exception {
        Schema other = SchemaBuilder.record("HistoryEntry")
                .namespace("io.vestnik.schemas.avro")
                .fields()
                .requiredDouble("table")
                .endRecord();
        register("refused-value", other);

        try (AvroSerializer<HistoryEntry> serializer = new AvroSerializer<>()) {
            serializer.configure(config(), false);
            assertThatThrownBy(() ->
                            serializer.serialize("refused", new HistoryEntry("t", "k", Instant.EPOCH, null, null)))
                    .isInstanceOf(SchemaRefusedException.class)
                    .hasMessageContaining("refused-value");
        }
    }

    private static Map<String, Object> config() {
        return Map.of("schema.registry.url", containers.registryUrl());
    }

    private static void register(String subject, Schema schema) throws IOException, InterruptedException {
        String body = "{\"schema\":\"" + schema.toString().replace("\"", "\\\"") + "\"}";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(containers.registryUrl() + "/subjects/" + subject + "/versions"))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    private static String get(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(containers.registryUrl() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
