/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.vestnik.text.EntityType;

import static org.assertj.core.api.Assertions.assertThat;

class NameScorerTest {
    private static final String TEXT = "🦊 Анна Ёлкина-Громова и Озерки";
    private static final NamedSpan ANNA = new NamedSpan(2, 21, EntityType.PER);
    private static final NamedSpan OZERKI = new NamedSpan(24, 30, EntityType.LOC);

    @Test
    void shouldCountWordsThatLieWholeInANameOfTheType() {
        NamedSpan half = new NamedSpan(2, 13, EntityType.PER);

        NameCounts counts = NameScorer.count(TEXT, List.of(ANNA, OZERKI), List.of(half, half, OZERKI));

        assertThat(counts.strict().get(EntityType.PER)).isEqualTo(new Counts(0, 1, 1));
        assertThat(counts.token().get(EntityType.PER)).isEqualTo(new Counts(1, 1, 2));
        assertThat(counts.strictAll()).isEqualTo(new Counts(1, 2, 2));
        assertThat(counts.tokenAll()).isEqualTo(new Counts(2, 2, 3));
        assertThat(counts.plus(NameCounts.NONE)).isEqualTo(counts);
    }

    @Test
    void shouldTellMistakesOnceWithWhatWasFoundInstead() {
        List<NamedSpan> found = List.of(
                new NamedSpan(7, 13, EntityType.PER),
                new NamedSpan(24, 30, EntityType.ORG),
                new NamedSpan(0, 1, EntityType.ORG));

        assertThat(NameMistakes.find("a", TEXT, List.of(ANNA, OZERKI), found))
                .containsExactly(
                        new Mistake(Mistake.Kind.SPURIOUS, "a", 0, 1, "ORG", null, null, "🦊"),
                        new Mistake(
                                Mistake.Kind.SPAN, "a", 2, 21, "PER", null, "PER 7:13 Ёлкина", "Анна Ёлкина-Громова"),
                        new Mistake(Mistake.Kind.TYPE, "a", 24, 30, "LOC", "LOC", "ORG", "Озерки"));
        assertThat(NameMistakes.find("a", TEXT, List.of(ANNA), List.of()))
                .containsExactly(
                        new Mistake(Mistake.Kind.MISSED, "a", 2, 21, "PER", null, null, "Анна Ёлкина-Громова"));
    }
}
