/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

import io.vestnik.cli.replay.RunDiff;
import io.vestnik.cli.view.TextTable;

/** Prints how two runs differ. */
final class DiffPrinter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 300;

    private final PrintWriter out;
    private final String first;
    private final String second;

    DiffPrinter(PrintWriter out, String first, String second) {
        this.out = out;
        this.first = first;
        this.second = second;
    }

    /** For a program. */
    void json(RunDiff diff) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("equal", diff.isEqual());
        ObjectNode tables = root.putObject("tables");
        diff.tables().forEach((name, table) -> {
            ObjectNode node = tables.putObject(name);
            node.putArray("rows").add(table.firstRows()).add(table.secondRows());
            node.put("onlyFirst", table.onlyFirst())
                    .put("onlySecond", table.onlySecond())
                    .put("different", table.different());
            for (RunDiff.Row row : table.first()) {
                ObjectNode each = node.withArray("first").addObject().put("key", row.key());
                each.set("first", tree(row.first()));
                each.set("second", tree(row.second()));
            }
        });
        root.set("changes", JSON.valueToTree(diff.changes()));
        out.println(root);
    }

    /** For a person. */
    void text(RunDiff diff) {
        if (diff.isEqual()) {
            out.println(first + " and " + second + " are equal: "
                    + diff.tables().values().stream()
                            .mapToInt(table -> table.firstRows())
                            .sum()
                    + " rows in " + diff.tables().size() + " tables");
            return;
        }
        TextTable counts = new TextTable(
                List.of("TABLE", "ROWS " + first, "ROWS " + second, "ONLY " + first, "ONLY " + second, "DIFFERENT"));
        diff.tables()
                .forEach((name, table) -> counts.add(List.of(
                        name,
                        String.valueOf(table.firstRows()),
                        String.valueOf(table.secondRows()),
                        String.valueOf(table.onlyFirst()),
                        String.valueOf(table.onlySecond()),
                        String.valueOf(table.different()))));
        counts.print(out);
        out.println();
        JSON.<ObjectNode>valueToTree(diff.changes()).properties().forEach(change -> {
            if (change.getValue().isInt() && change.getValue().asInt() > 0) {
                out.println(words(change.getKey()) + ": " + change.getValue());
            }
        });
        diff.tables().forEach((name, table) -> table.first().forEach(row -> print(name, row)));
    }

    private void print(String table, RunDiff.Row row) {
        out.println();
        out.println(table + " " + row.key());
        JsonNode one = tree(row.first());
        JsonNode two = tree(row.second());
        if (row.first() == null || row.second() == null) {
            out.println("  " + (row.first() == null ? second : first) + " only: "
                    + shorten(row.first() == null ? two : one));
            return;
        }
        for (String field : fields(one, two)) {
            JsonNode a = one.path(field);
            JsonNode b = two.path(field);
            if (!a.equals(b)) {
                out.println("  " + field);
                out.println("    " + first + ": " + shorten(a));
                out.println("    " + second + ": " + shorten(b));
            }
        }
    }

    private static List<String> fields(JsonNode one, JsonNode two) {
        TreeSet<String> names = new TreeSet<>();
        one.properties().forEach(property -> names.add(property.getKey()));
        two.properties().forEach(property -> names.add(property.getKey()));
        return new ArrayList<>(names);
    }

    private static JsonNode tree(@Nullable SpecificRecord record) {
        if (record == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        try {
            return JSON.readTree(record.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Avro writes records as JSON", e);
        }
    }

    private static String shorten(JsonNode value) {
        String text = value.isTextual() ? value.asText() : value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static String words(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }
}
