/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import io.vestnik.cli.eval.Mistake;
import io.vestnik.cli.eval.Score;

/** Figures and mistakes for a person, as tables, or for a program, as JSON. */
record EvalReport(List<Score> scores, List<Mistake> mistakes) {
    /** Longest words in a table, in code points; JSON has them whole. */
    private static final int LONGEST_NAME = 40;

    private static final int LONGEST_TEXT = 100;

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

    void printMistakes(PrintWriter out) {
        if (mistakes.isEmpty()) {
            out.println("No errors.");
            return;
        }
        TextTable table = new TextTable(List.of("ERROR", "ARTICLE", "SPAN", "WHAT", "EXPECTED", "FOUND", "TEXT"));
        for (Mistake mistake : mistakes) {
            table.add(List.of(
                    mistake.kind().label(),
                    mistake.articleId(),
                    mistake.begin() + ":" + mistake.end(),
                    mistake.what(),
                    shown(mistake.expected(), LONGEST_NAME),
                    shown(mistake.found(), LONGEST_NAME),
                    shown(mistake.text(), LONGEST_TEXT)));
        }
        table.print(out);
    }

    /** An object with the measures and, if asked for, the mistakes. */
    ObjectNode json(boolean errors) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (Score score : scores) {
            ObjectNode figures = json.putObject(score.name());
            score.figures().forEach((name, value) -> figures.put(name, shortest(value)));
        }
        if (errors) {
            ArrayNode array = json.putArray("errors");
            for (Mistake mistake : mistakes) {
                array.addObject()
                        .put("error", mistake.kind().label())
                        .put("id", mistake.articleId())
                        .put("begin", mistake.begin())
                        .put("end", mistake.end())
                        .put("what", mistake.what())
                        .put("expected", mistake.expected())
                        .put("found", mistake.found())
                        .put("text", mistake.text());
            }
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

    private static String shown(@Nullable String words, int longest) {
        if (words == null) {
            return "–";
        }
        return words.codePointCount(0, words.length()) <= longest
                ? words
                : words.substring(0, words.offsetByCodePoints(0, longest)) + "…";
    }
}
