/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.ArrayList;
import java.util.List;

import io.vestnik.text.EntityType;
import io.vestnik.text.lang.Morphology;
import io.vestnik.text.names.tagging.TagModel;
import io.vestnik.text.names.tagging.TagTrainer;
import io.vestnik.text.names.tagging.Tags;
import io.vestnik.text.names.tagging.TrainingSequence;

/**
 * Learns the names of Russian texts from annotated ones. Two schemes of annotation are known: one takes common-noun
 * institutions (правительство, полиция) for names, the other leaves them out. A model of the first kind fills in what
 * the second leaves out, as {@code generic}; then one model learns from both.
 *
 * <p>The same texts in the same order give the same model on every machine.
 */
public final class NameTrainer {
    /** Which of its names an annotation marks. */
    public enum Scheme {
        /** Common-noun institutions are left out, and of an institution's name the place is a name of its own. */
        PROPER_NAMES,
        /** Common-noun institutions are organizations, and the place that belongs to one is part of its name. */
        WITH_INSTITUTIONS
    }

    /**
     * A name in a text.
     *
     * @param begin first code point
     * @param end one past the last code point
     */
    public record Name(int begin, int end, EntityType type) {}

    /**
     * A text with all its names. A name counts from the first token that begins within it, to the last; of names that
     * overlap the longest counts.
     */
    public record AnnotatedText(String text, List<Name> names, Scheme scheme) {}

    /**
     * How to train.
     *
     * @param bits logarithm of the number of rows of weights
     * @param epochs passes over the texts
     * @param rate length of a first step
     * @param properNames share of the scheme {@link Scheme#PROPER_NAMES} in the finished model, from zero to one
     * @param repeats how often a pass goes over the texts of that scheme, of which there are fewer
     * @param organizations how willing the model is to see an organization, in units of its weights
     */
    public record Settings(int bits, int epochs, double rate, double properNames, int repeats, int organizations) {
        /** The settings of the shipped model. */
        public static Settings standard() {
            return new Settings(18, 8, 0.01, 0.6, 2, 24);
        }
    }

    private static final int FILLING_EPOCHS = 5;

    private final Morphology morphology;
    private final Settings settings;

    /** Makes a trainer over a dictionary. */
    public NameTrainer(Morphology morphology, Settings settings) {
        this.morphology = morphology;
        this.settings = settings;
    }

    /**
     * Learns a model. Texts of one scheme alone will do; without any of {@link Scheme#WITH_INSTITUTIONS} none of its names
     * are generic.
     *
     * @throws IllegalArgumentException when there is no text
     */
    public TagModel train(List<AnnotatedText> texts) {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("there is no text to learn names from");
        }
        List<TrainingText> all = new ArrayList<>(texts.size());
        WordForms forms = new WordForms(morphology, null);
        for (AnnotatedText text : texts) {
            all.add(new TrainingText(text, forms));
        }
        fillInInstitutions(all);
        TagTrainer trainer = trainer(settings.epochs());
        List<TrainingText> repeated = new ArrayList<>(all);
        for (TrainingText text : all) {
            for (int i = 1; i < settings.repeats() && text.scheme() == Scheme.PROPER_NAMES; i++) {
                repeated.add(text);
            }
        }
        trainer.learn(sequences(repeated));
        return trainer.model(settings.properNames(), 1 - settings.properNames())
                .favour(EntityType.ORG, settings.organizations());
    }

    private void fillInInstitutions(List<TrainingText> all) {
        List<TrainingText> marked = new ArrayList<>();
        for (TrainingText text : all) {
            if (text.scheme() == Scheme.WITH_INSTITUTIONS) {
                marked.add(text);
            }
        }
        if (marked.isEmpty() || marked.size() == all.size()) {
            return;
        }
        TagTrainer trainer = trainer(FILLING_EPOCHS);
        trainer.learn(sequences(marked).stream().map(TrainingSequence::narrow).toList());
        TagModel model = trainer.model(0, 1);
        WordForms forms = new WordForms(morphology, model);
        LearnedRecognizer recognizer = new LearnedRecognizer(model, forms);
        for (TrainingText text : all) {
            if (text.scheme() == Scheme.PROPER_NAMES) {
                text.fillIn(recognizer.recognize(new Scan(text.source(), forms)));
            }
        }
    }

    private TagTrainer trainer(int epochs) {
        return new TagTrainer(
                new TagTrainer.Settings(settings.bits(), epochs, settings.rate(), Scheme.values().length));
    }

    private static List<TrainingSequence> sequences(List<TrainingText> texts) {
        List<TrainingSequence> sequences = new ArrayList<>();
        for (TrainingText text : texts) {
            sequences.addAll(text.sequences());
        }
        return sequences;
    }

    /** Tags of a name of so many tokens, as one bit each. */
    static int bit(EntityType type, int index, int length) {
        return 1 << Tags.of(type, index, length);
    }
}
