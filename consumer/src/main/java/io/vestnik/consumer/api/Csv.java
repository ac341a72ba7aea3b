/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.consumer.api;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Items of a list as CSV (RFC 4180): a header line, lines that end with CR LF, UTF-8. What is missing is an empty cell;
 * objects and arrays are JSON in a cell. A text that a spreadsheet would take for a formula has an apostrophe in front.
 */
final class Csv {
    private static final String FORMULA_STARTS = "=+-@\t\r\n";
    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();
    private static final CsvSchema LINES = CsvSchema.emptySchema().withLineSeparator("\r\n");

    private Csv() {}

    /** Writes a header line and a line for each item. */
    static byte[] write(List<String> columns, List<JsonNode> items) {
        StringWriter out = new StringWriter();
        try (SequenceWriter lines = MAPPER.writer(LINES).writeValues(out)) {
            lines.write(columns);
            for (JsonNode item : items) {
                lines.write(
                        columns.stream().map(column -> cell(item.path(column))).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot be written to", e);
        }
        return out.toString().getBytes(UTF_8);
    }

    private static String cell(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (!value.isTextual()) {
            return value.isContainerNode() ? value.toString() : value.asText();
        }
        String text = value.asText();
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
