/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.benchmarks.Comparison.Pass;
import io.vestnik.benchmarks.Comparison.Settings;

import static org.assertj.core.api.Assertions.assertThat;

class ComparisonTest {
    @TempDir
    Path directory;

    /** A line for each article, the name labelled; enough of them that a rare feature is not cut off. */
    private String labelledArticles() throws Exception {
        String line = """
                {"id": "a", "text": "Вчера Олег Зуев приехал в Омск.", "entities": [{"begin": 6, "end": 15, "type": "PER"}]}
                """;
        return Files.writeString(directory.resolve("names.jsonl"), line.repeat(20))
                .toString();
    }

    @Test
    void shouldMeasureEveryStageAndReferenceOverTheSeeds() throws Exception {
        Settings settings = new Settings("../seeds", labelledArticles(), 0, 1, 1);

        Map<String, List<Pass>> passes = Comparison.run(settings);

        assertThat(passes.keySet()).containsExactlyElementsOf(Comparison.BENCHMARKS);
        assertThat(passes.values()).allSatisfy(of -> {
            assertThat(of).hasSize(1);
            assertThat(of.get(0).millis()).isPositive();
            assertThat(of.get(0).bytes()).isPositive();
        });
        assertThat(ComparisonTable.of(Corpus.read("../seeds"), passes).lines())
                .hasSize(Comparison.BENCHMARKS.size() + 4)
                .anyMatch(line -> line.startsWith("| **whole analysis** |"))
                .noneMatch(line -> line.contains("NaN") || line.contains("null"));
    }

    @Test
    void shouldTakeTheMedianOfTheRatiosOfEachRound() {
        Map<String, List<Pass>> passes = Map.of(
                "whole",
                List.of(new Pass(20, 1), new Pass(90, 1), new Pass(30, 1)),
                ComparisonTable.REGEX,
                List.of(new Pass(10, 1), new Pass(30, 1), new Pass(10, 1)));

        assertThat(ComparisonTable.of(new Corpus(List.of(), 1), passes)).contains("| 3.00 | – |");
    }

    @Test
    void shouldReadArticlesAndNotTheirLabels() throws Exception {
        Path lines = Files.writeString(directory.resolve("a.jsonl"), """
                {"id": "a", "title": "Мост", "text": "Мост открыт."}
                {"id": "a", "begin": 0, "end": 4, "text": "Мост"}
                """);
        Path text = Files.writeString(directory.resolve("b.txt"), "Дождь.");

        assertThat(Corpus.read(lines + "," + text).articles()).isEqualTo(2);
        assertThat(Corpus.read(directory.toString()).bytes()).isEqualTo(22 + 11);
    }
}
