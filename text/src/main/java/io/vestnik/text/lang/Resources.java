/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.lang;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads the lists and tables that come with the module: UTF-8, an entry a line, {@code #} for remarks. */
public final class Resources {
    private Resources() {}

    /**
     * The lines of a resource in its order, without remarks and blank lines.
     *
     * @param owner class beside which the resource lies
     * @param name file name of the resource; it is gzipped when the name ends in {@code .gz}
     * @throws IllegalStateException when there is no such resource
     */
    public static List<String> lines(Class<?> owner, String name) {
        List<String> lines = new ArrayList<>();
        try (InputStream raw = owner.getResourceAsStream(name)) {
            if (raw == null) {
                throw new IllegalStateException("the resource " + name + " is missing beside " + owner.getName());
            }
            InputStream stream = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isBlank() && line.charAt(0) != '#') {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + name, e);
        }
        return lines;
    }

    /** The rows of a table, read as {@link #lines} does, cut at tabs; an empty cell is an empty string. */
    public static List<String[]> rows(Class<?> owner, String name) {
        return lines(owner, name).stream().map(line -> line.split("\t", -1)).toList();
    }
}
