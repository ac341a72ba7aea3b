/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.clients;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.vestnik.consumer.query.ViewJson;
import io.vestnik.producer.ObservedAt;
import io.vestnik.schemas.avro.Coverage;
import io.vestnik.systemtests.Cluster;
import io.vestnik.systemtests.News;
import io.vestnik.systemtests.Newsroom;

import static org.assertj.core.api.Assertions.assertThat;

/** What others read of the coverage is what we read of it, to the last field. */
final class ReadByOthers {
    private static final Instant OBSERVED = Instant.parse("2025-03-13T00:00:00Z");
    private static final int LIVE_ROWS = 10;

    private ReadByOthers() {}

    static void check(Cluster cluster, Path directory, ForeignClients clients) throws Exception {
        try (Newsroom room = new Newsroom(cluster, "foreign", 2).start(directory)) {
            room.publish(News.batch(News.files(News.harbour())), ObservedAt.given(OBSERVED));
            room.settle();
            String topic = room.topics().coverage.name();
            SortedMap<String, Coverage> own = room.tables().rows(room.topics().coverage, cluster.settings());
            assertThat(own).as("rows of coverage").hasSizeGreaterThan(LIVE_ROWS);

            Map<String, JsonNode> rows = clients.rowsByKafkajs(room.bootstrap(), cluster.registryUrl(), topic);
            rows.values().removeIf(JsonNode::isNull);
            assertThat(rows.keySet()).isEqualTo(own.keySet());
            own.forEach((key, row) -> assertSame(key, ViewJson.write(row), rows.get(key)));

            int id = idOf(cluster, topic);
            Map<String, String> frames = clients.framesByKcat(room.bootstrap(), topic);
            assertThat(frames.keySet()).containsAll(own.keySet());
            own.keySet().forEach(key -> assertThat(frames.get(key)).as(key).isEqualTo("0 " + id));
        }
    }

    /** Times are numbers for readers that know no logical types: milliseconds since 1970. */
    private static void assertSame(String where, JsonNode expected, JsonNode actual) {
        if (expected.isObject()) {
            assertThat(actual.size()).as(where).isEqualTo(expected.size());
            for (Map.Entry<String, JsonNode> field : expected.properties()) {
                assertSame(where + "." + field.getKey(), field.getValue(), actual.get(field.getKey()));
            }
        } else if (expected.isArray()) {
            assertThat(actual.size()).as(where).isEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                assertSame(where + "[" + i + "]", expected.get(i), actual.get(i));
            }
        } else if (expected.isTextual() && actual.isNumber()) {
            assertThat(actual.longValue())
                    .as(where)
                    .isEqualTo(Instant.parse(expected.textValue()).toEpochMilli());
        } else {
            assertThat(actual.asText()).as(where).isEqualTo(expected.asText());
        }
    }

    private static int idOf(Cluster cluster, String topic) throws Exception {
        URI latest = URI.create(cluster.registryUrl() + "/subjects/" + topic + "-value/versions/latest");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(latest).build(), HttpResponse.BodyHandlers.ofString());
        return new ObjectMapper().readTree(answer.body()).get("id").intValue();
    }
}
