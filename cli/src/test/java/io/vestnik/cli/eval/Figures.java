/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.vestnik.cli.VestnikCli;

import static org.assertj.core.api.Assertions.assertThat;

/** Figures as they are printed. */
final class Figures {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Figures() {}

    static JsonNode parse(String json) throws JsonProcessingException {
        return JSON.readTree(json);
    }

    /** A file of the test's resources. */
    static Path resource(String name) {
        try {
            return Path.of(Objects.requireNonNull(Figures.class.getResource(name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What {@code vestnik eval} prints with {@code --json}. */
    static JsonNode eval(String... args) throws JsonProcessingException {
        List<String> line = new ArrayList<>(List.of("eval"));
        line.addAll(List.of(args));
        line.add("--json");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = VestnikCli.run(new PrintWriter(out), new PrintWriter(err), line.toArray(String[]::new));
        assertThat(status).as(err.toString()).isZero();
        return parse(out.toString());
    }

    /** The same names in the same order, each with the same value to the last digit; 0 is 0.0. */
    static void assertSame(JsonNode actual, JsonNode expected) {
        assertThat(flat(actual)).isEqualTo(flat(expected));
    }

    private static List<String> flat(JsonNode measures) {
        List<String> flat = new ArrayList<>();
        measures.properties().forEach(measure -> measure.getValue().properties().forEach(figure -> {
            String value = figure.getValue().decimalValue().stripTrailingZeros().toPlainString();
            flat.add(measure.getKey() + " " + figure.getKey() + " " + value);
        }));
        assertThat(flat).isNotEmpty();
        return flat;
    }
}
