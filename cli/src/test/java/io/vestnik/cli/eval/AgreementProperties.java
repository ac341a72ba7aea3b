/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.cli.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import io.vestnik.cli.eval.Agreement.Membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What holds of two ways of grouping articles whatever they are; the figures against their definitions, pair by pair. */
class AgreementProperties {
    private static List<Membership> memberships(List<Integer> keys) {
        return keys.stream()
                .map(key -> new Membership("g" + key % 5, "f" + key / 5))
                .toList();
    }

    @Property(tries = 300)
    void shouldCountWhatThePairsAre(@ForAll @Size(min = 1, max = 40) List<@IntRange(max = 24) Integer> keys) {
        List<Membership> all = memberships(keys);
        long right = 0;
        long found = 0;
        long gold = 0;
        double precision = 0;
        double recall = 0;
        for (Membership one : all) {
            int ofGold = 0;
            int ofFound = 0;
            int ofBoth = 0;
            for (Membership other : all) {
                ofGold += one.gold().equals(other.gold()) ? 1 : 0;
                ofFound += one.found().equals(other.found()) ? 1 : 0;
                ofBoth += one.equals(other) ? 1 : 0;
            }
            right += ofBoth - 1;
            found += ofFound - 1;
            gold += ofGold - 1;
            precision += (double) ofBoth / ofFound / all.size();
            recall += (double) ofBoth / ofGold / all.size();
        }

        Agreement agreement = Agreement.of(all);

        assertThat(agreement.pairs()).isEqualTo(new PairCounts(right / 2, found / 2, gold / 2));
        assertThat(agreement.bCubedPrecision()).isEqualTo(precision, within(1e-12));
        assertThat(agreement.bCubedRecall()).isEqualTo(recall, within(1e-12));
    }

    @Property(tries = 300)
    void shouldNotDependOnTheOrderOfArticles(
            @ForAll @Size(max = 40) List<@IntRange(max = 24) Integer> keys, @ForAll long seed) {
        List<Membership> all = memberships(keys);
        List<Membership> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));

        Agreement one = Agreement.of(all);
        Agreement other = Agreement.of(shuffled);

        assertThat(other.bCubedPrecision()).isEqualTo(one.bCubedPrecision());
        assertThat(other.bCubedRecall()).isEqualTo(one.bCubedRecall());
        assertThat(other.adjustedRandIndex()).isEqualTo(one.adjustedRandIndex());
        assertThat(other.exactGroups()).isEqualTo(one.exactGroups());
        assertThat(other.mixed()).isEqualTo(one.mixed());
    }

    @Property(tries = 300)
    void shouldSwapPrecisionAndRecallWhenTheSidesAreSwapped(
            @ForAll @Size(max = 40) List<@IntRange(max = 24) Integer> keys) {
        List<Membership> all = memberships(keys);
        Agreement agreement = Agreement.of(all);
        Agreement swapped = Agreement.of(
                all.stream().map(one -> new Membership(one.found(), one.gold())).toList());

        assertThat(swapped.bCubedPrecision()).isEqualTo(agreement.bCubedRecall());
        assertThat(swapped.pairs().precision(0)).isEqualTo(agreement.pairs().recall(0));
        assertThat(swapped.adjustedRandIndex()).isEqualTo(agreement.adjustedRandIndex(), within(1e-12));
        assertThat(swapped.exactGroups()).isEqualTo(agreement.exactGroups());
    }

    @Property(tries = 300)
    void shouldFindNothingWrongWithGoldItself(@ForAll @Size(min = 1, max = 40) List<@IntRange(max = 24) Integer> keys) {
        Agreement agreement = Agreement.of(
                keys.stream().map(key -> new Membership("g" + key, "f" + key)).toList());

        assertThat(agreement.adjustedRandIndex()).isEqualTo(1);
        assertThat(agreement.bCubedPrecision()).isEqualTo(1);
        assertThat(agreement.bCubedRecall()).isEqualTo(1);
        assertThat(agreement.pairs().wrong()).isZero();
        assertThat(agreement.exactGroups()).isEqualTo(agreement.goldGroups()).isEqualTo(agreement.foundGroups());
        assertThat(agreement.mixed()).isEmpty();
    }
}
