/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import io.vestnik.schemas.WatchNames;
import io.vestnik.text.watch.Expression;

/** Watches that a run has from its beginning. */
public final class WatchesOption {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--watch",
            paramLabel = "NAME=EXPRESSION",
            description =
                    "A watch that the run has from its beginning, see 'vestnik watch'. Can be given several times.")
    private List<String> watches = new ArrayList<>();

    @Option(
            names = "--watches",
            paramLabel = "FILE",
            description =
                    "More of them, a JSON object a line: name, expression; as 'vestnik watch list --json' prints.")
    private @Nullable Path file;

    /** Canonical expressions by name. @throws ParameterException when one is none, or two have one name */
    Map<String, String> read() throws IOException {
        Map<String, String> read = new TreeMap<>();
        for (String watch : watches) {
            int at = watch.indexOf('=');
            if (at < 0) {
                throw wrong("--watch takes NAME=EXPRESSION, not '" + watch + "'");
            }
            add(read, "--watch " + watch.substring(0, at), watch.substring(0, at), watch.substring(at + 1));
        }
        if (file != null) {
            readFile(read, file);
        }
        return read;
    }

    private void readFile(Map<String, String> read, Path from) throws IOException {
        if (!Files.isRegularFile(from)) {
            throw wrong("The file of --watches, " + from + ", does not exist");
        }
        List<String> lines = Files.readAllLines(from, StandardCharsets.UTF_8);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            String place = from + ":" + (i + 1);
            JsonNode line;
            try {
                line = JSON.readTree(lines.get(i));
            } catch (JacksonException e) {
                throw wrong(place + ": no JSON: " + e.getOriginalMessage());
            }
            if (!line.path("name").isTextual() || !line.path("expression").isTextual()) {
                throw wrong(place + ": a watch has a name and an expression, both strings");
            }
            add(read, place, line.path("name").asText(), line.path("expression").asText());
        }
    }

    private void add(Map<String, String> read, String place, String name, String expression) {
        try {
            String canonical = Expression.parse(expression).toString();
            if (read.put(WatchNames.check(name), canonical) != null) {
                throw wrong(place + ": watch '" + name + "' is given twice");
            }
        } catch (IllegalArgumentException e) {
            throw wrong(place + ": " + e.getMessage());
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
