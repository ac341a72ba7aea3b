/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.producer.address;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The parameters of {@code tracking-parameters.txt}, which tell nothing of the page. */
final class TrackingParameters {
    static final TrackingParameters INSTANCE = load();

    private static final String RESOURCE = "tracking-parameters.txt";

    private final Set<String> names = new HashSet<>();
    private final List<String> prefixes = new ArrayList<>();
    /** Name and value, joined by '='. */
    private final Set<String> pairs = new HashSet<>();

    private TrackingParameters(List<String> lines) {
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                for (String value : line.substring(equals + 1).split("\\|", -1)) {
                    pairs.add(line.substring(0, equals) + "=" + value);
                }
            } else if (line.endsWith("*")) {
                prefixes.add(line.substring(0, line.length() - 1));
            } else {
                names.add(line);
            }
        }
    }

    /**
     * Whether a parameter is one of them.
     *
     * @param parameter name, or name=value
     */
    boolean has(String parameter) {
        String lower = parameter.toLowerCase(Locale.ROOT);
        int equals = lower.indexOf('=');
        String name = equals < 0 ? lower : lower.substring(0, equals);
        return names.contains(name) || prefixes.stream().anyMatch(name::startsWith) || pairs.contains(lower);
    }

    private static TrackingParameters load() {
        try (InputStream in = TrackingParameters.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + RESOURCE + " is missing from the jar");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new TrackingParameters(reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the resource " + RESOURCE, e);
        }
    }
}
