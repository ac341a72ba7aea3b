/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.api;

import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

import io.vestnik.consumer.query.ViewJson;

/** JSON schemas (2020-12, as OpenAPI 3.1 has them) of Avro records as {@link ViewJson} writes them. */
final class JsonSchemas {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String COMPONENTS = "#/components/schemas/";

    private JsonSchemas() {}

    /** A schema of a JSON type. */
    static ObjectNode type(String type) {
        return NODES.objectNode().put("type", type);
    }

    /** A time in ISO 8601. */
    static ObjectNode time() {
        return type("string").put("format", "date-time");
    }

    /** A whole number in the given bounds. */
    static ObjectNode number(int least, int most, int otherwise) {
        return type("integer").put("minimum", least).put("maximum", most).put("default", otherwise);
    }

    /** One of some words. */
    static ObjectNode choice(Iterable<String> choices) {
        ObjectNode schema = type("string");
        ArrayNode words = schema.putArray("enum");
        choices.forEach(words::add);
        return schema;
    }

    /** A list of something. */
    static ObjectNode array(ObjectNode items) {
        ObjectNode schema = type("array");
        schema.set("items", items);
        return schema;
    }

    /** What may be null. */
    static ObjectNode orNull(ObjectNode schema) {
        ObjectNode either = NODES.objectNode();
        either.putArray("anyOf").add(schema).add(type("null"));
        return either;
    }

    /** A schema of the document by its name. */
    static ObjectNode reference(String name) {
        return NODES.objectNode().put("$ref", COMPONENTS + name);
    }

    /** An object that has all of the properties and, but for what is not required, no others. */
    static ObjectNode object(Map<String, ObjectNode> properties, Set<String> optional) {
        ObjectNode schema = type("object");
        ObjectNode own = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        properties.forEach((name, property) -> {
            own.set(name, property);
            if (!optional.contains(name)) {
                required.add(name);
            }
        });
        return schema.put("additionalProperties", false);
    }

    /** Enters the schema of a record, and of all that it is made of, by their names. */
    static void enter(ObjectNode components, Class<? extends SpecificRecord> type) {
        enter(components, SpecificData.get().getSchema(type));
    }

    /** Enters a record under another name and without some of its fields. */
    static void enter(ObjectNode components, String name, Class<? extends SpecificRecord> type, Set<String> without) {
        components.set(name, record(components, SpecificData.get().getSchema(type), without));
    }

    private static ObjectNode enter(ObjectNode components, Schema schema) {
        if (!components.has(schema.getName())) {
            // Before its parts, so that a record that holds itself comes to an end.
            components.putObject(schema.getName());
            components.set(
                    schema.getName(),
                    schema.getType() == Schema.Type.ENUM
                            ? choice(schema.getEnumSymbols()).put("description", schema.getDoc())
                            : record(components, schema, Set.of()));
        }
        return reference(schema.getName());
    }

    private static ObjectNode record(ObjectNode components, Schema schema, Set<String> without) {
        ObjectNode object = type("object").put("description", schema.getDoc());
        ObjectNode properties = object.putObject("properties");
        ArrayNode required = object.putArray("required");
        for (Schema.Field field : schema.getFields()) {
            if (!without.contains(field.name())) {
                properties.set(field.name(), value(components, field.schema()).put("description", field.doc()));
                required.add(field.name());
            }
        }
        return object.put("additionalProperties", false);
    }

    private static ObjectNode value(ObjectNode components, Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM -> enter(components, schema);
            case ARRAY -> array(value(components, schema.getElementType()));
            case UNION ->
                orNull(value(
                        components,
                        schema.getTypes().stream()
                                .filter(type -> type.getType() != Schema.Type.NULL)
                                .findFirst()
                                .orElseThrow()));
            case BOOLEAN -> type("boolean");
            case INT ->
                schema.getLogicalType() == null
                        ? type("integer")
                        : type("string").put("format", "date");
            case LONG -> schema.getLogicalType() == null ? type("integer") : time();
            case STRING -> type("string");
            case BYTES -> type("string").put("contentEncoding", "base64");
            default -> throw new IllegalStateException("No view has values of " + schema.getType());
        };
    }
}
