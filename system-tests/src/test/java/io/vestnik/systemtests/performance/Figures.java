/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.systemtests.performance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Medians and tables. */
final class Figures {
    private Figures() {}

    static double median(List<Double> figures) {
        double[] sorted =
                figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The heading of a Markdown table; all columns but the first hold figures. */
    static StringBuilder table(String... columns) {
        StringBuilder table = new StringBuilder("| " + String.join(" | ", columns) + " |\n| --- |");
        Arrays.stream(columns).skip(1).forEach(column -> table.append(" ---: |"));
        return table.append('\n');
    }

    /** A row, by a format for each cell. */
    static void row(StringBuilder table, String format, Object... cells) {
        table.append("| ")
                .append(String.format(Locale.ROOT, format.replace("|", " | "), cells))
                .append(" |\n");
    }
}
