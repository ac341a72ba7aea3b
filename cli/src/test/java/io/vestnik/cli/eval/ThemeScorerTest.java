/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.text.themes.Theme;

import static org.assertj.core.api.Assertions.assertThat;

class ThemeScorerTest {
    private static final int SEEDS = 24;
    private static final List<Theme> THEMES = List.of(Theme.values());
    private static final List<String> OTHERS = List.of("culture", "Ёлки", "SPORTS", "");

    @TempDir
    private Path temp;

    private static String shown(Map<String, String> gold, Map<String, Optional<String>> found) {
        StringBuilder shown = new StringBuilder();
        ThemeScorer.score(gold, found).forEach(score -> shown.append(score.name())
                .append(' ')
                .append(score.figures())
                .append('\n'));
        return shown.toString();
    }

    @Test
    void shouldScoreEachThemeAndTheirMeans() {
        Map<String, String> gold = new TreeMap<>(Map.of("a", "sports", "b", "sports", "c", "other", "d", "science"));
        Map<String, Optional<String>> found = new TreeMap<>(Map.of(
                "a",
                Optional.of("sports"),
                "b",
                Optional.of("science"),
                "c",
                Optional.of("other"),
                "e",
                Optional.of("sports")));

        assertThat(shown(gold, found)).isEqualTo("""
                        other {p=1.0000, r=1.0000, f1=1.0000, gold=1}
                        science {p=0.0000, r=0.0000, f1=0.0000, gold=1}
                        sports {p=1.0000, r=0.5000, f1=0.6667, gold=2}
                        macro {f1=0.5556}
                        macro6 {f1=0.3333}
                        accuracy {accuracy=0.5000}
                        """);
    }

    @Test
    void shouldCountNoThemeAsMissed() {
        Map<String, String> gold = new TreeMap<>(Map.of("a", "not_news"));

        assertThat(shown(gold, new TreeMap<>(Map.of("a", Optional.empty())))).isEqualTo("""
                        not_news {p=0.0000, r=0.0000, f1=0.0000, gold=1}
                        macro {f1=0.0000}
                        macro6 {f1=0.0000}
                        accuracy {accuracy=0.0000}
                        """);
        assertThat(shown(gold, Map.of())).isEqualTo(shown(gold, new TreeMap<>(Map.of("a", Optional.empty()))));
    }

    @Test
    void shouldTellMistakesInTheOrderOfTheGoldSet() {
        Map<String, String> gold = new TreeMap<>(Map.of("a", "sports", "b", "science", "c", "other"));
        Map<String, Optional<String>> found =
                new TreeMap<>(Map.of("a", Optional.of("science"), "b", Optional.of("science")));

        assertThat(ThemeMistakes.find(gold, found, Map.of("a", "🦊 Матч")))
                .containsExactly(
                        new Mistake(Mistake.Kind.TYPE, "a", 0, 6, "theme", "sports", "science", "🦊 Матч"),
                        new Mistake(Mistake.Kind.MISSED, "c", 0, 0, "theme", "other", null, ""));
    }

    @Test
    void shouldAgreeWithTheReferenceOnSetsFromFixedSeeds() throws IOException, InterruptedException {
        ReferenceScorer.assume();
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            StringBuilder gold = new StringBuilder();
            StringBuilder found = new StringBuilder();
            int articles = 1 + random.nextInt(40);
            // The reference divides by the number of themes that say what news are about.
            gold.append("{\"id\": \"first\", \"theme\": \"society\"}\n");
            for (int i = 0; i < articles; i++) {
                String theme = theme(random);
                gold.append(line(i, '"' + theme + '"'));
                int kind = random.nextInt(10);
                if (kind > 0) {
                    found.append(line(i, kind == 1 ? "null" : '"' + (kind < 6 ? theme : theme(random)) + '"'));
                }
            }
            found.append(line(articles, "\"sports\""));
            String goldFile = write("gold.jsonl", gold);
            String foundFile = write("found.jsonl", found);

            JsonNode expected = ReferenceScorer.score(temp.resolve("out"), "themes", goldFile, foundFile);

            Figures.assertSame(Figures.eval("themes", goldFile, "--pred", foundFile), expected);
        }
    }

    private static String theme(Random random) {
        int number = random.nextInt(THEMES.size() + OTHERS.size());
        return number < OTHERS.size()
                ? OTHERS.get(number)
                : THEMES.get(number - OTHERS.size()).id();
    }

    private static String line(int number, String theme) {
        return "{\"id\": \"a" + number + "\", \"theme\": " + theme + "}\n";
    }

    private String write(String name, CharSequence lines) throws IOException {
        return Files.writeString(temp.resolve(name), lines, StandardCharsets.UTF_8)
                .toString();
    }
}
