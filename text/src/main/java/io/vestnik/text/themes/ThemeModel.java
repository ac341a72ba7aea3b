/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.themes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.EntityIds;

/**
 * How much each feature speaks for each theme, in whole numbers. Immutable; results depend on it, so its digest belongs
 * into a run's manifest.
 *
 * <p>Its file form: a line with the format and the themes, then a line a feature: its name and a weight a theme, tabs
 * between, in the order of the names.
 */
public final class ThemeModel {
    /** Weights of one in the learner's units. */
    static final int UNIT = 256;

    private static final String FORMAT = "vestnik-themes-1";
    private static final int THEMES = Theme.values().length;

    private final Map<String, int[]> weights;

    /** Makes a model of weights by feature; a feature whose weights are all zero is left out. */
    ThemeModel(SortedMap<String, int[]> weights) {
        this.weights = new LinkedHashMap<>(weights.size() * 2);
        weights.forEach((name, row) -> {
            if (Arrays.stream(row).anyMatch(weight -> weight != 0)) {
                this.weights.put(name, row.clone());
            }
        });
    }

    /** The weights of a feature, one a theme, not to be written to; null for a feature that says nothing. */
    int @Nullable [] weights(String feature) {
        return weights.get(feature);
    }

    /** Features that say something. */
    public int size() {
        return weights.size();
    }

    /** Start of the SHA-256 of the file form, in hexadecimal digits. */
    public String digest() {
        return EntityIds.hash(text());
    }

    /**
     * Writes the file form.
     *
     * @throws IOException when it cannot be written
     */
    public void write(OutputStream out) throws IOException {
        out.write(text().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads the file form.
     *
     * @throws IOException when it cannot be read, or is no model of these themes
     */
    public static ThemeModel read(InputStream in) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        String header = reader.readLine();
        if (!header().equals(header)) {
            throw new IOException("not a model of themes: it must begin with the line \"" + header() + "\"");
        }
        SortedMap<String, int[]> weights = new TreeMap<>();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            String[] cells = line.split("\t", -1);
            if (cells.length != THEMES + 1) {
                throw new IOException(
                        "not a model of themes: a line must have a name and " + THEMES + " weights: " + line);
            }
            int[] row = new int[THEMES];
            for (int i = 0; i < THEMES; i++) {
                try {
                    row[i] = Integer.parseInt(cells[i + 1]);
                } catch (NumberFormatException e) {
                    throw new IOException("not a model of themes: no whole number: " + cells[i + 1], e);
                }
            }
            weights.put(cells[0], row);
        }
        return new ThemeModel(weights);
    }

    private String text() {
        StringBuilder text = new StringBuilder(header()).append('\n');
        weights.forEach((name, row) -> {
            text.append(name);
            for (int weight : row) {
                text.append('\t').append(weight);
            }
            text.append('\n');
        });
        return text.toString();
    }

    private static String header() {
        List<String> cells = new ArrayList<>(List.of(FORMAT));
        for (Theme theme : Theme.values()) {
            cells.add(theme.id());
        }
        return String.join("\t", cells);
    }
}
