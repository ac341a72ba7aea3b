/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Every figure of how articles relate is that of the reference, on sets that are made up from fixed seeds. */
class ReferencePlacementTest {
    private static final int SEEDS = 24;

    /** What the reference calls each figure of copies that we measure too. */
    private static final Map<String, String> PAIRS = Map.of(
            "articles",
            "n",
            "ari",
            "ari",
            "p",
            "precision",
            "r",
            "recall",
            "f1",
            "f1",
            "gold",
            "goldPairs",
            "found",
            "predPairs",
            "wrong",
            "wrongPairs",
            "groups",
            "groups",
            "clusters",
            "clusters");

    private static final Map<String, String> MERGED = Map.of("merged", "falselyMerged", "of", "n", "share", "rate");
    private static final Map<String, String> FOUND =
            Map.of("original", "withOriginal", "mate", "withAnyMate", "of", "n");

    @TempDir
    private Path temp;

    @Test
    void shouldAgreeOnPairs() throws IOException, InterruptedException {
        ReferenceScorer.assume();
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomPlacements.Files files = RandomPlacements.pairs(seed);
            String[] names = write("x-pairs.jsonl", files);
            JsonNode expected = ReferenceScorer.score(temp.resolve("out"), "stories", names[0], names[1]);

            JsonNode actual = Figures.eval("stories", names[0], "--pred", names[1]);

            assertThat(actual.at("/accuracy/of").intValue()).isEqualTo(25);
            ((ObjectNode) actual.get("accuracy")).remove("of");
            Figures.assertSame(actual, expected);
        }
    }

    @Test
    void shouldAgreeOnUtterances() throws IOException, InterruptedException {
        ReferenceScorer.assume();
        int whole = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            String[] names = write("x-utterances.jsonl", RandomPlacements.utterances(seed));
            JsonNode expected = ReferenceScorer.score(temp.resolve("out"), "utterances", names[0], names[1]);

            JsonNode actual = Figures.eval("utterances", names[0], "--pred", names[1]);

            Figures.assertSame(actual, expected);
            whole += actual.at("/groups/whole").intValue();
        }
        assertThat(whole).as("the sets hold groups that are whole").isPositive();
    }

    @Test
    void shouldAgreeOnCopies() throws IOException, InterruptedException {
        ReferenceScorer.assume("score_copies.py");
        for (int seed = 0; seed < SEEDS; seed++) {
            String[] names = write("copies.jsonl", RandomPlacements.copies(seed));
            JsonNode expected = ReferenceScorer.scoreBeside("score_copies.py", temp.resolve("out"), names[0], names[1]);

            JsonNode actual = Figures.eval("copies", names[0], "--pred", names[1]);

            List<String> compared = new ArrayList<>(List.of("copyOf.original"));
            same(actual, "pairs.ALL", expected.get("all"), PAIRS, compared);
            same(actual, "pairs.ru", expected.get("ru"), PAIRS, compared);
            same(actual, "pairs.en", expected.get("en"), PAIRS, compared);
            expected.get("falseMerge")
                    .properties()
                    .forEach(merge -> same(
                            actual, "merged." + merge.getKey().replace(' ', '.'), merge.getValue(), MERGED, compared));
            all(actual, "template.", expected.get("falseMergeByTemplate"), MERGED, compared);
            JsonNode recall = expected.get("recall");
            same(actual, "found.COPY", recall.get("COPY"), FOUND, compared);
            same(actual, "found.EXCERPT", recall.get("EXCERPT"), FOUND, compared);
            same(actual, "found.ALL", recall.get("both"), FOUND, compared);
            all(actual, "edit.", expected.get("recallByKind"), FOUND, compared);
            all(actual, "alone.", expected.get("recallBySoleKind"), FOUND, compared);
            all(actual, "edits.", expected.get("recallByEditCount"), FOUND, compared);
            List<String> measures = new ArrayList<>();
            actual.fieldNames().forEachRemaining(measures::add);
            assertThat(measures).containsExactlyInAnyOrderElementsOf(compared);
        }
    }

    @Test
    void shouldAgreeOnClusters() throws IOException, InterruptedException {
        ReferenceScorer.assume("score_clusters.py");
        for (int seed = 0; seed < SEEDS; seed++) {
            String[] names = write("x-gold.jsonl", RandomPlacements.stories(seed));
            String printed = ReferenceScorer.printBeside("score_clusters.py", temp.resolve("out"), names[0], names[1]);

            JsonNode actual = Figures.eval("stories", names[0], "--pred", names[1]);

            for (String measure : List.of("bcubed", "pairwise")) {
                String line = measure + " +P (\\S+)  R (\\S+)  F1 (\\S+)";
                assertThat(List.of("p", "r", "f1").stream()
                                .map(figure -> actual.get(measure).get(figure).decimalValue()))
                        .usingElementComparator(BigDecimal::compareTo)
                        .containsExactlyElementsOf(numbers(printed, line));
            }
            same(printed, "articles (\\d+)", actual.at("/clusters/articles"));
            same(printed, "gold stories (\\d+)", actual.at("/clusters/gold"));
            same(printed, "predicted clusters (\\d+)", actual.at("/clusters/found"));
            same(printed, "gold stories found exactly: (\\d+)", actual.at("/clusters/exact"));
            same(printed, "clusters mixing gold stories: (\\d+)", actual.at("/clusters/mixed"));
            same(printed, "of different threads: (\\d+)", actual.at("/clusters/mixedThreads"));
        }
    }

    private static void all(
            JsonNode actual, String prefix, JsonNode expected, Map<String, String> names, List<String> compared) {
        expected.properties()
                .forEach(entry -> same(actual, prefix + entry.getKey(), entry.getValue(), names, compared));
    }

    private static void same(
            JsonNode actual, String measure, JsonNode expected, Map<String, String> names, List<String> compared) {
        compared.add(measure);
        names.forEach((ours, theirs) -> {
            JsonNode value = expected.get(theirs);
            // Of none the reference gives no share.
            BigDecimal share = value.isNull() ? BigDecimal.ZERO : value.decimalValue();
            assertThat(actual.path(measure).path(ours).decimalValue())
                    .as("%s %s", measure, ours)
                    .isEqualByComparingTo(share.setScale(Score.DECIMALS, RoundingMode.HALF_EVEN));
        });
    }

    private static void same(String printed, String pattern, JsonNode actual) {
        assertThat(numbers(printed, pattern).get(0)).as(pattern).isEqualByComparingTo(actual.decimalValue());
    }

    private static List<BigDecimal> numbers(String printed, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(printed);
        assertThat(matcher.find()).as(printed).isTrue();
        List<BigDecimal> numbers = new ArrayList<>();
        for (int group = 1; group <= matcher.groupCount(); group++) {
            String number = matcher.group(group);
            numbers.add(number.equals("n/a") ? BigDecimal.ZERO : new BigDecimal(number));
        }
        return numbers;
    }

    private String[] write(String gold, RandomPlacements.Files files) throws IOException {
        return new String[] {
            Files.writeString(temp.resolve(gold), files.gold(), StandardCharsets.UTF_8)
                    .toString(),
            Files.writeString(temp.resolve("found.jsonl"), files.found(), StandardCharsets.UTF_8)
                    .toString()
        };
    }
}
