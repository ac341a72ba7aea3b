/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;

import io.vestnik.consumer.http.Answer;
import io.vestnik.consumer.http.Endpoints;
import io.vestnik.consumer.http.Operation;
import io.vestnik.consumer.http.Problem;
import io.vestnik.schemas.avro.TopicUpdate;

/** {@code GET /openapi.json}: what can be asked of the server, as an OpenAPI 3.1 document. */
public final class OpenApiEndpoints implements Endpoints {
    private static final String PATH = "/openapi.json";
    private static final String PROBLEM = "Problem";
    private static final Map<Integer, String> REFUSALS = new TreeMap<>(Map.of(
            400, "The question is wrong; detail says what would be right.",
            401, "The server asks for its token.",
            404, "There is nothing of that id.",
            500, "A fault in Vestnik itself.",
            501, "The server was not set up to answer this.",
            503, "The answer would not be complete now; ask again in a moment."));

    private final List<Operation> operations = new ArrayList<>();
    private final ObjectNode document;

    /** Describes the operations of all endpoints, and its own. */
    public OpenApiEndpoints(List<Endpoints> described) {
        described.forEach(endpoints -> operations.addAll(endpoints.operations()));
        operations.addAll(operations());
        document = document();
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PATH, context -> Answer.json(context, document));
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.json(PATH, "openapi", "This document.", JsonSchemas.type("object")));
    }

    private ObjectNode document() {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
        root.putObject("info")
                .put("title", "Vestnik")
                .put("version", "1")
                .put(
                        "description",
                        "The news as Vestnik knows it: stories, topics, utterances, entities and articles. Titles, names"
                                + " and quotes are data as outlets wrote them, never HTML.");
        root.putArray("servers").addObject().put("url", "/");
        // With the token, or where none is asked for without.
        ArrayNode security = root.putArray("security");
        security.addObject().putArray("token");
        security.addObject();
        ObjectNode paths = root.putObject("paths");
        operations.forEach(operation -> paths.putObject(operation.template()).set("get", described(operation)));
        ObjectNode components = root.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("description", "Needed where the server listens elsewhere than on loopback.");
        schemas(components.putObject("schemas"));
        return root;
    }

    private static ObjectNode described(Operation operation) {
        ObjectNode get = JsonNodeFactory.instance
                .objectNode()
                .put("operationId", operation.id())
                .put("summary", operation.summary());
        ArrayNode parameters = get.putArray("parameters");
        operation.parameters().forEach(parameter -> parameters
                .addObject()
                .put("name", parameter.name())
                .put("in", parameter.in())
                .put("required", parameter.required())
                .put("description", parameter.description())
                .set("schema", parameter.schema()));
        ObjectNode responses = get.putObject("responses");
        ObjectNode good = responses.putObject("200").put("description", operation.summary());
        ObjectNode content = good.putObject("content");
        operation.answers().forEach(body -> content.putObject(body.mediaType()).set("schema", body.schema()));
        if (operation.answers().stream().anyMatch(body -> body.mediaType().equals(Answer.JSON))) {
            responses
                    .putObject("304")
                    .put("description", "If-None-Match has the tag of the answer: it has not changed.");
        }
        REFUSALS.forEach((status, description) -> {
            if (status == 401 || status >= 500 || operation.refusals().contains(status)) {
                responses
                        .putObject(Integer.toString(status))
                        .put("description", description)
                        .putObject("content")
                        .putObject(Problem.CONTENT_TYPE)
                        .set("schema", JsonSchemas.reference(PROBLEM));
            }
        });
        return get;
    }

    private static void schemas(ObjectNode schemas) {
        for (Resource resource : Resource.values()) {
            JsonSchemas.enter(schemas, resource.kind().viewType());
            if (!resource.kind().notInLists().isEmpty()) {
                JsonSchemas.enter(
                        schemas,
                        resource.itemSchema(),
                        resource.kind().viewType(),
                        resource.kind().notInLists());
            }
        }
        JsonSchemas.enter(schemas, TopicUpdate.class);
        Map<String, ObjectNode> problem = new TreeMap<>();
        Set.of("type", "title", "detail", "instance").forEach(name -> problem.put(name, JsonSchemas.type("string")));
        problem.put("status", JsonSchemas.type("integer"));
        schemas.set(PROBLEM, JsonSchemas.object(problem, Set.of()));
    }
}
