/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.copies;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.vestnik.cli.eval.FoundPlacement;
import io.vestnik.cli.eval.PairMistake;
import io.vestnik.cli.eval.Score;
import io.vestnik.cli.eval.copies.GoldCopy.Relation;

import static org.assertj.core.api.Assertions.assertThat;

class CopyScorerTest {
    /** A text with three copies, one of them an excerpt, another text, and two of a template. */
    private static final List<GoldCopy> GOLD = List.of(
            article("o", "ru", "g1", Relation.ORIGINAL),
            article("c", "ru", "g1", Relation.COPY, "title", "yo"),
            article("d", "ru", "g1", Relation.COPY, "title"),
            article("e", "ru", "g1", Relation.EXCERPT, "truncate", "title"),
            article("p", "en", "g2", Relation.ORIGINAL),
            article("t", "en", "t-rates-1", Relation.TEMPLATE),
            article("u", "en", "t-rates-2", Relation.TEMPLATE));

    private static GoldCopy article(String id, String language, String group, Relation relation, String... edits) {
        return new GoldCopy(id, language, "Title of " + id, group, relation, List.of(edits));
    }

    /** What was found, {@code copy, original} by turns. */
    private static Map<String, FoundPlacement> found(String... links) {
        Map<String, FoundPlacement> found = new LinkedHashMap<>();
        for (int i = 0; i < links.length; i += 2) {
            found.put(links[i], new FoundPlacement(links[i], links[i + 1], 900, null, null, List.of()));
        }
        return found;
    }

    private static Map<String, BigDecimal> figures(Map<String, FoundPlacement> found, String measure) {
        CopyScorer.Scores scores = CopyScorer.score(GOLD, found);
        return Stream.concat(scores.scores().stream(), scores.details().stream())
                .filter(score -> score.name().equals(measure))
                .findFirst()
                .map(Score::figures)
                .orElseThrow();
    }

    private static Map<String, BigDecimal> expect(Object... namesAndFigures) {
        Map<String, BigDecimal> expected = new LinkedHashMap<>();
        for (int i = 0; i < namesAndFigures.length; i += 2) {
            expected.put((String) namesAndFigures[i], new BigDecimal((String) namesAndFigures[i + 1]));
        }
        return expected;
    }

    @Test
    void shouldConnectLinksAndCountPairs() {
        // d is a copy of a copy; e was not found; the templates were taken for copies: 3 of 6 pairs, 1 wrong.
        Map<String, FoundPlacement> found = found("c", "o", "d", "c", "u", "t", "e", null);

        // Of 21 pairs 6 belong together and 4 were found so, by chance 24 / 21: (3 - 8/7) / (5 - 8/7) = 13/27.
        assertThat(figures(found, "pairs.ALL"))
                .isEqualTo(expect(
                        "articles",
                        "7",
                        "ari",
                        "0.4815",
                        "p",
                        "0.7500",
                        "r",
                        "0.5000",
                        "f1",
                        "0.6000",
                        "gold",
                        "6",
                        "found",
                        "4",
                        "wrong",
                        "1",
                        "groups",
                        "4",
                        "clusters",
                        "4"));
        assertThat(figures(found, "pairs.ru"))
                .containsAllEntriesOf(expect("p", "1.0000", "r", "0.5000", "wrong", "0", "gold", "6"));
        // No pair belongs together, so all of them were found.
        assertThat(figures(found, "pairs.en"))
                .containsAllEntriesOf(expect("p", "0.0000", "r", "1.0000", "ari", "0.0000"));
    }

    @Test
    void shouldCountMergedTemplatesAndOthers() {
        Map<String, FoundPlacement> found = found("u", "t", "p", "o");

        assertThat(figures(found, "merged.TEMPLATE")).isEqualTo(expect("merged", "2", "of", "2", "share", "1.0000"));
        assertThat(figures(found, "merged.TEMPLATE.ru")).isEqualTo(expect("merged", "0", "of", "0", "share", "0.0000"));
        assertThat(figures(found, "template.t-rates")).isEqualTo(figures(found, "merged.TEMPLATE.en"));
        assertThat(figures(found, "merged.others")).isEqualTo(expect("merged", "2", "of", "5", "share", "0.4000"));
    }

    @Test
    void shouldTellCopiesWithTheirOriginalFromThoseWithAMate() {
        Map<String, FoundPlacement> found = found("d", "c", "e", "o");

        assertThat(figures(found, "found.COPY"))
                .isEqualTo(expect("original", "0.0000", "mate", "1.0000", "found", "0", "of", "2"));
        assertThat(figures(found, "found.EXCERPT"))
                .isEqualTo(expect("original", "1.0000", "mate", "1.0000", "found", "1", "of", "1"));
        assertThat(figures(found, "found.ALL"))
                .isEqualTo(expect("original", "0.3333", "mate", "1.0000", "found", "1", "of", "3"));
    }

    @Test
    void shouldTellWhetherTheLinkNamesTheOriginal() {
        // The original is taken for a copy of c, and d too; of three copies only e names it.
        assertThat(figures(found("o", "c", "d", "c", "e", "o"), "copyOf.original"))
                .isEqualTo(expect("accuracy", "0.3333", "of", "3"));
        assertThat(figures(found("c", "o"), "copyOf.original")).isEqualTo(expect("accuracy", "1.0000", "of", "1"));
        assertThat(figures(found(), "copyOf.original")).isEqualTo(expect("accuracy", "0.0000", "of", "0"));
    }

    @Test
    void shouldLeaveExcerptsOutOfKindsOfEditsButForTheCut() {
        Map<String, FoundPlacement> found = found("d", "o");

        assertThat(figures(found, "edit.title")).containsAllEntriesOf(expect("original", "0.5000", "of", "2"));
        assertThat(figures(found, "edit.truncate")).containsAllEntriesOf(expect("original", "0.0000", "of", "1"));
        assertThat(figures(found, "alone.title")).containsAllEntriesOf(expect("original", "1.0000", "of", "1"));
        assertThat(figures(found, "edits.2")).containsAllEntriesOf(expect("original", "0.0000", "of", "2"));
        assertThat(CopyScorer.score(GOLD, found).details())
                .extracting(Score::name)
                .containsExactly(
                        "edit.title",
                        "edit.truncate",
                        "edit.yo",
                        "alone.title",
                        "edits.1",
                        "edits.2",
                        "template.t-rates");
    }

    @Test
    void shouldIgnoreLinksOutOfTheSet() {
        Map<String, FoundPlacement> found = found("c", "elsewhere", "x", "o", "d", "d");

        assertThat(figures(found, "pairs.ALL"))
                .containsAllEntriesOf(expect("found", "0", "p", "1.0000", "clusters", "7"));
    }

    @Test
    void shouldTellWrongPairsMissedCopiesAndWrongOriginals() {
        Map<String, FoundPlacement> found = found("u", "t", "o", "c", "e", "o");

        assertThat(CopyMistakes.find(GOLD, found))
                .containsExactly(
                        mistake(
                                PairMistake.Kind.MERGED,
                                "t",
                                "u",
                                "TEMPLATE of t-rates-1, TEMPLATE of t-rates-2",
                                "u copyOf t, copyShare 900"),
                        mistake(PairMistake.Kind.MISSED, "d", "o", "COPY by title", null),
                        mistake(PairMistake.Kind.ORIGINAL, "c", "o", "COPY by title, yo", null));
        assertThat(CopyMistakes.find(GOLD, found("c", "o", "d", "o", "e", "o"))).isEmpty();
    }

    private static PairMistake mistake(
            PairMistake.Kind kind, String id, String other, String what, @Nullable String evidence) {
        return new PairMistake(kind, id, other, what, evidence, "Title of " + id, "Title of " + other);
    }
}
