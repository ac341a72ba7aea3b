/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.vestnik.text.Document;

/**
 * The articles that a benchmark reads.
 *
 * @param documents the articles
 * @param bytes length of their texts in UTF-8
 */
record Corpus(List<Document> documents, long bytes) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads articles.
     *
     * @param places files and directories, parted by commas: each text file is an article; in a file of JSON lines each
     *     line with a {@code text} is one, {@code id} and {@code title} as far as it has them
     */
    static Corpus read(String places) throws IOException {
        List<Document> documents = new ArrayList<>();
        for (String place : places.split(",", -1)) {
            for (Path file : files(Path.of(place.strip()))) {
                if (file.toString().endsWith(".jsonl")) {
                    addLines(file, documents);
                } else if (file.toString().endsWith(".txt")) {
                    documents.add(new Document(file.getFileName().toString(), Files.readString(file), null, null));
                }
            }
        }
        if (documents.isEmpty()) {
            throw new IllegalArgumentException("no articles found in " + places + "; give .txt or .jsonl files");
        }
        long bytes = documents.stream()
                .mapToLong(document -> document.text().getBytes(StandardCharsets.UTF_8).length)
                .sum();
        return new Corpus(List.copyOf(documents), bytes);
    }

    private static List<Path> files(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of(place);
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.sorted().toList();
        }
    }

    private static void addLines(Path file, List<Document> documents) throws IOException {
        for (String line : Files.readAllLines(file)) {
            JsonNode article = JSON.readTree(line);
            // A line with a span is a label of an article, not an article.
            if (article.hasNonNull("text") && !article.has("begin")) {
                documents.add(new Document(
                        article.path("id").asText(),
                        article.get("text").asText(),
                        article.hasNonNull("title") ? article.get("title").asText() : null,
                        null));
            }
        }
    }

    /** Number of articles. */
    int articles() {
        return documents.size();
    }
}
