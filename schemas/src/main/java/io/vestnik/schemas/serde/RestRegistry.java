/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.schemas.serde;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

import io.vestnik.schemas.serde.RegistryHttp.Answer;

/**
 * A registry that speaks Confluent's REST API: <a
 * href="https://docs.confluent.io/platform/current/schema-registry/develop/api.html">its reference</a>.
 */
final class RestRegistry implements SchemaRegistry {
    private static final int SUBJECT_NOT_FOUND = 40401;
    private static final int VERSION_NOT_FOUND = 40402;
    private static final int SCHEMA_NOT_FOUND = 40403;

    /** HTTP statuses, as the codes behind them differ between registries: 409 or 40901, 42201 and others. */
    private static final int CONFLICT = 409;

    private static final int UNPROCESSABLE = 422;

    private final RegistryHttp http;

    RestRegistry(RegistryHttp http) {
        this.http = http;
    }

    @Override
    public int register(String subject, Schema schema) {
        Answer answer = http.post(subjectPath(subject) + "/versions", schemaBody(schema));
        if (answer.status() == CONFLICT) {
            throw Refusals.incompatible(subject, schema, http.toString(), answer.message());
        }
        if (answer.status() == UNPROCESSABLE) {
            throw Refusals.invalid(subject, schema, http.toString(), answer.message());
        }
        return id(answer, "register a schema under " + subject);
    }

    @Override
    public int idOf(String subject, Schema schema) {
        Answer answer = http.post(subjectPath(subject), schemaBody(schema));
        if (isNotFound(answer)) {
            throw Refusals.notRegistered(subject, schema, http.toString());
        }
        return id(answer, "look up a schema of " + subject);
    }

    @Override
    public Registered latest(String subject) {
        Answer answer = http.get(subjectPath(subject) + "/versions/latest");
        if (isNotFound(answer)) {
            throw Refusals.noSubject(subject, http.toString());
        }
        int id = id(answer, "give the latest schema of " + subject);
        return new Registered(id, parse(id, answer.body()));
    }

    @Override
    public Schema byId(int id) {
        Answer answer = http.get("/schemas/ids/" + id);
        if (isNotFound(answer)) {
            throw new BadRecordException(
                    BadRecordException.Reason.UNKNOWN_SCHEMA,
                    "The schema registry at " + http + " has no schema with id " + id
                            + ". The record was written with another registry, or the schema was deleted from this one.");
        }
        if (!answer.ok()) {
            throw failed(answer, "give the schema with id " + id);
        }
        return parse(id, answer.body());
    }

    /** Registries do not agree which of the three it is; a plain 404 is none of them but a wrong address. */
    private static boolean isNotFound(Answer answer) {
        int code = answer.errorCode();
        return code == SUBJECT_NOT_FOUND || code == VERSION_NOT_FOUND || code == SCHEMA_NOT_FOUND;
    }

    private int id(Answer answer, String what) {
        if (!answer.ok() || !answer.body().path("id").isInt()) {
            throw failed(answer, what);
        }
        return answer.body().path("id").intValue();
    }

    private RegistryUnavailableException failed(Answer answer, String what) {
        return new RegistryUnavailableException("The schema registry at " + http + " could not " + what + ": "
                + answer.message() + " (code " + answer.errorCode() + ").");
    }

    private Schema parse(int id, JsonNode body) {
        String type = body.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            throw new BadRecordException(
                    BadRecordException.Reason.UNKNOWN_SCHEMA,
                    "The schema with id " + id + " is of type " + type + ", not AVRO.");
        }
        try {
            Schema.Parser parser = new Schema.Parser();
            addReferences(parser, body, 0);
            return parser.parse(body.path("schema").asText());
        } catch (AvroRuntimeException | NullPointerException e) {
            // Avro's parser reports a name that stands for nothing as a NullPointerException.
            throw new BadRecordException(
                    BadRecordException.Reason.UNKNOWN_SCHEMA,
                    "The schema with id " + id + " at " + http + " is no Avro schema: " + e.getMessage(),
                    e);
        }
    }

    /** Schemas of other producers may lean on schemas of other subjects; Vestnik's own stand alone. */
    private void addReferences(Schema.Parser parser, JsonNode body, int depth) {
        if (depth > 16) {
            throw new AvroRuntimeException("Its references go deeper than 16 levels");
        }
        for (JsonNode reference : body.path("references")) {
            if (parser.getTypes().containsKey(reference.path("name").asText())) {
                continue;
            }
            String path = subjectPath(reference.path("subject").asText()) + "/versions/"
                    + reference.path("version").asInt();
            Answer answer = http.get(path);
            if (!answer.ok()) {
                throw failed(answer, "give the referenced schema " + path);
            }
            addReferences(parser, answer.body(), depth + 1);
            parser.parse(answer.body().path("schema").asText());
        }
    }

    private static String subjectPath(String subject) {
        return "/subjects/" + URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static JsonNode schemaBody(Schema schema) {
        return JsonNodeFactory.instance.objectNode().put("schema", schema.toString());
    }
}
