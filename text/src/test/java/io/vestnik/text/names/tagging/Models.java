/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small models and all sequences of tags, for the tests of this package. */
final class Models {
    private Models() {}

    /** A model of random rows, with transitions between minus and plus the bound. */
    static TagModel random(Random random, int bits, int bound) {
        byte[] weights = new byte[Tags.STRIDE << bits];
        random.nextBytes(weights);
        int[] transitions = new int[Tags.STRIDE * Tags.STRIDE];
        for (int i = 0; i < transitions.length; i++) {
            transitions[i] = random.nextInt(2 * bound + 1) - bound;
        }
        return new TagModel(bits, weights, transitions);
    }

    /** All sequences of so many tags that may stand between two tokens outside of any name. */
    static List<int[]> sequences(int count) {
        List<int[]> sequences = new ArrayList<>();
        extend(new int[count], 0, sequences);
        return sequences;
    }

    private static void extend(int[] tags, int at, List<int[]> sequences) {
        int before = at == 0 ? Tags.OUTSIDE : tags[at - 1];
        if (at == tags.length) {
            if (Tags.mayFollow(before, Tags.OUTSIDE)) {
                sequences.add(tags.clone());
            }
            return;
        }
        for (int tag = 0; tag < Tags.COUNT; tag++) {
            if (Tags.mayFollow(before, tag)) {
                tags[at] = tag;
                extend(tags, at + 1, sequences);
            }
        }
    }

    /** The best tags of tokens with these features. */
    static byte[] decode(TagModel model, int[]... features) {
        int[] scores = new int[features.length * Tags.STRIDE];
        for (int i = 0; i < features.length; i++) {
            int[] sums = new int[Tags.STRIDE];
            for (int feature : features[i]) {
                model.add(feature, sums);
            }
            System.arraycopy(sums, 0, scores, i * Tags.STRIDE, Tags.COUNT);
        }
        byte[] tags = new byte[features.length];
        new Viterbi(model).decode(scores, features.length, tags, 0);
        return tags;
    }
}
