/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval.utterances;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.vestnik.cli.eval.GoldSpeaker;
import io.vestnik.cli.eval.Mistake;

import static org.assertj.core.api.Assertions.assertThat;

class UtteranceScorerTest {
    private static final Member A = spoken("a", 10, 20);
    private static final Member B = spoken("b", 0, 10);
    private static final GoldUtterance GROUP = group(1, A, B);

    private static Member spoken(String id, int begin, int end) {
        return new Member(id, begin, end, true, "words");
    }

    private static Member reported(String id, int begin, int end) {
        return new Member(id, begin, end, false, "words");
    }

    private static GoldUtterance group(int number, Member... members) {
        return new GoldUtterance(number, new GoldSpeaker("Анна Ёлкина", true, List.of()), List.of(members));
    }

    private static FoundUtterance found(String id, @Nullable String speaker, Member... members) {
        return new FoundUtterance(id, speaker, List.of(members));
    }

    private static UtteranceScorer compare(FoundUtterance... found) {
        return UtteranceScorer.compare(List.of(GROUP), List.of(found));
    }

    @Test
    void shouldTakeAGroupForWholeWhenEveryMemberIsMetByHalf() {
        assertThat(compare(found("u", "А. Ёлкина", spoken("a", 10, 15), spoken("b", 0, 20)))
                        .whole())
                .isEqualTo(1);
        assertThat(compare(found("u", "А. Ёлкина", spoken("a", 10, 14), spoken("b", 0, 10)))
                        .whole())
                .isZero();
        assertThat(compare(found("u", "А. Ёлкина", spoken("c", 10, 20), spoken("b", 0, 10)))
                        .whole())
                .isZero();
        assertThat(compare(found("u", "Ёлкина", A), found("v", "Ёлкина", B)).whole())
                .isZero();
    }

    @Test
    void shouldNotTakeAGroupForWholeWithAnotherSpeaker() {
        assertThat(compare(found("u", "Пётр Тихий", A, B)).whole()).isZero();
        assertThat(compare(found("u", null, A, B)).whole()).isZero();
    }

    @Test
    void shouldAllowReportedWordsBesideButNoSpokenOnes() {
        assertThat(compare(found("u", "Ёлкина", A, B, reported("c", 0, 5))).whole())
                .isEqualTo(1);
        assertThat(compare(found("u", "Ёлкина", A, B, spoken("a", 19, 40))).whole())
                .isEqualTo(1);
        assertThat(compare(found("u", "Ёлкина", A, B, spoken("a", 20, 40))).whole())
                .isZero();
        assertThat(compare(found("u", "Ёлкина", A, B, spoken("c", 0, 5))).whole())
                .isZero();
    }

    @Test
    void shouldCountUtterancesOfSeveralArticlesThatAreNoGroupAsExtra() {
        FoundUtterance whole = found("u", "Ёлкина", A, B);
        FoundUtterance twice = found("v", "Ёлкина", A, B);
        FoundUtterance elsewhere = found("w", null, spoken("a", 50, 60), spoken("c", 0, 5));
        FoundUtterance alone = found("x", null, spoken("a", 50, 60), spoken("a", 70, 80), reported("c", 0, 5));

        UtteranceScorer compared = compare(alone, whole, elsewhere, twice);

        assertThat(compared.extra()).containsExactly(elsewhere, twice);
        assertThat(compared.broken()).isEmpty();
        assertThat(compared.scores().get(0).figures().values())
                .extracting(Number::intValue)
                .containsExactly(1, 1);
        assertThat(compared.scores().get(1).figures().values())
                .extracting(Number::intValue)
                .containsExactly(2);
    }

    @Test
    void shouldTellWhyAGroupIsNotWhole() {
        List<GoldUtterance> gold = List.of(group(1, A, B, spoken("c", 0, 9)), group(2, spoken("d", 0, 9)));
        List<FoundUtterance> found = List.of(
                found("u", "Ёлкина", spoken("b", 0, 9)), found("v", "Тихий", A, spoken("c", 0, 9), spoken("e", 0, 9)));

        assertThat(UtteranceMistakes.find(gold, found))
                .containsExactly(
                        mistake(Mistake.Kind.SPLIT, B, "group 1", "v", "u"),
                        mistake(Mistake.Kind.STRAY, spoken("e", 0, 9), "group 1", null, "v"),
                        mistake(Mistake.Kind.SPEAKER, A, "group 1", "Анна Ёлкина", "Тихий"),
                        mistake(Mistake.Kind.MISSED, spoken("d", 0, 9), "group 2", null, null),
                        mistake(Mistake.Kind.EXTRA, A, "utterance v", null, "Тихий"),
                        mistake(Mistake.Kind.EXTRA, spoken("c", 0, 9), "utterance v", null, "Тихий"),
                        mistake(Mistake.Kind.EXTRA, spoken("e", 0, 9), "utterance v", null, "Тихий"));
        assertThat(UtteranceMistakes.find(List.of(GROUP), List.of(found("u", "Ёлкина", A, B))))
                .isEmpty();
    }

    private static Mistake mistake(
            Mistake.Kind kind, Member member, String what, @Nullable String expected, @Nullable String found) {
        return new Mistake(
                kind, member.articleId(), member.begin(), member.end(), what, expected, found, member.text());
    }
}
