/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.registry;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.vestnik.cli.registry.SchemaState.Entry;

/**
 * The routes: the part of <a href="https://docs.confluent.io/platform/current/schema-registry/develop/api.html">Confluent's
 * REST API</a> that serdes and build tools use. Not here: schema references, other types than Avro, contexts, modes
 * other than READWRITE, exporters.
 */
final class RegistryApi {
    static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final Logger LOG = LoggerFactory.getLogger(RegistryApi.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final SchemaStore store;

    RegistryApi(SchemaStore store) {
        this.store = store;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/", ctx -> answer(ctx, NODES.objectNode()));
        routes.get("/mode", ctx -> answer(ctx, NODES.objectNode().put("mode", "READWRITE")));
        addSchemas(routes);
        addSubjects(routes);
        addCompatibility(routes);
        addConfig(routes);
        routes.exception(RegistryError.class, (e, ctx) -> refuse(ctx, e.status(), e.code(), message(e)));
        routes.exception(
                HttpResponseException.class,
                (e, ctx) -> refuse(ctx, e.getStatus(), e.getStatus(), "HTTP " + e.getStatus() + " " + message(e)));
        routes.exception(Exception.class, (e, ctx) -> {
            LOG.error("A request to the registry failed: {} {}", ctx.method(), ctx.path(), e);
            refuse(ctx, 500, 50001, "Error in the registry: " + message(e));
        });
    }

    private void addSchemas(RoutesConfig routes) {
        routes.get("/schemas/types", ctx -> answer(ctx, NODES.arrayNode().add("AVRO")));
        routes.get(
                "/schemas/ids/{id}",
                ctx -> answer(
                        ctx,
                        NODES.objectNode()
                                .put("schema", byId(ctx).get(0).schema().text())));
        routes.get(
                "/schemas/ids/{id}/schema",
                ctx -> write(ctx, 200, byId(ctx).get(0).schema().text()));
        routes.get(
                "/schemas/ids/{id}/subjects",
                ctx -> answer(
                        ctx,
                        strings(byId(ctx).stream()
                                .filter(entry -> !entry.deleted() || flag(ctx, "deleted"))
                                .map(Entry::subject)
                                .distinct()
                                .toList())));
        routes.get("/schemas/ids/{id}/versions", ctx -> {
            ArrayNode versions = NODES.arrayNode();
            byId(ctx).stream()
                    .filter(entry -> !entry.deleted() || flag(ctx, "deleted"))
                    .forEach(entry ->
                            versions.addObject().put("subject", entry.subject()).put("version", entry.version()));
            answer(ctx, versions);
        });
    }

    private void addSubjects(RoutesConfig routes) {
        routes.get(
                "/subjects",
                ctx -> answer(ctx, strings(store.subjects(flag(ctx, "deleted"), parameter(ctx, "subjectPrefix", "")))));
        routes.get(
                "/subjects/{subject}/versions",
                ctx -> answer(
                        ctx,
                        integers(store.versions(subject(ctx), flag(ctx, "deleted")).stream()
                                .map(Entry::version)
                                .toList())));
        routes.get("/subjects/{subject}/versions/{version}", ctx -> answer(ctx, full(entry(ctx))));
        routes.get(
                "/subjects/{subject}/versions/{version}/schema",
                ctx -> write(ctx, 200, entry(ctx).schema().text()));
        routes.post(
                "/subjects/{subject}",
                ctx -> answer(ctx, full(store.lookUp(subject(ctx), schema(ctx), flag(ctx, "deleted")))));
        routes.post(
                "/subjects/{subject}/versions",
                ctx -> answer(
                        ctx,
                        NODES.objectNode()
                                .put(
                                        "id",
                                        store.register(subject(ctx), schema(ctx))
                                                .id())));
        routes.delete(
                "/subjects/{subject}",
                ctx -> answer(ctx, integers(store.deleteSubject(subject(ctx), flag(ctx, "permanent")))));
        routes.delete(
                "/subjects/{subject}/versions/{version}",
                ctx -> answer(
                        ctx,
                        NODES.numberNode(store.deleteVersion(subject(ctx), version(ctx), flag(ctx, "permanent")))));
    }

    private void addCompatibility(RoutesConfig routes) {
        routes.post(
                "/compatibility/subjects/{subject}/versions",
                ctx -> verdict(ctx, store.problems(subject(ctx), schema(ctx), null)));
        routes.post(
                "/compatibility/subjects/{subject}/versions/{version}",
                ctx -> verdict(ctx, store.problems(subject(ctx), schema(ctx), version(ctx))));
    }

    private void addConfig(RoutesConfig routes) {
        routes.get("/config", ctx -> answer(ctx, level("compatibilityLevel", store.globalLevel())));
        routes.put("/config", ctx -> setLevel(ctx, null));
        routes.delete("/config", ctx -> answer(ctx, level("compatibilityLevel", store.resetLevel(null))));
        routes.get(
                "/config/{subject}",
                ctx -> answer(
                        ctx, level("compatibilityLevel", store.level(subject(ctx), flag(ctx, "defaultToGlobal")))));
        routes.put("/config/{subject}", ctx -> setLevel(ctx, subject(ctx)));
        routes.delete(
                "/config/{subject}", ctx -> answer(ctx, level("compatibilityLevel", store.resetLevel(subject(ctx)))));
    }

    private void setLevel(Context ctx, @Nullable String subject) {
        CompatibilityLevel level =
                CompatibilityLevel.of(body(ctx).path("compatibility").asText(null));
        store.setLevel(subject, level);
        answer(ctx, level("compatibility", level));
    }

    private List<Entry> byId(Context ctx) {
        String id = ctx.pathParam("id");
        try {
            return store.withId(Integer.parseInt(id));
        } catch (NumberFormatException e) {
            throw RegistryError.schemaNotFound(id);
        }
    }

    private Entry entry(Context ctx) {
        return store.version(subject(ctx), version(ctx), flag(ctx, "deleted"));
    }

    private static String subject(Context ctx) {
        return ctx.pathParam("subject");
    }

    private static int version(Context ctx) {
        String version = ctx.pathParam("version");
        if (version.equals("latest") || version.equals("-1")) {
            return SchemaStore.LATEST;
        }
        try {
            int number = Integer.parseInt(version);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            LOG.debug("Not a version: {}", version);
        }
        throw RegistryError.invalidVersion(version);
    }

    private static AvroText schema(Context ctx) {
        JsonNode body = body(ctx);
        String type = body.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            throw RegistryError.invalidSchema("this registry holds Avro schemas only, not " + type, null);
        }
        if (!body.path("references").isEmpty()) {
            throw RegistryError.invalidSchema("this registry does not resolve references; send one whole schema", null);
        }
        return AvroText.parse(body.path("schema").asText(""));
    }

    private static JsonNode body(Context ctx) {
        try {
            JsonNode body = JSON.readTree(ctx.bodyAsBytes());
            if (body.isObject()) {
                return body;
            }
        } catch (JsonProcessingException e) {
            throw RegistryError.badRequest("The body is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw RegistryError.badRequest("The body cannot be read: " + e.getMessage());
        }
        throw RegistryError.badRequest("The body is not a JSON object");
    }

    private static void verdict(Context ctx, List<String> problems) {
        ObjectNode verdict = NODES.objectNode().put("is_compatible", problems.isEmpty());
        if (flag(ctx, "verbose")) {
            verdict.set("messages", strings(problems));
        }
        answer(ctx, verdict);
    }

    private static ObjectNode full(Entry entry) {
        return NODES.objectNode()
                .put("subject", entry.subject())
                .put("version", entry.version())
                .put("id", entry.id())
                .put("schema", entry.schema().text());
    }

    private static ObjectNode level(String name, CompatibilityLevel level) {
        return NODES.objectNode().put(name, level.name());
    }

    private static ArrayNode strings(List<String> values) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(array::add);
        return array;
    }

    private static ArrayNode integers(List<Integer> values) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(array::add);
        return array;
    }

    private static boolean flag(Context ctx, String name) {
        return parameter(ctx, name, "false").equals("true");
    }

    private static String parameter(Context ctx, String name, String absent) {
        String value = ctx.queryParam(name);
        return value == null ? absent : value;
    }

    private static String message(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static void refuse(Context ctx, int status, int code, String message) {
        write(
                ctx,
                status,
                NODES.objectNode()
                        .put("error_code", code)
                        .put("message", message)
                        .toString());
    }

    private static void answer(Context ctx, JsonNode body) {
        write(ctx, 200, body.toString());
    }

    private static void write(Context ctx, int status, String body) {
        ctx.status(status).result(body).contentType(CONTENT_TYPE);
    }
}
