/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.vestnik.text.Span;

import static org.assertj.core.api.Assertions.assertThat;

class QuoteScorerTest {
    private static final String TEXT = "😀 «Снег, — сказала Анна, — идёт» и ещё слова";
    private static final List<Span> PARTS = List.of(new Span(3, 7), new Span(27, 31));

    private static GoldQuote gold(int begin, int end, @Nullable String speaker, List<Span> split) {
        return new GoldQuote(begin, end, QuoteFamily.SPOKEN, new GoldSpeaker(speaker, true, List.of()), split);
    }

    private static FoundQuote found(int begin, int end, @Nullable String speaker, List<Span> parts) {
        return new FoundQuote(begin, end, QuoteFamily.SPOKEN, speaker, parts);
    }

    @Test
    void shouldTrimEdgesOfSpansAndParts() {
        QuoteCounts counts = QuoteScorer.count(
                TEXT,
                List.of(gold(3, 31, "Анна", PARTS)),
                List.of(found(2, 32, "Анна", List.of(new Span(3, 10), new Span(25, 32)))));

        Counts all = new Counts(1, 1, 1);
        assertThat(counts.spoken()).isEqualTo(new QuoteCounts.Family(all, all, all, all, new Share(1, 1)));
        assertThat(counts.parts()).isEqualTo(all);
        assertThat(counts.indirect().iou30()).isEqualTo(Counts.NONE);
    }

    @Test
    void shouldPreferTheLaterOfEquallyGoodMatches() {
        QuoteCounts counts = QuoteScorer.count(
                "0123456789",
                List.of(gold(0, 10, "Анна", List.of()), gold(0, 10, "Пётр", List.of())),
                List.of(found(0, 9, "Пётр", List.of())));

        assertThat(counts.spoken().attributed()).isEqualTo(new Counts(1, 1, 2));
    }

    @Test
    void shouldTellMistakesInTheOrderOfTheText() {
        List<Mistake> mistakes = QuoteMistakes.find(
                "a",
                TEXT,
                List.of(gold(3, 31, "Анна", PARTS), gold(35, 38, null, List.of())),
                List.of(found(8, 31, "Пётр", List.of(new Span(27, 31))), found(39, 44, "Пётр", List.of())));

        String whole = "Снег, — сказала Анна, — идёт";
        assertThat(mistakes)
                .containsExactly(
                        new Mistake(Mistake.Kind.SPAN, "a", 3, 31, "spoken", null, "8:31", whole),
                        new Mistake(Mistake.Kind.SPEAKER, "a", 3, 31, "spoken", "Анна", "Пётр", whole),
                        new Mistake(Mistake.Kind.PARTS, "a", 3, 31, "spoken", "3:7 27:31", "27:31", whole),
                        new Mistake(Mistake.Kind.MISSED, "a", 35, 38, "spoken", null, null, "ещё"),
                        new Mistake(Mistake.Kind.SPURIOUS, "a", 39, 44, "spoken", null, "Пётр", "слова"));
    }
}
