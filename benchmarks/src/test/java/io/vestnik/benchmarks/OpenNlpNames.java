/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;

import io.vestnik.text.lang.SourceText;

/**
 * The name finder of OpenNLP, with its own defaults, trained on labelled articles: what a user could take today. It is
 * given tokens and sentences for nothing, so that only the finding of names is measured.
 */
final class OpenNlpNames {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path MODELS = Path.of("target", "opennlp");

    private final NameFinderME finder;

    private OpenNlpNames(TokenNameFinderModel model) {
        this.finder = new NameFinderME(model);
    }

    /**
     * Trains a finder, or reads the one that was trained on the same lines before.
     *
     * @param files files of JSON lines, parted by commas: {@code text}, and {@code entities} with {@code begin},
     *     {@code end} in code points and {@code type}
     */
    static OpenNlpNames trainedOn(String files) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String file : files.split(",", -1)) {
            lines.append(Files.readString(Path.of(file.strip()))).append('\n');
        }
        UUID content = UUID.nameUUIDFromBytes(lines.toString().getBytes(StandardCharsets.UTF_8));
        Path model = MODELS.resolve(content + ".bin");
        if (!Files.exists(model)) {
            Files.createDirectories(MODELS);
            Path draft = MODELS.resolve(content + ".draft");
            try (OutputStream out = Files.newOutputStream(draft)) {
                train(lines.toString()).serialize(out);
            }
            Files.move(draft, model);
        }
        return new OpenNlpNames(new TokenNameFinderModel(model));
    }

    private static TokenNameFinderModel train(String lines) throws IOException {
        List<NameSample> samples = new ArrayList<>();
        for (String line : lines.lines().filter(l -> !l.isBlank()).toList()) {
            JsonNode article = JSON.readTree(line);
            addSamples(SourceText.of(article.get("text").asText()), article.get("entities"), samples);
        }
        return NameFinderME.train(
                "ru",
                null,
                ObjectStreamUtils.createObjectStream(samples),
                TrainingParameters.defaultParams(),
                new TokenNameFinderFactory());
    }

    private static void addSamples(SourceText text, JsonNode entities, List<NameSample> samples) {
        boolean first = true;
        for (io.vestnik.text.Span sentence : text.sentences()) {
            int from = text.tokenAt(sentence.begin());
            int to = text.tokenAt(sentence.end());
            List<Span> names = new ArrayList<>();
            for (JsonNode entity : entities) {
                int begin = Math.max(from, text.tokenAt(entity.get("begin").asInt()));
                int end = Math.min(to, text.tokenAt(entity.get("end").asInt()));
                if (begin < end) {
                    Span name = new Span(
                            begin - from, end - from, entity.get("type").asText());
                    if (names.stream().noneMatch(name::intersects)) {
                        names.add(name);
                    }
                }
            }
            samples.add(new NameSample(tokens(text, from, to), names.toArray(new Span[0]), first));
            first = false;
        }
    }

    private static String[] tokens(SourceText text, int from, int to) {
        String[] tokens = new String[to - from];
        for (int i = from; i < to; i++) {
            tokens[i - from] = text.tokens().get(i).text();
        }
        return tokens;
    }

    /** The tokens of each sentence of a text. */
    static List<String[]> sentences(SourceText text) {
        return text.sentences().stream()
                .map(sentence -> tokens(text, text.tokenAt(sentence.begin()), text.tokenAt(sentence.end())))
                .toList();
    }

    /** Finds the names of an article; gives their number. */
    int find(List<String[]> sentences) {
        int names = 0;
        for (String[] sentence : sentences) {
            names += finder.find(sentence).length;
        }
        finder.clearAdaptiveData();
        return names;
    }
}
