/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import io.vestnik.benchmarks.Comparison.Pass;

/** Writes what was measured as a Markdown table: medians over the rounds, ratios those of the same round. */
final class ComparisonTable {
    /** The benchmark whose cost is one. */
    static final String REGEX = "regexTokens";

    /** The benchmark whose speed is one. */
    static final String OPEN_NLP = "openNlpNames";

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("whole", "**whole analysis**"),
            Map.entry("tokensAndSentences", "tokens and sentences"),
            Map.entry("language", "language"),
            Map.entry("names", "names and entities"),
            Map.entry("quotes", "quotes and speakers"),
            Map.entry("credits", "credits"),
            Map.entry("comparedWords", "compared words"),
            Map.entry("sketch", "sketch"),
            Map.entry("terms", "terms"),
            Map.entry("watchWords", "words for watches"),
            Map.entry("watches", "a hundred watches"),
            Map.entry(REGEX, "_regular expression, spans of words and signs_"),
            Map.entry("regexWords", "_regular expression, words counted only_"),
            Map.entry(OPEN_NLP, "_OpenNLP name finder alone_"));

    private ComparisonTable() {}

    /**
     * Makes the table.
     *
     * @param corpus the articles of a pass
     * @param passes the passes of each benchmark, as many of each
     */
    static String of(Corpus corpus, Map<String, List<Pass>> passes) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%d articles, %.0f kB of UTF-8, on Java %s with %d processors; medians of %d rounds.%n%n",
                corpus.articles(),
                corpus.bytes() / 1e3,
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors(),
                passes.get(REGEX).size()));
        table.append("| Stage | articles/s | MB/s | kB allocated an article | cost, regular expression = 1 |"
                + " speed, OpenNLP = 1 |\n| --- | ---: | ---: | ---: | ---: | ---: |\n");
        passes.forEach((benchmark, of) -> {
            double seconds = median(of, Pass::millis) / 1e3;
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %,.0f | %.1f | %.1f | %.2f | %s |%n",
                    TITLES.get(benchmark),
                    corpus.articles() / seconds,
                    corpus.bytes() / 1e6 / seconds,
                    median(of, Pass::bytes) / 1e3 / corpus.articles(),
                    ratio(of, passes.get(REGEX)),
                    passes.containsKey(OPEN_NLP)
                            ? String.format(Locale.ROOT, "%.1f", ratio(passes.get(OPEN_NLP), of))
                            : "–"));
        });
        return table.toString();
    }

    private static double ratio(List<Pass> over, List<Pass> under) {
        return median(IntStream.range(0, over.size())
                .mapToDouble(
                        round -> over.get(round).millis() / under.get(round).millis())
                .toArray());
    }

    private static double median(List<Pass> passes, ToDoubleFunction<Pass> measure) {
        return median(passes.stream().mapToDouble(measure).toArray());
    }

    private static double median(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
