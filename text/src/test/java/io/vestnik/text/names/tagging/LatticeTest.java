/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names.tagging;

import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LatticeTest {
    private static final int STRIDE = Tags.STRIDE;
    private static final Offset<Double> CLOSE = Offset.offset(1e-9);

    /** Sums over the sequences themselves. */
    private static final class Enumeration {
        private final double[] marginals;
        private final double[] pairs = new double[STRIDE * STRIDE];
        private double total;

        Enumeration(double[] logSteps, double[] scores, int... allowed) {
            marginals = new double[allowed.length * STRIDE];
            for (int[] tags : Models.sequences(allowed.length)) {
                double weight = weight(logSteps, scores, allowed, tags);
                total += weight;
                for (int i = 0; i < tags.length; i++) {
                    marginals[i * STRIDE + tags[i]] += weight;
                    if (i > 0) {
                        pairs[tags[i - 1] * STRIDE + tags[i]] += weight;
                    }
                }
            }
        }

        private static double weight(double[] logSteps, double[] scores, int[] allowed, int... tags) {
            double sum = 0;
            for (int i = 0; i < tags.length; i++) {
                if ((allowed[i] >>> tags[i] & 1) == 0) {
                    return 0;
                }
                sum += scores[i * STRIDE + tags[i]] + (i == 0 ? 0 : logSteps[tags[i - 1] * STRIDE + tags[i]]);
            }
            return Math.exp(sum);
        }
    }

    @Property(tries = 200)
    void shouldSumOverAllSequences(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int count) {
        int[] allowed = new int[count];
        Arrays.fill(allowed, Tags.ALL);
        check(new Random(seed), allowed);
    }

    @Property(tries = 300)
    void shouldSumOverTheSequencesThatAnAnnotationLeavesOpen(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int count) {
        Random random = new Random(seed);
        int[] some = Models.sequences(count)
                .get(random.nextInt(Models.sequences(count).size()));
        int[] allowed = new int[count];
        for (int i = 0; i < count; i++) {
            allowed[i] = 1 << some[i] | random.nextInt() & random.nextInt() & Tags.ALL;
        }
        check(random, allowed);
    }

    private static void check(Random random, int... allowed) {
        int count = allowed.length;
        double[] scores = random.doubles((long) count * STRIDE, -4, 4).toArray();
        double[] logSteps = random.doubles((long) STRIDE * STRIDE, -2, 2).toArray();
        Lattice lattice = new Lattice(steps(logSteps));
        // What an earlier, longer sequence left behind may not be seen.
        int[] longer = new int[count + 2];
        Arrays.fill(longer, Tags.ALL);
        lattice.run(
                random.doubles((long) (count + 2) * STRIDE, -4, 4).toArray(),
                longer,
                new double[(count + 2) * STRIDE],
                new double[STRIDE * STRIDE]);
        double[] marginals = new double[count * STRIDE];
        double[] pairs = new double[STRIDE * STRIDE];

        double logarithm = lattice.run(scores, allowed, marginals, pairs);

        Enumeration expected = new Enumeration(logSteps, scores, allowed);
        assertThat(logarithm).isCloseTo(Math.log(expected.total), CLOSE);
        for (int k = 0; k < marginals.length; k++) {
            assertThat(marginals[k]).isCloseTo(expected.marginals[k] / expected.total, CLOSE);
        }
        for (int k = 0; k < pairs.length; k++) {
            assertThat(pairs[k]).isCloseTo(expected.pairs[k] / expected.total, CLOSE);
        }
    }

    @Test
    void shouldNotOverflowOnGreatScores() {
        double[] scores = new double[2 * STRIDE];
        scores[Tags.OUTSIDE] = 5000;
        scores[STRIDE + Tags.OUTSIDE] = 5000;
        double[] marginals = new double[2 * STRIDE];

        double logarithm = new Lattice(steps(new double[STRIDE * STRIDE]))
                .run(scores, new int[] {Tags.ALL, Tags.ALL}, marginals, new double[STRIDE * STRIDE]);

        assertThat(logarithm).isCloseTo(10_000, CLOSE);
        assertThat(marginals[Tags.OUTSIDE]).isCloseTo(1, CLOSE);
        assertThat(marginals[STRIDE + Tags.OUTSIDE]).isCloseTo(1, CLOSE);
    }

    @Test
    void shouldSayWhereNoSequenceIsAllowed() {
        Lattice lattice = new Lattice(steps(new double[STRIDE * STRIDE]));
        int[] allowed = {1 << Tags.OUTSIDE, 1 << Tags.END, 1 << Tags.OUTSIDE};

        assertThatThrownBy(() -> lattice.run(
                        new double[3 * STRIDE], allowed, new double[3 * STRIDE], new double[STRIDE * STRIDE]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no sequence of tags is allowed at token 1 of 3");
    }

    private static double[] steps(double... logSteps) {
        double[] steps = new double[STRIDE * STRIDE];
        for (int before = 0; before < Tags.COUNT; before++) {
            for (int tag = 0; tag < Tags.COUNT; tag++) {
                int k = before * STRIDE + tag;
                steps[k] = Tags.mayFollow(before, tag) ? Math.exp(logSteps[k]) : 0;
            }
        }
        return steps;
    }
}
