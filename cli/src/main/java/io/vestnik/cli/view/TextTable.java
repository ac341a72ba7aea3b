/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.view;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** A table of text: columns as wide as their widest cell, counted in code points, the last one without padding. */
public final class TextTable {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final int[] widths;

    /** A table with the given header. */
    public TextTable(List<String> header) {
        widths = new int[header.size()];
        add(header);
    }

    /** Adds a row with a cell for each column; line ends and other control characters become spaces. */
    public void add(List<String> cells) {
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

    /** Prints the rows, the header first. */
    public void print(PrintWriter out) {
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

    /** The words for a cell, cut after so many code points; a dash where there are none. */
    public static String cell(@Nullable String words, int longest) {
        if (words == null) {
            return "–";
        }
        return length(words) <= longest ? words : words.substring(0, words.offsetByCodePoints(0, longest)) + "…";
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
