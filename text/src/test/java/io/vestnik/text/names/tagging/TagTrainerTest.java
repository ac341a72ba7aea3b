/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names.tagging;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.vestnik.text.EntityType;

import static org.assertj.core.api.Assertions.assertThat;

class TagTrainerTest {
    private static final int ORDINARY = 1;
    private static final int GIVEN = 2;
    private static final int FAMILY = 3;
    private static final int PLACE = 4;
    private static final int INSTITUTION = 5;
    private static final TagTrainer.Settings SETTINGS = new TagTrainer.Settings(8, 20, 0.1, 2);

    private static final int OUTSIDE = Tags.OUTSIDE;
    private static final int FIRST = Tags.of(EntityType.PER, 0, 2);
    private static final int LAST = Tags.of(EntityType.PER, 1, 2);
    private static final int SITE = Tags.of(EntityType.LOC, 0, 1);
    private static final int BODY = Tags.of(EntityType.ORG, 0, 1);
    private static final int GENERIC = Tags.ofGeneric(0);

    private static TrainingSequence sequence(int scheme, int[] words, int... tags) {
        int[] bits = new int[tags.length];
        for (int i = 0; i < tags.length; i++) {
            bits[i] = 1 << tags[i];
        }
        return new TrainingSequence(features(words), bits, bits, scheme);
    }

    /** Each word has a feature of its own and one that all share. */
    private static int[][] features(int... words) {
        int[][] features = new int[words.length][];
        for (int i = 0; i < words.length; i++) {
            features[i] = new int[] {Features.mix(1, words[i]), Features.mix(2, 0)};
        }
        return features;
    }

    private static List<TrainingSequence> separable() {
        List<TrainingSequence> sequences = new ArrayList<>();
        for (int scheme = 0; scheme < 2; scheme++) {
            sequences.add(sequence(scheme, new int[] {ORDINARY, GIVEN, FAMILY}, OUTSIDE, FIRST, LAST));
            sequences.add(sequence(scheme, new int[] {GIVEN, FAMILY, ORDINARY, PLACE}, FIRST, LAST, OUTSIDE, SITE));
            sequences.add(sequence(scheme, new int[] {PLACE, ORDINARY, ORDINARY}, SITE, OUTSIDE, OUTSIDE));
            sequences.add(sequence(scheme, new int[] {ORDINARY}, OUTSIDE));
        }
        return sequences;
    }

    private static TagTrainer trained(List<TrainingSequence> sequences) {
        TagTrainer trainer = new TagTrainer(SETTINGS);
        trainer.learn(sequences);
        return trainer;
    }

    /** The finished model has whole numbers for weights; they decide as the sequences do. */
    @Test
    void shouldLearnWhatCanBeTold() {
        TagModel model = trained(separable()).model(0.5, 0.5);

        assertThat(Models.decode(model, features(ORDINARY, GIVEN, FAMILY))).isEqualTo(bytes(OUTSIDE, FIRST, LAST));
        assertThat(Models.decode(model, features(PLACE, ORDINARY, GIVEN, FAMILY, PLACE)))
                .as("an order that it has not seen")
                .isEqualTo(bytes(SITE, OUTSIDE, FIRST, LAST, SITE));
    }

    @Test
    void shouldGiveTheSameBytesForTheSameSequences() throws IOException {
        assertThat(TagModelTest.write(trained(separable()).model(0.5, 0.5)))
                .isEqualTo(TagModelTest.write(trained(separable()).model(0.5, 0.5)));
    }

    @Test
    void shouldMixWhatTheSchemesDoNotAgreeOn() {
        List<TrainingSequence> sequences = separable();
        for (int i = 0; i < 4; i++) {
            sequences.add(sequence(0, new int[] {ORDINARY, INSTITUTION}, OUTSIDE, OUTSIDE));
            sequences.add(sequence(1, new int[] {ORDINARY, INSTITUTION}, OUTSIDE, BODY));
        }
        TagTrainer trainer = trained(sequences);

        assertThat(Models.decode(trainer.model(1, 0), features(ORDINARY, INSTITUTION)))
                .isEqualTo(bytes(OUTSIDE, OUTSIDE));
        assertThat(Models.decode(trainer.model(0, 1), features(ORDINARY, INSTITUTION)))
                .isEqualTo(bytes(OUTSIDE, BODY));
    }

    /** Where the annotation leaves two tags open, the first pass chooses the one, and the other is never forced. */
    @Test
    void shouldSettleWhatIsLeftOpenByTheFirstPass() {
        int open = 1 << BODY | 1 << GENERIC;
        int outside = 1 << OUTSIDE;
        List<TrainingSequence> sequences = separable();
        for (int i = 0; i < 4; i++) {
            sequences.add(new TrainingSequence(
                    features(ORDINARY, INSTITUTION), new int[] {outside, 1 << GENERIC}, new int[] {outside, open}, 1));
        }

        assertThat(Models.decode(trained(sequences).model(0, 1), features(ORDINARY, INSTITUTION)))
                .isEqualTo(bytes(OUTSIDE, GENERIC));
    }

    @Test
    void shouldNarrowToTheFirstPass() {
        TrainingSequence open = new TrainingSequence(features(INSTITUTION), new int[] {1}, new int[] {3}, 1);

        assertThat(open.narrow().allowed()).containsExactly(1);
        assertThat(open.narrow().scheme()).isEqualTo(1);
    }

    @Test
    void shouldKnowNothingWhenNothingWasLearned() {
        TagModel model = trained(List.of()).model(0.5, 0.5);

        for (int before = 0; before < Tags.COUNT; before++) {
            assertThat(model.transition(before, OUTSIDE)).isZero();
        }
    }

    private static byte[] bytes(int... tags) {
        byte[] bytes = new byte[tags.length];
        for (int i = 0; i < tags.length; i++) {
            bytes[i] = (byte) tags[i];
        }
        return bytes;
    }
}
