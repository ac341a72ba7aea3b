/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** A table of text: columns as wide as their widest cell, counted in code points, the last one without padding. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final int[] widths;

    TextTable(List<String> header) {
        widths = new int[header.size()];
        add(header);
    }

    /** Adds a row with a cell for each column; line ends and other control characters become spaces. */
    void add(List<String> cells) {
        if (cells.size() != widths.length) {
            throw new IllegalArgumentException(cells.size() + " cells for " + widths.length + " columns");
        }
        List<String> clean =
                cells.stream().map(cell -> cell.replaceAll("\\p{Cntrl}+", " ")).toList();
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], length(clean.get(i)));
        }
        rows.add(clean);
    }

    void print(PrintWriter out) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = row.get(i);
                line.append(cell);
                if (i < widths.length - 1) {
                    line.append(" ".repeat(widths[i] - length(cell))).append(GAP);
                }
            }
            out.println(line);
        }
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
