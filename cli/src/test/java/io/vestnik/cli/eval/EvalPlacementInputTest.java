/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.vestnik.cli.ExitCode;

import static io.vestnik.cli.eval.PlacementFixture.ARTICLES;
import static io.vestnik.cli.eval.PlacementFixture.FERRY;
import static io.vestnik.cli.eval.PlacementFixture.PAIRS;
import static io.vestnik.cli.eval.PlacementFixture.STORIES;
import static io.vestnik.cli.eval.PlacementFixture.article;
import static io.vestnik.cli.eval.PlacementFixture.line;
import static org.assertj.core.api.Assertions.assertThat;

/** What {@code vestnik eval copies|stories|utterances} says of files that are not as they should be. */
class EvalPlacementInputTest {
    @TempDir
    private Path temp;

    private PlacementFixture fixture;

    @BeforeEach
    void writeFiles() throws IOException {
        fixture = new PlacementFixture(temp);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "copies|{'text': 'Снег'}|gold.jsonl:1: The row has no id.",
                "copies|{'id': 'a', 'copyGroup': 'g', 'relation': 'ORIGINAL'}|gold.jsonl:1: Field language is missing.",
                "copies|{'id': 'a', 'language': 'ru', 'relation': 'ORIGINAL'}|gold.jsonl:1: Field copyGroup is missing.",
                "copies|{'id': 'a', 'language': 'ru', 'copyGroup': 'g'}|gold.jsonl:1: Field relation is missing.",
                "copies|{'id': 'a', 'language': 'ru', 'copyGroup': 'g', 'relation': 'TWIN'}"
                        + "|gold.jsonl:1: There is no relation TWIN. Write one of ORIGINAL, COPY, EXCERPT, TEMPLATE.",
                "copies|{'id': 'a', 'language': 'ru', 'copyGroup': 'g', 'relation': 'COPY'}"
                        + "|gold.jsonl:1: The copyGroup g has no ORIGINAL, so that nothing tells whether this COPY is found.",
                "copies|{'id': 'a', 'language': 'ru', 'copyGroup': 'g', 'relation': 'ORIGINAL', 'edits': 'yo'}"
                        + "|gold.jsonl:1: Field edits has to be an array",
                "copies|{'id': 'a', 'language': 'ru', 'copyGroup': 'g', 'relation': 'ORIGINAL'}"
                        + "|gold.jsonl:1: The article cannot be read: ",
                "stories|{'id': 'o', 'thread': 'x'}|gold.jsonl:1: The row is neither a pair with the fields a, b and same nor",
                "stories|{'id': 'o', 'story': 'x'}|gold.jsonl:1: Field thread is missing.",
                "stories|{'id': 'y', 'story': 'x', 'thread': 'x'}|gold.jsonl:1: There is no article y in ",
                "stories|{'a': 'o', 'same': true}|gold.jsonl:1: Field b is missing.",
                "stories|{'a': 'o', 'b': 'd'}|gold.jsonl:1: Field same has to be true or false, not nothing.",
                "stories|{'a': 'o', 'b': 'd', 'same': 'yes'}|gold.jsonl:1: Field same has to be true or false, not \"yes\".",
                "stories|{'a': 'o', 'b': 'o', 'same': true}|gold.jsonl:1: The pair is o with itself.",
                "stories|{'a': 'o', 'b': 'y', 'same': true}|gold.jsonl:1: There is no article y in ",
                "utterances|{'members': [{'id': 'o', 'begin': 0, 'end': 5}]}|gold.jsonl:1: Field speaker is missing.",
                "utterances|{'speaker': null}|gold.jsonl:1: Field members is missing or empty.",
                "utterances|{'speaker': null, 'members': [{'id': 'y', 'begin': 0, 'end': 5}]}"
                        + "|gold.jsonl:1: members[0]: There is no article y in ",
                "utterances|{'speaker': null, 'members': [{'id': 'o', 'begin': 0, 'end': 5000}]}"
                        + "|gold.jsonl:1: members[0]: The span 0..5000 lies outside of the text",
            })
    void shouldSayWhereAGoldSetIsWrong(String kind, String line, String message) throws IOException {
        String gold = fixture.write("gold.jsonl", line(line));

        String[] args = kind.equals("copies")
                ? new String[] {"eval", kind, gold}
                : new String[] {"eval", kind, gold, "--articles", fixture.articles};
        assertThat(fixture.run(args)).isEqualTo(ExitCode.USAGE.status());

        assertThat(fixture.err.toString())
                .startsWith("vestnik eval " + kind + ": ")
                .contains(message)
                .doesNotContain("\tat ");
        assertThat(fixture.out.toString()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "copies|{'id': 'o', 'story': 's'}|found.jsonl:1: Field copyOf is missing. Name an output of 'vestnik place'.",
                "copies|{'id': 'o', 'copyOf': 1}|found.jsonl:1: Field copyOf has to be a string or null, not 1.",
                "copies|{'id': 'o', 'copyOf': null, 'copyShare': 0.5}"
                        + "|found.jsonl:1: Field copyShare has to be a whole number or null, not 0.5.",
                "stories|{'id': 'o', 'copyOf': null}|found.jsonl:1: Field story is missing. Name an output of 'vestnik place'.",
                "stories|{'id': 'o', 'story': null, 'storyLinks': [{}]}|found.jsonl:1: storyLinks[0]: The row has no id.",
                "utterances|{'speaker': null}|found.jsonl:1: The row has no id.",
                "utterances|{'id': 'u', 'members': [{'id': 'o', 'begin': 5, 'end': 900}]}"
                        + "|found.jsonl:1: members[0]: The span 5..900 lies outside of the text",
                "utterances|{'id': 'u', 'members': [{'id': 'o', 'begin': 5, 'end': 5}]}"
                        + "|found.jsonl:1: members[0]: The span 5..5 is empty.",
            })
    void shouldSayWhereWhatWasFoundIsWrong(String kind, String line, String message) throws IOException {
        String found = fixture.write("found.jsonl", line(line));
        String gold =
                kind.equals("copies") ? fixture.articles : kind.equals("stories") ? fixture.pairs : fixture.utterances;

        assertThat(fixture.run("eval", kind, gold, "--pred", found)).isEqualTo(ExitCode.USAGE.status());

        assertThat(fixture.err.toString()).contains(message).doesNotContain("\tat ");
    }

    @Test
    void shouldRefuseWhatComesTwice() throws IOException {
        String copies = fixture.write("twice.jsonl", ARTICLES + ARTICLES);
        String originals = fixture.write("two.jsonl", ARTICLES + article("o2", 5, FERRY, "g", "ORIGINAL"));
        String gold = fixture.write("y-gold.jsonl", STORIES + STORIES);
        String found =
                fixture.write("found.jsonl", line("{'id': 'o', 'story': 's'}") + line("{'id': 'o', 'story': 's'}"));
        String said = fixture.write("said.jsonl", line("{'id': 'u'}") + line("{'id': 'u'}"));

        assertThat(fixture.run("eval", "copies", copies)).isEqualTo(ExitCode.USAGE.status());
        assertThat(fixture.run("eval", "copies", originals)).isEqualTo(ExitCode.USAGE.status());
        assertThat(fixture.run("eval", "stories", gold, "--articles", fixture.articles))
                .isEqualTo(ExitCode.USAGE.status());
        assertThat(fixture.run("eval", "stories", fixture.pairs, "--pred", found))
                .isEqualTo(ExitCode.USAGE.status());
        assertThat(fixture.run("eval", "utterances", fixture.utterances, "--pred", said))
                .isEqualTo(ExitCode.USAGE.status());

        assertThat(fixture.err.toString())
                .contains("twice.jsonl:5: The id o came before, in ")
                .contains("two.jsonl:5: The copyGroup g has an ORIGINAL already, in ")
                .contains("y-gold.jsonl:4: The id o came before, in ")
                .contains("found.jsonl:2: The id o came before. Give every article one line.")
                .contains("said.jsonl:2: The utterance u came before. Give every utterance one line.");
    }

    @Test
    void shouldSayWhichFileIsMissing() throws IOException {
        String none = temp.resolve("none.jsonl").toString();
        String alone = fixture.write("alone-pairs.jsonl", PAIRS);
        String unnamed = fixture.write("unnamed.jsonl", PAIRS);
        String empty = fixture.write("empty-pairs.jsonl", "\n");

        assertThat(fixture.run("eval", "copies", none)).isEqualTo(ExitCode.USAGE.status());
        assertThat(fixture.run("eval", "stories", fixture.pairs, "--pred", none))
                .isEqualTo(ExitCode.USAGE.status());
        assertThat(fixture.run("eval", "utterances", fixture.utterances, "--pred", none))
                .isEqualTo(ExitCode.USAGE.status());
        assertThat(fixture.run("eval", "stories", alone)).isEqualTo(ExitCode.USAGE.status());
        assertThat(fixture.run("eval", "stories", unnamed)).isEqualTo(ExitCode.USAGE.status());
        assertThat(fixture.run("eval", "utterances", unnamed)).isEqualTo(ExitCode.USAGE.status());
        assertThat(fixture.run("eval", "stories", empty, "--articles", fixture.articles))
                .isEqualTo(ExitCode.USAGE.status());

        assertThat(fixture.err.toString())
                .contains("none.jsonl does not exist. Name a file of articles with their copies.")
                .contains("none.jsonl does not exist. Name the output of 'vestnik place' with --pred.")
                .contains("none.jsonl does not exist. Name the output of 'vestnik place --utterances' with --pred.")
                .contains("alone-articles.jsonl does not exist. Name the file of the articles with --articles.")
                .contains("does not end in pairs.jsonl or gold.jsonl, so that of its articles is not known.")
                .contains("does not end in utterances.jsonl, so that of its articles is not known.")
                .contains("empty-pairs.jsonl has no lines.")
                .doesNotContain("\tat ");
    }
}
