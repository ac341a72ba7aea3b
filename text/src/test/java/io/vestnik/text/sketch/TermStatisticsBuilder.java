/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.sketch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Rebuilds the term statistics: {@code TermStatisticsBuilder LANGUAGE OUTPUT FILE...}. The files are JSON lines with
 * {@code text} and optionally {@code title}, {@code language} and {@code relation}; made copies and templates are left
 * out, since they are no independent texts, and so is a text that was seen before.
 */
public final class TermStatisticsBuilder {
    private TermStatisticsBuilder() {}

    /** Runs the builder. */
    public static void main(String[] arguments) throws IOException {
        String language = arguments[0];
        UnaryOperator<String> lemmatizer = TermLemmas.of(language);
        ObjectMapper json = new ObjectMapper();
        Map<String, Integer> frequencies = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (int i = 2; i < arguments.length; i++) {
            for (String line : Files.readAllLines(Path.of(arguments[i]))) {
                JsonNode article = json.readTree(line);
                String text = article.path("text").asText();
                boolean original = article.path("relation").asText("ORIGINAL").equals("ORIGINAL");
                if (original && article.path("language").asText(language).equals(language) && seen.add(text)) {
                    String all = article.path("title").asText("") + "\n" + text;
                    TermWeigher.distinct(all, lemmatizer).forEach(term -> frequencies.merge(term, 1, Integer::sum));
                }
            }
        }
        Files.writeString(Path.of(arguments[1]), TermStatistics.format(seen.size(), frequencies));
    }
}
