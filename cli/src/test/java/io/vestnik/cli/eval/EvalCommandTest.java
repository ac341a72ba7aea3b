/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.vestnik.cli.ExitCode;
import io.vestnik.cli.VestnikCli;

import static org.assertj.core.api.Assertions.assertThat;

class EvalCommandTest {
    private static final String TEXT = "🦊 Анна Ёлкина приехала в Рязань. «Снега мало», — сказала она.";
    private static final String GOLD =
            "{\"id\": \"a\", \"text\": \"" + TEXT + "\", \"entities\": [{\"begin\": 2, \"end\": 13,"
                    + " \"type\": \"PER\"}, {\"begin\": 25, \"end\": 31, \"type\": \"LOC\"}]}\n";
    private static final String QUOTE =
            "{\"id\": \"a\", \"begin\": 34, \"end\": 44, \"kind\": \"DIRECT\", \"speaker\": \"Анна Ёлкина\"}\n";

    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return VestnikCli.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    private String write(String name, String lines) throws IOException {
        return Files.writeString(temp.resolve(name), lines, StandardCharsets.UTF_8)
                .toString();
    }

    /** The expected files are what the reference printed; see {@link ReferenceScorerTest}. */
    @ParameterizedTest
    @CsvSource({
        "ner,names-gold.jsonl,names-found.jsonl,,names-expected.json",
        "ner,names-gold.jsonl,names-found.jsonl,--no-generic,names-expected-no-generic.json",
        "quotes,mixed-quotes.jsonl,quotes-found.jsonl,--errors,quotes-expected.json",
    })
    void shouldPrintTheFiguresOfTheFixture(
            String kind, String gold, String found, @Nullable String option, String expected) throws IOException {
        String goldFile = Figures.resource(gold).toString();
        String foundFile = Figures.resource(found).toString();
        JsonNode actual = option == null
                ? Figures.eval(kind, goldFile, "--pred", foundFile)
                : Figures.eval(kind, goldFile, "--pred", foundFile, option);

        Figures.assertSame(
                ((ObjectNode) actual).without("errors"), Figures.parse(Files.readString(Figures.resource(expected))));
    }

    @Test
    void shouldAnalyseWhereNothingWasFoundBefore() throws IOException {
        String gold = write("names.jsonl", GOLD);
        String articles = write("x-articles.jsonl", GOLD);
        String quotes = write("x-quotes.jsonl", QUOTE);
        assertThat(run("analyze", "--jsonl", gold)).isZero();
        String found = write("found.jsonl", out.toString());

        assertThat(Figures.eval("ner", gold)).isEqualTo(Figures.eval("ner", gold, "--pred", found));
        assertThat(Figures.eval("quotes", quotes)).isEqualTo(Figures.eval("quotes", quotes, "--pred", found));
        assertThat(Figures.eval("ner", gold).at("/strict.ALL/f1").doubleValue()).isPositive();
        String elsewhere = write("elsewhere.jsonl", QUOTE);
        assertThat(Figures.eval("quotes", elsewhere, "--articles", articles)).isEqualTo(Figures.eval("quotes", quotes));
    }

    @Test
    void shouldPrintTablesForAPerson() throws IOException {
        String gold = write("names.jsonl", GOLD);
        String found = write(
                "found.jsonl",
                "{\"id\": \"a\", \"entities\": [{\"begin\": 2, \"end\": 13, \"type\": \"PER\"},"
                        + "{\"begin\": 0, \"end\": 1, \"type\": \"ORG\"}]}\n");

        assertThat(run("eval", "ner", gold, "--pred", found, "--errors")).isZero();

        assertThat(out.toString().lines())
                .containsExactly(
                        "MEASURE     P       R       F1      GOLD",
                        "strict.PER  1.0000  1.0000  1.0000  1",
                        "strict.LOC  0.0000  0.0000  0.0000  1",
                        "strict.ORG  0.0000  0.0000  0.0000  0",
                        "token.PER   1.0000  1.0000  1.0000  2",
                        "token.LOC   0.0000  0.0000  0.0000  1",
                        "token.ORG   0.0000  0.0000  0.0000  0",
                        "strict.ALL  0.5000  0.5000  0.5000  2",
                        "token.ALL   1.0000  0.6667  0.8000  3",
                        "",
                        "ERROR     ARTICLE  SPAN   WHAT  EXPECTED  FOUND  TEXT",
                        "spurious  a        0:1    ORG   –         –      🦊",
                        "missed    a        25:31  LOC   –         –      Рязань");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void shouldListMistakesInJson() throws IOException {
        String articles = write("x-articles.jsonl", GOLD);
        String quotes = write("x-quotes.jsonl", QUOTE);
        String found = write("found.jsonl", "{\"id\": \"b\"}\n");

        assertThat(run("eval", "quotes", quotes, "--articles", articles, "--pred", found, "--errors", "--json"))
                .isZero();

        assertThat(out.toString().strip())
                .endsWith("\"errors\":[{\"error\":\"missed\",\"id\":\"a\",\"begin\":34,\"end\":44,\"what\":\"spoken\","
                        + "\"expected\":\"Анна Ёлкина\",\"found\":null,\"text\":\"Снега мало\"}]}");
        assertThat(err.toString()).contains("found.jsonl has no line for 1 of 1 articles, the first of them a.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'id': 'a', 'text': 'Снег'|gold.jsonl:2: The line is no JSON: Unexpected end-of-input",
                "[1]|gold.jsonl:2: The line is no JSON object.",
                "{'text': 'Снег'}|gold.jsonl:2: The row has no id.",
                "{'id': 7, 'text': 'Снег'}|gold.jsonl:2: The row has no id.",
                "{'id': 'ok', 'text': 'Снег'}|gold.jsonl:2: The id ok came before, in ",
                "{'id': 'a'}|gold.jsonl:2: Field text is missing.",
                "{'id': 'a', 'text': 'Снег', 'entities': 1}|gold.jsonl:2: Field entities has to be an array, not 1.",
                "{'id': 'a', 'text': 'Снег', 'entities': [1]}|gold.jsonl:2: entities[0]: It has to be an object, not 1.",
                "{'id': 'a', 'text': '😀', 'entities': [{'begin': 0, 'end': 2, 'type': 'PER'}]}"
                        + "|gold.jsonl:2: entities[0]: The span 0..2 lies outside of the text, which is 0..1.",
                "{'id': 'a', 'text': '😀', 'entities': [{'begin': 1, 'end': 1, 'type': 'PER'}]}"
                        + "|gold.jsonl:2: entities[0]: The span 1..1 is empty.",
                "{'id': 'a', 'text': '😀', 'entities': [{'begin': 0.5, 'end': 1, 'type': 'PER'}]}"
                        + "|gold.jsonl:2: entities[0]: A span has to have a begin and an end, whole numbers, not 0.5 and 1.",
                "{'id': 'a', 'text': 'Снег', 'language': 'qq'}|gold.jsonl:2: There is no language qq.",
                "{'id': 'a', 'text': 'Снег', 'language': 'klingon'}|gold.jsonl:2: The article cannot be read: Field language",
                "{'id': 'a', 'text': ' '}|gold.jsonl:2: The article cannot be read:",
            })
    void shouldSayWhereAGoldSetIsWrong(String line, String message) throws IOException {
        String gold = write("gold.jsonl", "{\"id\": \"ok\", \"text\": \"Тихо.\"}\n" + line.replace('\'', '"') + "\n");

        assertThat(run("eval", "ner", gold)).isEqualTo(ExitCode.USAGE.status());

        assertThat(err.toString())
                .startsWith("vestnik eval ner: ")
                .contains(message)
                .doesNotContain("\tat ");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'id': 'a', 'quotes': [{'begin': 3, 'end': 99, 'kind': 'DIRECT'}]}"
                        + "|found.jsonl:1: quotes[0]: The span 3..99 lies outside of the text, which is 0..61.",
                "{'id': 'a', 'quotes': [{'begin': 3, 'end': 9, 'kind': 'DIRECT', 'speaker': ['Анна']}]}"
                        + "|found.jsonl:1: quotes[0]: Field speaker has to be a string or null, not [\"Анна\"].",
                "{'id': 'a', 'quotes': [{'begin': 3, 'end': 9}]}|found.jsonl:1: quotes[0]: Field kind is missing.",
                "{'id': 'a', 'quotes': [{'begin': 3, 'end': 9, 'kind': 'DIRECT', 'parts': [[3]]}]}"
                        + "|found.jsonl:1: quotes[0]: Field parts has to hold pairs [begin, end], not [3].",
                "{'quotes': []}|found.jsonl:1: The row has no id.",
            })
    void shouldSayWhereWhatWasFoundIsWrong(String line, String message) throws IOException {
        write("x-articles.jsonl", GOLD);
        String quotes = write("x-quotes.jsonl", QUOTE);
        String found = write("found.jsonl", line.replace('\'', '"'));

        assertThat(run("eval", "quotes", quotes, "--pred", found)).isEqualTo(ExitCode.USAGE.status());

        assertThat(err.toString()).contains(message).doesNotContain("\tat ");
    }

    @Test
    void shouldSayWhichFileIsMissing() throws IOException {
        String none = temp.resolve("none.jsonl").toString();
        String gold = write("gold.jsonl", GOLD);
        String quotes = write("x-quotes.jsonl", QUOTE);

        assertThat(run("eval")).isEqualTo(ExitCode.USAGE.status());
        assertThat(run("eval", "ner")).isEqualTo(ExitCode.USAGE.status());
        assertThat(run("eval", "ner", none)).isEqualTo(ExitCode.USAGE.status());
        assertThat(run("eval", "ner", gold, "--pred", none)).isEqualTo(ExitCode.USAGE.status());
        assertThat(run("eval", "ner", temp.toString())).isEqualTo(ExitCode.USAGE.status());
        assertThat(run("eval", "quotes", quotes)).isEqualTo(ExitCode.USAGE.status());
        assertThat(run("eval", "quotes", gold)).isEqualTo(ExitCode.USAGE.status());

        assertThat(err.toString())
                .contains("Name what to score: ner or quotes or copies or stories or utterances or themes")
                .contains("none.jsonl does not exist. Name the output of 'vestnik analyze' with --pred.")
                .contains("is a directory, not a file.")
                .contains("x-articles.jsonl does not exist. Name the file of the articles with --articles.")
                .contains("does not end in quotes.jsonl, so that of its articles is not known. Name it with --articles")
                .doesNotContain("\tat ");
    }

    @Test
    void shouldSayWhatIsWrongBetweenQuotesAndArticles() throws IOException {
        write("x-articles.jsonl", GOLD.replace("\"a\"", "\"b\""));
        assertThat(run("eval", "quotes", write("x-quotes.jsonl", QUOTE))).isEqualTo(ExitCode.USAGE.status());
        write("x-articles.jsonl", GOLD);
        assertThat(run("eval", "quotes", write("x-quotes.jsonl", QUOTE.replace("\"speaker\"", "\"by\""))))
                .isEqualTo(ExitCode.USAGE.status());
        Files.write(temp.resolve("x-quotes.jsonl"), new byte[] {'{', (byte) 0xFF, '}'});
        assertThat(run("eval", "quotes", temp.resolve("x-quotes.jsonl").toString()))
                .isEqualTo(ExitCode.USAGE.status());

        assertThat(err.toString())
                .contains("x-quotes.jsonl:1: There is no article a in ")
                .contains("x-quotes.jsonl:1: Field speaker is missing.")
                .contains("x-quotes.jsonl is not UTF-8.");
    }
}
