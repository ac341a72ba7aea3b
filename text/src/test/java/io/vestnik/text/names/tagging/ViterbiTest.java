/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names.tagging;

import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ViterbiTest {
    /** Small bounds make ties, great ones make illegal tags tempting. */
    @Property(tries = 300)
    void shouldFindWhatIsBestOfAllSequences(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int count, @ForAll @IntRange(max = 2000) int bound) {
        Random random = new Random(seed);
        TagModel model = Models.random(random, 1, bound);
        int[] scores = new int[count * Tags.STRIDE];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextInt(2 * bound + 1) - bound;
        }
        byte[] tags = new byte[count];

        new Viterbi(model).decode(scores, count, tags, 0);

        int best = Models.sequences(count).stream()
                .mapToInt(sequence -> sum(model, scores, sequence))
                .max()
                .orElseThrow();
        int[] found = new int[count];
        for (int i = 0; i < count; i++) {
            found[i] = tags[i];
        }
        assertThat(Models.sequences(count)).anyMatch(sequence -> Arrays.equals(sequence, found));
        assertThat(sum(model, scores, found)).isEqualTo(best);
    }

    @Property(tries = 50)
    void shouldWriteAtThePlaceThatWasNamedAndNowhereElse(
            @ForAll long seed, @ForAll @IntRange(max = 5) int count, @ForAll @IntRange(max = 3) int at) {
        Random random = new Random(seed);
        Viterbi viterbi = new Viterbi(Models.random(random, 1, 100));
        int[] scores = random.ints((long) count * Tags.STRIDE, -100, 100).toArray();
        byte[] alone = new byte[count];
        viterbi.decode(scores, count, alone, 0);
        byte[] tags = new byte[at + count + 2];
        Arrays.fill(tags, (byte) 99);

        viterbi.decode(scores, count, tags, at);

        assertThat(Arrays.copyOfRange(tags, at, at + count)).isEqualTo(alone);
        Arrays.fill(tags, at, at + count, (byte) 99);
        assertThat(tags).containsOnly(99);
    }

    @Test
    void shouldNotOverflowOnAnEndlessSentence() {
        int count = 200_000;
        TagModel model = new TagModel(1, new byte[2 * Tags.STRIDE], new int[Tags.STRIDE * Tags.STRIDE]);
        int[] scores = new int[count * Tags.STRIDE];
        for (int i = 0; i < count; i++) {
            // A name of one token now and then; the sums grow beyond an int.
            scores[i * Tags.STRIDE + Tags.OUTSIDE] = 20_000;
            scores[i * Tags.STRIDE + Tags.SINGLE] = i % 10 == 0 ? 20_001 : 0;
        }
        byte[] tags = new byte[count];

        new Viterbi(model).decode(scores, count, tags, 0);

        for (int i = 0; i < count; i++) {
            assertThat((int) tags[i]).isEqualTo(i % 10 == 0 ? Tags.SINGLE : Tags.OUTSIDE);
        }
    }

    private static int sum(TagModel model, int[] scores, int... tags) {
        int sum = 0;
        for (int i = 0; i < tags.length; i++) {
            sum += scores[i * Tags.STRIDE + tags[i]] + (i == 0 ? 0 : model.transition(tags[i - 1], tags[i]));
        }
        return sum;
    }
}
