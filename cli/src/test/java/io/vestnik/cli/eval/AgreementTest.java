/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.vestnik.cli.eval.Agreement.Membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class AgreementTest {
    /** One article a letter: gold {a b c} {d e}, found {a b} {c d} {e}. */
    private static final Agreement PARTLY = agreement("xxxyy", "ppqqr");

    private static Agreement agreement(String gold, String found) {
        List<Membership> memberships = new ArrayList<>();
        for (int i = 0; i < gold.length(); i++) {
            memberships.add(new Membership(gold.substring(i, i + 1), found.substring(i, i + 1)));
        }
        return Agreement.of(memberships);
    }

    @Test
    void shouldCountPairs() {
        assertThat(PARTLY.pairs()).isEqualTo(new PairCounts(1, 2, 4));
        assertThat(PARTLY.pairs().precision(0)).isEqualTo(0.5);
        assertThat(PARTLY.pairs().recall(0)).isEqualTo(0.25);
        assertThat(PARTLY.pairs().wrong()).isEqualTo(1);
        assertThat(PairCounts.f1(0.5, 0.25)).isEqualTo(1.0 / 3);
    }

    @Test
    void shouldCorrectForChance() {
        // Of 10 pairs 4 belong together and 2 were found so, by chance 0.8 of them: (1 - 0.8) / (3 - 0.8).
        assertThat(PARTLY.adjustedRandIndex()).isEqualTo(1.0 / 11, within(1e-15));
        assertThat(agreement("xxyy", "pqpq").adjustedRandIndex()).isEqualTo(-0.5, within(1e-15));
    }

    @Test
    void shouldAverageOverArticles() {
        // Precision 1, 1, 1/2, 1/2, 1; recall 2/3, 2/3, 1/3, 1/2, 1/2.
        assertThat(PARTLY.bCubedPrecision()).isEqualTo(0.8);
        assertThat(PARTLY.bCubedRecall()).isEqualTo(8.0 / 15);
    }

    @Test
    void shouldCountGroups() {
        assertThat(PARTLY.goldGroups()).isEqualTo(2);
        assertThat(PARTLY.foundGroups()).isEqualTo(3);
        assertThat(PARTLY.exactGroups()).isZero();
        assertThat(PARTLY.mixed()).containsExactly("q");
        assertThat(agreement("xxyz", "ppqq").exactGroups()).isEqualTo(1);
    }

    @Test
    void shouldAgreeWhereThereIsOnlyOneWay() {
        for (Agreement agreement : List.of(agreement("", ""), agreement("x", "p"), agreement("xyz", "pqr"))) {
            assertThat(agreement.adjustedRandIndex()).isEqualTo(1);
            assertThat(agreement.pairs()).isEqualTo(new PairCounts(0, 0, 0));
            assertThat(agreement.pairs().precision(1)).isEqualTo(1);
            assertThat(agreement.pairs().recall(0)).isZero();
        }
        assertThat(agreement("", "").bCubedPrecision()).isZero();
        assertThat(PairCounts.f1(0, 0)).isZero();
    }
}
