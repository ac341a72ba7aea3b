/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names.tagging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Learns a linear-chain conditional random field by stochastic gradient ascent. Where an annotation leaves several tags
 * open, the sum over all of them is maximized (a latent-variable CRF).
 *
 * <p>Corpora that were annotated by different schemes are learned together: every weight is the sum of a common part
 * and one of the scheme (Daumé's "frustratingly easy" domain adaptation). The model that comes out mixes the schemes'
 * parts by fixed shares. The same sequences in the same order give the same bytes on every machine.
 */
public final class TagTrainer {
    private static final int STRIDE = Tags.STRIDE;

    /** Units of a weight of one, in the finished model. */
    private static final int UNIT = 64;

    /** A row with no weight above this is left out: three quarters of all are, and no name is lost by it. */
    private static final int MOST_IDLE = 1;

    /** Differences of probability below this move nothing. */
    private static final double LEAST = 1e-4;

    /**
     * How to train.
     *
     * @param bits logarithm of the number of rows
     * @param epochs passes over the sequences
     * @param rate length of a first step
     * @param schemes how many annotation schemes there are
     */
    public record Settings(int bits, int epochs, double rate, int schemes) {}

    private final Settings settings;
    private final WeightTable[] weights;
    private final WeightTable[] transitions;
    private final double[] steps = new double[STRIDE * STRIDE];
    private final Lattice lattice = new Lattice(steps);

    /** Makes a trainer with all weights at zero. */
    public TagTrainer(Settings settings) {
        this.settings = settings;
        this.weights = new WeightTable[settings.schemes() + 1];
        this.transitions = new WeightTable[settings.schemes() + 1];
        for (int part = 0; part <= settings.schemes(); part++) {
            weights[part] = new WeightTable(STRIDE << settings.bits());
            transitions[part] = new WeightTable(STRIDE * STRIDE);
        }
    }

    /** Learns from the sequences, in an order of its own that is another in each pass. */
    public void learn(List<TrainingSequence> sequences) {
        List<Integer> order = new ArrayList<>(sequences.size());
        for (int i = 0; i < sequences.size(); i++) {
            order.add(i);
        }
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            int salt = epoch + 1;
            order.sort(
                    Comparator.<Integer>comparingInt(i -> Features.mix(salt, i)).thenComparingInt(i -> i));
            double rate = rate(epoch);
            for (int i : order) {
                TrainingSequence sequence = sequences.get(i);
                learn(sequence, epoch == 0 ? sequence.first() : sequence.allowed(), rate);
            }
        }
    }

    /** Long steps for half of the passes, then shorter ones. */
    private double rate(int epoch) {
        double progress = (double) epoch / settings.epochs();
        return settings.rate() * (progress < 0.5 ? 1 : progress < 0.8 ? 0.5 : 0.2);
    }

    private void learn(TrainingSequence sequence, int[] allowed, double rate) {
        int own = sequence.scheme() + 1;
        int count = sequence.features().length;
        double[] scores = new double[count * STRIDE];
        for (int i = 0; i < count; i++) {
            for (int feature : sequence.features()[i]) {
                int row = STRIDE * TagModel.row(feature, settings.bits());
                for (int tag = 0; tag < Tags.COUNT; tag++) {
                    scores[i * STRIDE + tag] += (double) weights[0].get(row + tag) + weights[own].get(row + tag);
                }
            }
        }
        for (int before = 0; before < Tags.COUNT; before++) {
            for (int tag = 0; tag < Tags.COUNT; tag++) {
                int k = before * STRIDE + tag;
                double sum = (double) transitions[0].get(k) + transitions[own].get(k);
                steps[k] = Tags.mayFollow(before, tag) ? StrictMath.exp(sum) : 0;
            }
        }
        int[] all = new int[count];
        Arrays.fill(all, Tags.ALL);
        double[] expected = new double[count * STRIDE];
        double[] expectedPairs = new double[STRIDE * STRIDE];
        double[] annotated = new double[count * STRIDE];
        double[] annotatedPairs = new double[STRIDE * STRIDE];
        lattice.run(scores, all, expected, expectedPairs);
        lattice.run(scores, allowed, annotated, annotatedPairs);
        for (int i = 0; i < count; i++) {
            for (int feature : sequence.features()[i]) {
                int row = STRIDE * TagModel.row(feature, settings.bits());
                for (int tag = 0; tag < Tags.COUNT; tag++) {
                    double gradient = annotated[i * STRIDE + tag] - expected[i * STRIDE + tag];
                    if (Math.abs(gradient) > LEAST) {
                        weights[0].step(row + tag, gradient, rate);
                        weights[own].step(row + tag, gradient, rate);
                    }
                }
            }
        }
        for (int k = 0; k < steps.length; k++) {
            double gradient = annotatedPairs[k] - expectedPairs[k];
            if (gradient != 0) {
                transitions[0].step(k, gradient, rate);
                transitions[own].step(k, gradient, rate);
            }
        }
    }

    /**
     * The model of what was learned.
     *
     * @param shares of each scheme's part
     */
    public TagModel model(double... shares) {
        byte[] rows = new byte[STRIDE << settings.bits()];
        for (int row = 0; row < rows.length; row += STRIDE) {
            boolean tells = false;
            for (int i = row; i < row + STRIDE; i++) {
                long units = StrictMath.round(mixed(weights, i, shares) * UNIT);
                tells |= Math.abs(units) > MOST_IDLE;
                rows[i] = (byte) Math.max(Byte.MIN_VALUE, Math.min(Byte.MAX_VALUE, units));
            }
            if (!tells) {
                Arrays.fill(rows, row, row + STRIDE, (byte) 0);
            }
        }
        int[] pairs = new int[STRIDE * STRIDE];
        for (int k = 0; k < pairs.length; k++) {
            pairs[k] = (int) StrictMath.round(mixed(transitions, k, shares) * UNIT);
        }
        return new TagModel(settings.bits(), rows, pairs);
    }

    private static double mixed(WeightTable[] parts, int i, double... shares) {
        double sum = parts[0].get(i);
        for (int scheme = 0; scheme < shares.length; scheme++) {
            sum += shares[scheme] * parts[scheme + 1].get(i);
        }
        return sum;
    }
}
