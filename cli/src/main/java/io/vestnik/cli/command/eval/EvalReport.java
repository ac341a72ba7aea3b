/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command.eval;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.vestnik.cli.eval.Score;
import io.vestnik.cli.view.TextTable;

/** Figures and mistakes for a person, as tables, or for a program, as JSON. */
record EvalReport(List<Score> scores, ErrorList errors) {
    /** A table for each group of measures that have the same figures. */
    void printScores(PrintWriter out) {
        Map<List<String>, TextTable> tables = new LinkedHashMap<>();
        for (Score score : scores) {
            List<String> figures = List.copyOf(score.figures().keySet());
            List<String> cells = new ArrayList<>(List.of(score.name()));
            score.figures().values().forEach(value -> cells.add(value.toPlainString()));
            tables.computeIfAbsent(figures, EvalReport::table).add(cells);
        }
        String gap = "";
        for (TextTable table : tables.values()) {
            out.print(gap);
            table.print(out);
            gap = System.lineSeparator();
        }
    }

    void printErrors(PrintWriter out) {
        if (errors.isEmpty()) {
            out.println("No errors.");
            return;
        }
        errors.table().print(out);
    }

    /** An object with the measures and, if asked for, the mistakes. */
    ObjectNode json(boolean withErrors) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (Score score : scores) {
            ObjectNode figures = json.putObject(score.name());
            score.figures().forEach((name, value) -> figures.put(name, shortest(value)));
        }
        if (withErrors) {
            json.putArray("errors").addAll(errors.json());
        }
        return json;
    }

    /** Shares without the zeros at their end, but always with a point: 0.5, 1.0. */
    private static BigDecimal shortest(BigDecimal value) {
        if (value.scale() == 0) {
            return value;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 1 ? stripped.setScale(1) : stripped;
    }

    private static TextTable table(List<String> figures) {
        List<String> header = new ArrayList<>(List.of("MEASURE"));
        figures.forEach(figure -> header.add(figure.toUpperCase(Locale.ROOT)));
        return new TextTable(header);
    }
}
