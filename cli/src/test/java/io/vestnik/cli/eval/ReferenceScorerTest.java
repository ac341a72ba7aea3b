/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every figure is that of the reference, on the fixture and on sets that are made up from fixed seeds. */
class ReferenceScorerTest {
    private static final int SEEDS = 24;

    @TempDir
    private Path temp;

    @BeforeAll
    static void assumeThatTheReferenceIsThere() throws IOException, InterruptedException {
        ReferenceScorer.assume();
    }

    @Test
    void shouldAgreeOnTheFixture() throws IOException, InterruptedException {
        compareNames(Figures.resource("names-gold.jsonl"), Figures.resource("names-found.jsonl"));
        compareQuotes(Figures.resource("mixed-quotes.jsonl"), Figures.resource("quotes-found.jsonl"));
    }

    @Test
    void shouldAgreeOnNamesFromFixedSeeds() throws IOException, InterruptedException {
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomSets.Files files = RandomSets.names(seed);
            compareNames(write("gold.jsonl", files.gold()), write("found.jsonl", files.found()));
        }
    }

    @Test
    void shouldAgreeOnQuotesFromFixedSeeds() throws IOException, InterruptedException {
        for (int seed = 0; seed < SEEDS; seed++) {
            RandomSets.Files files = RandomSets.quotes(seed);
            write("x-articles.jsonl", files.articles());
            compareQuotes(write("x-quotes.jsonl", files.gold()), write("found.jsonl", files.found()));
        }
    }

    private void compareNames(Path gold, Path found) throws IOException, InterruptedException {
        String[] files = {"ner", gold.toString(), found.toString()};
        JsonNode all = ReferenceScorer.score(temp.resolve("out"), files);
        Figures.assertSame(Figures.eval("ner", files[1], "--pred", files[2]), all);
        JsonNode named = ReferenceScorer.score(temp.resolve("out"), "ner", files[1], files[2], "--no-generic");
        Figures.assertSame(Figures.eval("ner", files[1], "--pred", files[2], "--no-generic"), named);
    }

    private void compareQuotes(Path gold, Path found) throws IOException, InterruptedException {
        JsonNode expected = ReferenceScorer.score(temp.resolve("out"), "quotes", gold.toString(), found.toString());
        Figures.assertSame(Figures.eval("quotes", gold.toString(), "--pred", found.toString()), expected);
    }

    private Path write(String name, String lines) throws IOException {
        return Files.writeString(temp.resolve(name), lines, StandardCharsets.UTF_8);
    }
}
