/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.metrics;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What {@code /status} answers, as JSON schema. */
final class StatusSchema {
    private StatusSchema() {}

    static ObjectNode status() {
        Map<String, ObjectNode> fields = own();
        fields.put("articlesPerSecond", told("number", "Articles placed a second, over the last minute."));
        fields.put("updatesPerSecond", told("number", "Updates told a second, over the last minute."));
        fields.put("deadLetters", counts("Dead letters by reason, from deadLettersSince on."));
        fields.put(
                "deadLettersSince",
                told("string", "A day before the instance that answers was started.")
                        .put("format", "date-time"));
        fields.put("lateArticles", told("integer", "Articles that came too late to be related to others."));
        fields.put("complete", told("boolean", "Whether every instance answers; false: lag and readers lack some."));
        ObjectNode instances = told("array", "Every instance, by address.");
        instances.putObject("items").putArray("oneOf").add(answering()).add(silent());
        fields.put("instances", instances);
        return object(fields);
    }

    private static ObjectNode answering() {
        Map<String, ObjectNode> fields = own();
        fields.put("address", told("string", "Where it answers."));
        fields.put("answers", constant(true));
        return object(fields);
    }

    private static ObjectNode silent() {
        Map<String, ObjectNode> fields = new TreeMap<>();
        fields.put("address", told("string", "Where it should answer."));
        fields.put("answers", constant(false));
        fields.put("detail", told("string", "Why nothing is known of it."));
        return object(fields);
    }

    private static Map<String, ObjectNode> own() {
        Map<String, ObjectNode> fields = new TreeMap<>();
        fields.put("state", told("string", "State of Kafka Streams."));
        fields.put("ready", told("boolean", "Whether questions can be answered."));
        Map<String, ObjectNode> restored = new TreeMap<>();
        restored.put("done", told("integer", "Offsets of the changelogs that were restored."));
        restored.put("total", told("integer", "Offsets that are to be restored, those included."));
        fields.put("restored", object(restored));
        fields.put("lag", counts("Records that are still to be read, by topic."));
        fields.put("readers", told("integer", "Live readers."));
        return fields;
    }

    private static ObjectNode told(String type, String description) {
        return JsonNodeFactory.instance.objectNode().put("type", type).put("description", description);
    }

    private static ObjectNode constant(boolean value) {
        return JsonNodeFactory.instance.objectNode().put("const", value);
    }

    private static ObjectNode counts(String description) {
        ObjectNode counts = told("object", description);
        counts.putObject("additionalProperties").put("type", "integer");
        return counts;
    }

    /** An object of just these fields. */
    private static ObjectNode object(Map<String, ObjectNode> fields) {
        ObjectNode object = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = object.putObject("properties");
        ArrayNode required = object.putArray("required");
        fields.forEach((name, schema) -> {
            properties.set(name, schema);
            required.add(name);
        });
        return object.put("additionalProperties", false);
    }
}
