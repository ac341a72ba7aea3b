/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.data;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import io.vestnik.cli.CommandFailure;
import io.vestnik.cli.ExitCode;
import io.vestnik.text.Span;

/**
 * A JSON object with the place that it came from. Every accessor says in a {@link CommandFailure} where it is and what is
 * wrong with a field that is not as it should be.
 *
 * @param place file and line, and the place within the line
 * @param json the object
 */
public record JsonRow(String place, ObjectNode json) {

    /** The id that every row has. */
    public String id() {
        JsonNode id = json.path("id");
        if (!id.isTextual() || id.textValue().isEmpty()) {
            throw wrong("The row has no id. Give it the id of its article, a string.");
        }
        return id.textValue();
    }

    /** A field that has to be there. */
    public String string(String field) {
        String value = optional(field);
        if (value == null) {
            throw wrong("Field " + field + " is missing.");
        }
        return value;
    }

    /** A field that may be missing or null. */
    public @Nullable String optional(String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw wrong("Field " + field + " has to be a string or null, not " + shown(value) + ".");
        }
        return value.textValue();
    }

    /** Whether the field is there, null or not. */
    public boolean has(String field) {
        return json.has(field);
    }

    /** A field that is true, false, or missing, which is false. */
    public boolean flag(String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw wrong("Field " + field + " has to be true or false, not " + shown(value) + ".");
        }
        return value.booleanValue();
    }

    /** A field that has to be there, true or false. */
    public boolean bool(String field) {
        if (!json.path(field).isBoolean()) {
            throw wrong("Field " + field + " has to be true or false, not " + shown(json.path(field)) + ".");
        }
        return flag(field);
    }

    /** A whole number that may be missing or null. */
    public @Nullable Integer number(String field) {
        JsonNode value = json.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw wrong("Field " + field + " has to be a whole number or null, not " + shown(value) + ".");
        }
        return value.intValue();
    }

    /** The objects of an array; none when it is missing or null. */
    public List<JsonRow> rows(String field) {
        List<JsonRow> rows = new ArrayList<>();
        for (JsonNode element : array(field)) {
            String where = place + ": " + field + "[" + rows.size() + "]";
            if (!(element instanceof ObjectNode object)) {
                throw wrong(where, "It has to be an object, not " + shown(element) + ".");
            }
            rows.add(new JsonRow(where, object));
        }
        return rows;
    }

    /** The strings of an array; none when it is missing or null. */
    public List<String> strings(String field) {
        List<String> strings = new ArrayList<>();
        for (JsonNode element : array(field)) {
            if (!element.isTextual()) {
                throw wrong("Field " + field + " has to hold strings, not " + shown(element) + ".");
            }
            strings.add(element.textValue());
        }
        return strings;
    }

    /**
     * The span of fields begin and end.
     *
     * @param length of the text that they count in, in code points
     */
    public Span span(int length) {
        Span span = span(json.path("begin"), json.path("end"), length);
        if (span.begin() == span.end()) {
            throw wrong("The span " + span.begin() + ".." + span.end() + " is empty.");
        }
        return span;
    }

    /**
     * The spans of an array of pairs; none when it is missing or null.
     *
     * @param length of the text that they count in, in code points
     */
    public List<Span> spans(String field, int length) {
        List<Span> spans = new ArrayList<>();
        for (JsonNode element : array(field)) {
            if (!element.isArray() || element.size() != 2) {
                throw wrong("Field " + field + " has to hold pairs [begin, end], not " + shown(element) + ".");
            }
            spans.add(span(element.get(0), element.get(1), length));
        }
        return spans;
    }

    /** Makes the failure that says where this row is and what is wrong with it. */
    public CommandFailure wrong(String message) {
        return wrong(place, message);
    }

    private static CommandFailure wrong(String place, String message) {
        return new CommandFailure(ExitCode.USAGE, place + ": " + message);
    }

    private JsonNode array(String field) {
        JsonNode value = json.path(field);
        if (!value.isMissingNode() && !value.isNull() && !value.isArray()) {
            throw wrong("Field " + field + " has to be an array, not " + shown(value) + ".");
        }
        return value;
    }

    private Span span(JsonNode begin, JsonNode end, int length) {
        if (!begin.isIntegralNumber() || !end.isIntegralNumber()) {
            throw wrong("A span has to have a begin and an end, whole numbers, not " + shown(begin) + " and "
                    + shown(end) + ".");
        }
        boolean fits = begin.canConvertToInt() && end.canConvertToInt();
        if (!fits || begin.intValue() < 0 || begin.intValue() > end.intValue() || end.intValue() > length) {
            throw wrong("The span " + begin + ".." + end + " lies outside of the text, which is 0.." + length
                    + ". Offsets count Unicode code points.");
        }
        return new Span(begin.intValue(), end.intValue());
    }

    private static String shown(JsonNode value) {
        if (value.isMissingNode()) {
            return "nothing";
        }
        String json = value.toString();
        return json.codePointCount(0, json.length()) <= 40
                ? json
                : json.substring(0, json.offsetByCodePoints(0, 40)) + "…";
    }
}
