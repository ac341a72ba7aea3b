/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads the resources of this package. */
final class Resources {
    private Resources() {}

    /** The lines of a resource, gzipped or not, without comments and empty lines. */
    static List<String> lines(String name) {
        List<String> lines = new ArrayList<>();
        try (InputStream raw = Resources.class.getResourceAsStream(name)) {
            if (raw == null) {
                throw new IllegalStateException("resource " + name + " is missing from the jar of the text module");
            }
            InputStream stream = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isEmpty() && line.charAt(0) != '#') {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + name, e);
        }
        return lines;
    }
}
