/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.vestnik.cli.VestnikCli;

import static io.vestnik.cli.eval.PlacementFixture.PAIRS;
import static io.vestnik.cli.eval.PlacementFixture.UTTERANCES;
import static io.vestnik.cli.eval.PlacementFixture.line;
import static org.assertj.core.api.Assertions.assertThat;

/** {@code vestnik eval copies|stories|utterances}, and what they have in common with {@code vestnik place}. */
class EvalPlacementCommandTest {
    @TempDir
    private Path temp;

    private PlacementFixture fixture;

    @BeforeEach
    void writeFiles() throws IOException {
        fixture = new PlacementFixture(temp);
    }

    /** What {@code vestnik place} prints of the articles, as a file. */
    private String place(String... options) throws IOException {
        StringWriter placed = new StringWriter();
        String[] args = new String[options.length + 3];
        System.arraycopy(options, 0, args, 3, options.length);
        args[0] = "place";
        args[1] = "--jsonl";
        args[2] = fixture.articles;
        assertThat(VestnikCli.run(new PrintWriter(placed), new PrintWriter(fixture.err), args))
                .isZero();
        return fixture.write("found" + options.length + ".jsonl", placed.toString());
    }

    @Test
    void shouldPlaceWhereNothingWasFoundBefore() throws IOException {
        String found = place();
        String said = place("--utterances");

        JsonNode copies = Figures.eval("copies", fixture.articles);
        assertThat(copies).isEqualTo(Figures.eval("copies", fixture.articles, "--pred", found));
        assertThat(copies.at("/found.COPY/original").intValue()).isEqualTo(1);
        assertThat(copies.at("/merged.TEMPLATE/merged").intValue()).isZero();
        JsonNode ofPairs = Figures.eval("stories", fixture.pairs);
        assertThat(ofPairs).isEqualTo(Figures.eval("stories", fixture.pairs, "--pred", found));
        assertThat(ofPairs.at("/pairs/f1").intValue()).isEqualTo(1);
        JsonNode ofStories = Figures.eval("stories", fixture.stories);
        assertThat(ofStories).isEqualTo(Figures.eval("stories", fixture.stories, "--pred", found));
        assertThat(ofStories.at("/bcubed/f1").intValue()).isEqualTo(1);
        assertThat(ofStories.has("threads.bcubed")).isTrue();
        JsonNode ofUtterances = Figures.eval("utterances", fixture.utterances);
        assertThat(ofUtterances).isEqualTo(Figures.eval("utterances", fixture.utterances, "--pred", said));
        assertThat(ofUtterances.at("/groups/whole").intValue()).isEqualTo(1);
    }

    @Test
    void shouldTakeTheArticlesThatAreNamed() throws IOException {
        String elsewhere = fixture.write("elsewhere.jsonl", PAIRS);

        assertThat(Figures.eval("stories", elsewhere, "--articles", fixture.articles))
                .isEqualTo(Figures.eval("stories", fixture.pairs));
    }

    @Test
    void shouldScoreWhatWasFoundWithoutArticles() throws IOException {
        String gold = fixture.write("pairs", PAIRS);
        String found =
                fixture.write("found.jsonl", line("{'id': 'o', 'story': '1'}") + line("{'id': 'd', 'story': '1'}"));
        String groups = fixture.write("groups", UTTERANCES);
        String said = fixture.write("said.jsonl", line("{'id': 'u', 'speaker': null, 'members': []}"));

        assertThat(Figures.eval("stories", gold, "--pred", found)
                        .at("/pairs/f1")
                        .intValue())
                .isEqualTo(1);
        assertThat(Figures.eval("utterances", groups, "--pred", said)
                        .at("/groups/of")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void shouldPrintTablesOfCopiesForAPerson() throws IOException {
        String found = fixture.write(
                "found.jsonl",
                line("{'id': 'd', 'copyOf': 'o', 'copyShare': 600}")
                        + line("{'id': 't', 'copyOf': 'nowhere'}")
                        + line("{'id': 'o', 'copyOf': null}"));

        assertThat(fixture.run("eval", "copies", fixture.articles, "--pred", found, "--by-edit", "--errors"))
                .isZero();

        assertThat(fixture.out.toString().lines())
                .containsExactly(
                        "MEASURE    ARTICLES  ARI      P       R       F1      GOLD  FOUND  WRONG  GROUPS  CLUSTERS",
                        "pairs.ALL  4         -0.2000  0.0000  0.0000  0.0000  1     1      1      3       3",
                        "pairs.ru   4         -0.2000  0.0000  0.0000  0.0000  1     1      1      3       3",
                        "",
                        "MEASURE             MERGED  OF  SHARE",
                        "merged.TEMPLATE     0       1   0.0000",
                        "merged.TEMPLATE.ru  0       1   0.0000",
                        "merged.others       2       3   0.6667",
                        "template.w          0       1   0.0000",
                        "",
                        "MEASURE        ORIGINAL  MATE    FOUND  OF",
                        "found.COPY     0.0000    0.0000  0      1",
                        "found.EXCERPT  0.0000    0.0000  0      0",
                        "found.ALL      0.0000    0.0000  0      1",
                        "edits.0        0.0000    0.0000  0      1",
                        "",
                        "MEASURE          ACCURACY  OF",
                        "copyOf.original  0.0000    0",
                        "",
                        "ERROR   ARTICLE  OTHER  WHAT                          EVIDENCE                   TITLE     "
                                + "  TITLE OF OTHER",
                        "merged  o        d      ORIGINAL of g, ORIGINAL of h  d copyOf o, copyShare 600  Title of o"
                                + "  Title of d",
                        "missed  c        o      COPY                          –                          Title of c"
                                + "  Title of o");
        assertThat(fixture.err.toString())
                .contains("has no line for 1 of 4 articles, the first of them c. Each counts as a copy of nothing.")
                .contains("has links in copyOf to articles that are not in the gold set, 1 in all, the first of them to"
                        + " nowhere.");
    }

    @Test
    void shouldLeaveDetailsOutOfTheTablesUnlessAsked() throws IOException {
        String found = fixture.write("found.jsonl", line("{'id': 'c', 'copyOf': 'o'}"));

        assertThat(fixture.run("eval", "copies", fixture.articles, "--pred", found))
                .isZero();

        assertThat(fixture.out.toString()).contains("found.COPY").doesNotContain("edits.0", "ERROR");
        assertThat(Figures.eval("copies", fixture.articles, "--pred", found).has("edits.0"))
                .isTrue();
    }

    @Test
    void shouldListWrongPairsOfStoriesWithWhatTheyShare() throws IOException {
        String found = fixture.write(
                "found.jsonl",
                line("{'id': 'o', 'story': '1', 'storyLinks': [{'id': 't', 'similarity': 210, 'shared': ['Ока']}]}")
                        + line("{'id': 't', 'story': '1'}"));

        assertThat(fixture.run("eval", "stories", fixture.pairs, "--pred", found, "--errors", "--json"))
                .isZero();

        assertThat(fixture.out.toString().strip())
                .endsWith(
                        "\"errors\":[{\"error\":\"missed\",\"id\":\"o\",\"other\":\"d\",\"what\":\"one event\","
                                + "\"evidence\":null,\"title\":\"Title of o\",\"otherTitle\":\"Title of d\"},"
                                + "{\"error\":\"merged\",\"id\":\"o\",\"other\":\"t\",\"what\":\"two events\","
                                + "\"evidence\":\"similarity 210: Ока\",\"title\":\"Title of o\",\"otherTitle\":\"Title of t\"}]}");
        assertThat(fixture.err.toString())
                .contains("for 1 of 3 articles, the first of them d. Each counts as a story of its own.");
    }

    @Test
    void shouldListWhyAnUtteranceIsNotWhole() throws IOException {
        String found = fixture.write(
                "said.jsonl",
                line("{'id': 'u', 'speaker': 'Илья Громов', 'members': [{'id': 'o', 'begin': 107, 'end': 173},"
                        + " {'id': 'c', 'begin': 124, 'end': 190}]}"));

        assertThat(fixture.run("eval", "utterances", fixture.utterances, "--pred", found, "--errors"))
                .isZero();

        assertThat(fixture.out.toString())
                .contains("groups   0      1")
                .contains(
                        "missed  d        75:107   group 1      u         –            Мы подняли людей на борт буксира")
                .contains(
                        "extra   o        107:173  utterance u  –         Илья Громов  Мы подняли людей на борт буксира и");
    }
}
