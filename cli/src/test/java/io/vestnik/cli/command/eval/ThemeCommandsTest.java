/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.command.eval;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.vestnik.cli.ExitCode;
import io.vestnik.cli.VestnikCli;
import io.vestnik.text.themes.ThemeModel;

import static org.assertj.core.api.Assertions.assertThat;

class ThemeCommandsTest {
    private static final String GOLD =
            article("a", "ru", "Матч окончен", "Команда выиграла финал кубка, нападающий забил гол.", "sports")
                    + article("b", "ru", "Суд арестовал вора", "Полиция задержала подозреваемого в краже.", "society")
                    + article("c", "en", "The match is over", "The team won the cup final on penalties.", "sports")
                    + article("d", "en", "Thief arrested", "Police arrested a suspect, the court said.", "society");
    private static final String MORE =
            article("e", "ru", "Гол на последней минуте", "Футболист забил, тренер сборной доволен.", "sports");

    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private static String article(String id, String language, String title, String text, String theme) {
        return "{\"id\": \"" + id + "\", \"language\": \"" + language + "\", \"title\": \"" + title + "\", \"text\": \""
                + text + "\", \"theme\": \"" + theme + "\"}\n";
    }

    private String write(String name, String lines) throws IOException {
        return Files.writeString(temp.resolve(name), lines, StandardCharsets.UTF_8)
                .toString();
    }

    private int run(String... args) {
        return VestnikCli.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    @Test
    void shouldWriteTheSameModelTwice() throws IOException {
        String gold = write("gold.jsonl", GOLD);
        String more = write("more.jsonl", MORE);
        Path one = temp.resolve("one.gz");
        Path other = temp.resolve("other.gz");

        assertThat(run("train", "themes", gold, "--more", more, "--out", one.toString()))
                .as(err.toString())
                .isZero();
        assertThat(run("train", "themes", gold, "--more", more, "--out", other.toString()))
                .isZero();

        assertThat(one).hasSameBinaryContentAs(other);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(one))) {
            assertThat(out.toString().lines().findFirst())
                    .contains(one + ": a model from 5 articles, " + Files.size(one) + " bytes, digest "
                            + ThemeModel.read(in).digest());
        }
    }

    @Test
    void shouldPrintTheFiguresOfAllAndOfEachLanguage() throws IOException {
        String gold = write("gold.jsonl", GOLD);
        String more = write("more.jsonl", MORE);

        assertThat(run("train", "themes", gold, "--more", more, "--folds", "2"))
                .as(err.toString())
                .isZero();

        List<String> lines = out.toString().lines().toList();
        assertThat(lines.stream().filter(line -> line.contains(",")))
                .containsExactly("all, held back", "en, held back", "ru, held back");
        assertThat(lines.stream().filter(line -> line.startsWith("sports")))
                .as("what is learned from only is not judged")
                .satisfiesExactly(
                        line -> assertThat(line).endsWith(" 2"),
                        line -> assertThat(line).endsWith(" 1"),
                        line -> assertThat(line).endsWith(" 1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'id': 'b', 'text': 'Снег'}|wrong.jsonl:1: Field theme is missing.",
                "{'id': 'b', 'text': 'Снег', 'theme': 'snow'}|wrong.jsonl:1: There is no theme snow.",
                "{'id': 'b', 'theme': 'other'}|wrong.jsonl:1: Field text is missing.",
            })
    void shouldSayWhereTheArticlesAreWrong(String line, String message) throws IOException {
        String wrong = write("wrong.jsonl", line.replace('\'', '"') + "\n");

        assertThat(run("train", "themes", wrong, "--folds", "2")).isEqualTo(ExitCode.USAGE.status());

        assertThat(err.toString()).contains(message).doesNotContain("\tat ");
    }

    @Test
    void shouldRefuseAWrongCommandLine() throws IOException {
        String gold = write("gold.jsonl", GOLD);
        String empty = write("empty.jsonl", "\n");

        assertThat(run("train", "themes", "--folds", "2")).isEqualTo(ExitCode.USAGE.status());
        assertThat(run("train", "themes", gold)).isEqualTo(ExitCode.USAGE.status());
        assertThat(run("train", "themes", gold, "--folds", "1")).isEqualTo(ExitCode.USAGE.status());
        assertThat(run("train", "themes", gold, "--folds", "5")).isEqualTo(ExitCode.USAGE.status());
        assertThat(run("train", "themes", empty, "--folds", "2")).isEqualTo(ExitCode.USAGE.status());
        assertThat(run("train", "themes", gold, "--out", temp.toString())).isEqualTo(ExitCode.USAGE.status());

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains("--folds must be 2 or more, not 1")
                .contains("There are only 4 articles, near-duplicates counted as one, for 5 folds.")
                .contains("There is no article in the files. Name a file of articles with their themes.")
                .contains(temp + " is not a file.")
                .doesNotContain("\tat ");
    }

    @Test
    void shouldScoreWhatIsFoundInTheArticlesOrWasFoundBefore() throws IOException {
        String gold = write("gold.jsonl", GOLD);

        assertThat(run("eval", "themes", gold)).as(err.toString()).isZero();

        String figures = out.toString();
        assertThat(figures.lines())
                .containsExactly(
                        "MEASURE  P       R       F1      GOLD",
                        "society  1.0000  1.0000  1.0000  2",
                        "sports   1.0000  1.0000  1.0000  2",
                        "",
                        "MEASURE  F1",
                        "macro    1.0000",
                        "macro6   1.0000",
                        "",
                        "MEASURE   ACCURACY",
                        "accuracy  1.0000");
        out.getBuffer().setLength(0);
        assertThat(run("place", "--jsonl", gold)).isZero();
        String placed = write("placed.jsonl", out.toString());
        out.getBuffer().setLength(0);
        assertThat(run("eval", "themes", gold, "--pred", placed)).isZero();
        assertThat(out.toString()).isEqualTo(figures);
        out.getBuffer().setLength(0);
        assertThat(run("analyze", "--jsonl", gold)).isZero();
        String analysed = write("analysed.jsonl", out.toString());
        out.getBuffer().setLength(0);
        assertThat(run("eval", "themes", gold, "--pred", analysed)).isZero();
        assertThat(out.toString()).isEqualTo(figures);
    }

    @Test
    void shouldListTheArticlesWhoseThemeIsNotFound() throws IOException {
        String gold = write("gold.jsonl", GOLD);
        String found =
                write("found.jsonl", "{\"id\": \"a\", \"theme\": \"science\"}\n{\"id\": \"b\", \"theme\": null}\n");

        assertThat(run("eval", "themes", gold, "--pred", found, "--errors")).isZero();

        assertThat(out.toString().lines())
                .contains(
                        "ERROR   ARTICLE  SPAN  WHAT   EXPECTED  FOUND    TEXT",
                        "type    a        0:12  theme  sports    science  Матч окончен",
                        "missed  b        0:18  theme  society   –        Суд арестовал вора");
        assertThat(err.toString()).contains("has no line for 2 of 4 articles, the first of them c.");

        String none = write("none.jsonl", "{\"id\": \"a\"}\n");
        assertThat(run("eval", "themes", gold, "--pred", none)).isEqualTo(ExitCode.USAGE.status());
        assertThat(err.toString()).contains("none.jsonl:1: Field theme is missing.");
    }
}
