/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Lemmas;
import io.vestnik.text.lang.Morphology;
import io.vestnik.text.lang.Token;
import io.vestnik.text.names.tagging.Features;
import io.vestnik.text.names.tagging.TagModel;
import io.vestnik.text.names.tagging.Tags;

/**
 * Written forms with their traits and, under a model, with what they add to the scores of the tokens around them. Most
 * of a token's features come from the forms at and around it, so their weights are added up once per form and not once
 * per token. Thread-safe; the cache only saves work.
 */
final class WordForms {
    /** Where a form stands, seen from the token whose score it adds to. */
    private static final int[] PLACES = {0, -1, 1, -2, 2};

    /** Kinds that part the features of forms by their place. */
    private static final int[] KINDS = {0, 11, 12, 13, 14};

    private static final int EDGE = Features.mix(999, 1);

    /** A power of two. A collision overwrites. */
    private static final int SLOTS = 1 << 14;

    /**
     * A form.
     *
     * @param written as the text has it
     * @param lemma its dictionary form, folded
     * @param sums for each of {@link #PLACES} one number per tag; empty without a model
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Form(String written, WordInfo info, String lemma, WordTraits traits, int[] sums) {}

    private final Morphology morphology;
    private final @Nullable TagModel model;
    private final AtomicReferenceArray<Form> recent = new AtomicReferenceArray<>(SLOTS);
    private final Form none;

    /**
     * Makes an empty table.
     *
     * @param model null when no scores are wanted
     */
    WordForms(Morphology morphology, @Nullable TagModel model) {
        this.morphology = morphology;
        this.model = model;
        this.none = edge(model);
    }

    /** What stands before and after the text. */
    Form none() {
        return none;
    }

    /** The forms of tokens, one for each. */
    Form[] of(List<Token> tokens) {
        Form[] forms = new Form[tokens.size()];
        for (int i = 0; i < forms.length; i++) {
            forms[i] = of(tokens.get(i));
        }
        return forms;
    }

    private Form of(Token token) {
        int hash = token.text().hashCode();
        int slot = (hash ^ (hash >>> 14)) & (SLOTS - 1);
        Form form = recent.getAcquire(slot);
        if (form == null || !form.written.equals(token.text())) {
            Lexicon lexicon = Lexicon.get();
            WordInfo info = WordInfo.of(token.folded(), lexicon, morphology);
            String lemma = new Lemmas(morphology).lemma(token);
            WordTraits traits = WordTraits.of(token, info, lemma, lexicon);
            form = new Form(token.text(), info, lemma, traits, sums(traits));
            recent.setRelease(slot, form);
        }
        return form;
    }

    private int[] sums(WordTraits traits) {
        if (model == null) {
            return new int[0];
        }
        int[] sums = new int[PLACES.length * Tags.STRIDE];
        Features features = new Features();
        for (int place = 0; place < PLACES.length; place++) {
            features.clear();
            collect(traits, place, features);
            for (int k = 0; k < features.count(); k++) {
                model.add(features.get(k), sums, place * Tags.STRIDE);
            }
        }
        return sums;
    }

    /** Adds what the forms at and around a token say to its scores. */
    void addSums(Form[] forms, int i, int[] scores, int at) {
        for (int place = 0; place < PLACES.length; place++) {
            int k = i + PLACES[place];
            int[] sums = (k < 0 || k >= forms.length ? none : forms[k]).sums;
            int from = place * Tags.STRIDE;
            for (int tag = 0; tag < Tags.STRIDE; tag++) {
                scores[at + tag] += sums[from + tag];
            }
        }
    }

    /** Collects the features whose weights {@link #addSums} adds. */
    void collect(Form[] forms, int i, Features features) {
        for (int place = 0; place < PLACES.length; place++) {
            int k = i + PLACES[place];
            if (k >= 0 && k < forms.length) {
                collect(forms[k].traits, place, features);
            } else if (place == 1 || place == 2) {
                features.add(EDGE, place);
            }
        }
    }

    private static void collect(WordTraits traits, int place, Features features) {
        int[] hashes = place == 0 ? traits.own() : place < 3 ? traits.beside() : traits.near();
        for (int hash : hashes) {
            features.add(KINDS[place], hash);
        }
    }

    private static Form edge(@Nullable TagModel model) {
        int[] sums = new int[PLACES.length * Tags.STRIDE];
        if (model != null) {
            model.add(Features.mix(EDGE, 1), sums, Tags.STRIDE);
            model.add(Features.mix(EDGE, 2), sums, 2 * Tags.STRIDE);
        }
        int[] nothing = new int[0];
        WordTraits traits = new WordTraits(0, 0, 0, 0, 0, 0, 0, 0, 0, false, false, nothing, nothing, nothing);
        return new Form("", WordInfo.NOTHING, "", traits, sums);
    }
}
