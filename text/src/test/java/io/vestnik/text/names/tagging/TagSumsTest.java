/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names.tagging;

import java.util.Arrays;
import java.util.Random;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class TagSumsTest {
    /** Of so many forms at and around a token the sums are added. */
    private static final int FORMS = 5;

    @Property(tries = 200)
    void shouldKeepTheDifferencesOfThePlainSums(
            @ForAll long seed,
            @ForAll @IntRange(max = TagSums.MOST_FEATURES) int features,
            @ForAll @IntRange(max = 4000) int bound) {
        Random random = new Random(seed);
        TagModel model = Models.random(random, 6, 1);
        int[] plain = new int[Tags.STRIDE];
        TagSums sums = new TagSums();
        sums.clear();
        for (int form = 0; form < FORMS; form++) {
            int[] scores = random.ints(Tags.STRIDE, -bound, bound + 1).toArray();
            long[] packed = new long[TagSums.WORDS + 1];
            TagSums.pack(scores, packed, 1);
            sums.add(packed, 1);
            for (int tag = 0; tag < Tags.COUNT; tag++) {
                plain[tag] += scores[tag];
            }
        }
        for (int i = 0; i < features; i++) {
            int feature = random.nextInt();
            model.add(feature, sums);
            model.add(feature, plain);
        }

        int[] unpacked = new int[2 * Tags.STRIDE];
        sums.unpack(unpacked, Tags.STRIDE);

        for (int tag = 0; tag < Tags.COUNT; tag++) {
            assertThat(unpacked[Tags.STRIDE + tag] - unpacked[Tags.STRIDE]).isEqualTo(plain[tag] - plain[0]);
        }
    }

    /** All at their greatest: no lane runs over into the next. */
    @Property(tries = 20)
    void shouldHoldTheGreatestSums(@ForAll @IntRange(max = 14) int tag) {
        byte[] weights = new byte[2 * Tags.STRIDE];
        Arrays.fill(weights, Byte.MIN_VALUE);
        weights[tag] = Byte.MAX_VALUE;
        weights[Tags.STRIDE + tag] = Byte.MAX_VALUE;
        TagModel model = new TagModel(1, weights, new int[Tags.STRIDE * Tags.STRIDE]);
        int[] scores = new int[Tags.STRIDE];
        scores[tag] = 1_000_000;
        TagSums sums = new TagSums();
        for (int form = 0; form < FORMS; form++) {
            long[] packed = new long[TagSums.WORDS + 1];
            TagSums.pack(scores, packed, 1);
            sums.add(packed, 1);
        }
        for (int i = 0; i < TagSums.MOST_FEATURES; i++) {
            model.add(i, sums);
        }

        int[] unpacked = new int[Tags.STRIDE];
        sums.unpack(unpacked, 0);

        for (int other = 0; other < Tags.COUNT; other++) {
            assertThat(unpacked[other] > 60_000).isEqualTo(other == tag);
            assertThat(unpacked[other] == 0).isEqualTo(other != tag);
        }
    }
}
