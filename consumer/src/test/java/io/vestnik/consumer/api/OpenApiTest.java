/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.api;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.consumer.events.EventEndpoints;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The document says of every answer of the server what it is. */
class OpenApiTest {
    /** What is asked for, by the name of the parameter; of an operation where it needs its own. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("getStory id", "s1"),
            Map.entry("getTopic id", "s1"),
            Map.entry("getTopic kind", "story"),
            Map.entry("getUtterance id", "u1"),
            Map.entry("getEntity id", "e1"),
            Map.entry("getArticle id", "a"),
            Map.entry("search kind", "story"),
            Map.entry("kind", "story"),
            Map.entry("q", "петров"),
            Map.entry("outlet", "Вестник"),
            Map.entry("entity", "e1"),
            Map.entry("speaker", "Иван Петров"),
            Map.entry("theme", "society"),
            Map.entry("language", "ru"),
            Map.entry("since", "2026-02-04T00:00:00Z"),
            Map.entry("until", "2026-02-05T00:00:00+03:00"),
            Map.entry("story", "s1"),
            Map.entry("article", "a"),
            Map.entry("type", "PER"),
            Map.entry("all", "true"),
            Map.entry("full", "true"),
            Map.entry("sort", "latest"),
            Map.entry("listEntities sort", "quotes"),
            Map.entry("limit", "1"),
            Map.entry("format", "json"),
            Map.entry("asOf", "2026-02-04T19:04:00Z"));

    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    @TempDir
    private Path directory;

    private Api api;
    private JsonNode document;

    @BeforeEach
    void start() throws Exception {
        api = new Api(directory)
                .story("s1", 2)
                .story("s2", 3)
                .article("a", "s1", 1)
                .article("b", "s1", 2)
                .utterance("u1", 2)
                .entity("e1", "Иван Петров")
                .serve();
        document = api.get("/openapi.json", 200);
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @Test
    void shouldDescribeEveryAnswer() throws Exception {
        List<String> asked = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            JsonNode operation = path.getValue().get("get");
            String address = path.getKey();
            if (address.equals(EventEndpoints.PATH)) {
                // Has no end; EventEndpointsTest asks.
                continue;
            }
            List<String> queries = new ArrayList<>();
            queries.add("");
            for (JsonNode parameter : operation.get("parameters")) {
                String name = parameter.get("name").asText();
                if (name.equals("cursor") || parameter.get("in").asText().equals("header")) {
                    continue;
                }
                String value = URLEncoder.encode(value(operation, name), UTF_8);
                if (parameter.get("in").asText().equals("path")) {
                    address = address.replace("{" + name + "}", value);
                } else if (parameter.get("required").asBoolean()) {
                    queries.replaceAll(query -> query + "&" + name + "=" + value);
                } else {
                    queries.add(queries.get(0) + "&" + name + "=" + value);
                }
            }
            for (String query : queries) {
                check(operation, address + "?" + query.replaceFirst("^&", ""));
                asked.add(address + "?" + query);
            }
        }
        assertThat(asked).hasSizeGreaterThan(50);
    }

    private static String value(JsonNode operation, String name) {
        String own = VALUES.get(operation.get("operationId").asText() + " " + name);
        String value = own == null ? VALUES.get(name) : own;
        assertThat(value).as("a value for the parameter " + name).isNotNull();
        return value;
    }

    private void check(JsonNode operation, String address) throws Exception {
        JsonNode content = operation.get("responses").get("200").get("content");
        for (Iterator<String> types = content.fieldNames(); types.hasNext(); ) {
            String type = types.next();
            boolean json = type.equals("application/json");
            if (!json && address.contains("format=")) {
                continue;
            }
            HttpResponse<String> answer = api.ask(address, "Accept", type);
            assertThat(answer.statusCode()).as("%s: %s", address, answer.body()).isEqualTo(200);
            assertThat(answer.headers().firstValue("content-type").orElse(""))
                    .as(address)
                    .startsWith(type);
            assertThat(answer.headers().firstValue("etag").isPresent())
                    .as(address)
                    .isEqualTo(operation.get("responses").has("304"));
            if (json) {
                assertThat(errors(content.get(type).get("schema"), answer.body()))
                        .as(address)
                        .isEmpty();
            }
        }
    }

    private List<String> errors(JsonNode schema, String answer) throws Exception {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.get("components"));
        Schema compiled = schemas.getSchema(whole);
        return compiled.validate(new ObjectMapper().readTree(answer)).stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void shouldDescribeRefusals() throws Exception {
        JsonNode problem = document.get("components").get("schemas").get("Problem");

        assertThat(errors(problem, api.ask("/stories?limit=0").body())).isEmpty();
        assertThat(errors(problem, api.ask("/stories/none").body())).isEmpty();
        assertThat(errors(problem, "{\"title\": \"no status\"}")).isNotEmpty();
    }

    @Test
    void shouldNoticeAnAnswerThatIsNotAsDescribed() throws Exception {
        JsonNode schema = document.get("paths")
                .get("/stories")
                .get("get")
                .get("responses")
                .get("200")
                .get("content")
                .get("application/json")
                .get("schema");
        String good = api.ask("/stories").body();

        assertThat(errors(schema, good)).isEmpty();
        assertThat(errors(schema, good.replace("\"articles\":2", "\"articles\":\"2\"")))
                .isNotEmpty();
        assertThat(errors(schema, good.replace("\"title\"", "\"name\""))).isNotEmpty();
        assertThat(errors(schema, good.replace("2026-02-04T12:00:00Z", "noon"))).isNotEmpty();
    }

    @Test
    void shouldDescribeEveryRouteAndNoOther() {
        TreeSet<String> described = new TreeSet<>();
        document.get("paths").fieldNames().forEachRemaining(described::add);
        TreeSet<String> served = new TreeSet<>();
        Javalin routes = Javalin.create(config -> api.endpoints().forEach(endpoints -> endpoints.addTo(config.routes)));
        routes.unsafe.internalRouter.allHttpHandlers().stream()
                .filter(handler -> HandlerType.GET.equals(handler.endpoint.method))
                .map(handler -> handler.endpoint.path.replace('<', '{').replace('>', '}'))
                .filter(path -> !path.startsWith("/internal/"))
                .forEach(served::add);

        assertThat(described)
                .isEqualTo(served)
                .contains("/stories", "/articles/{id}", "/status", "/events", "/metrics", "/openapi.json");
    }

    @Test
    void shouldReferToWhatThereIs() {
        JsonNode components = document.get("components").get("schemas");
        document.findValuesAsText("$ref").forEach(reference -> {
            assertThat(reference).startsWith("#/components/schemas/");
            assertThat(components.has(reference.substring("#/components/schemas/".length())))
                    .as(reference)
                    .isTrue();
        });
        assertThat(document.get("openapi").asText()).isEqualTo("3.1.0");
        assertThat(components.get("StoryItem").get("properties").has("members")).isFalse();
    }
}
