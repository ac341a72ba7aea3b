/* SPDX-License-Identifier: Apache-2.0 */
package io.vestnik.text.names;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.vestnik.text.lang.Lemmas;
import io.vestnik.text.lang.LexemeNotes;
import io.vestnik.text.lang.Morphology;
import io.vestnik.text.lang.Token;
import io.vestnik.text.names.tagging.Features;
import io.vestnik.text.names.tagging.TagModel;
import io.vestnik.text.names.tagging.TagSums;
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

    private static final long[] NOTHING = {};

    private static final int EDGE = Features.mix(999, 1);

    private static final LexemeNotes<Form> NOTES = new LexemeNotes<>();

    /**
     * A form.
     *
     * @param table which made it
     * @param lemma its dictionary form, folded
     * @param features for learning; null under a model, which needs their sums only
     * @param sums for each of {@link #PLACES}, as {@link TagSums#pack} writes them; empty without a model
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Form(
            @Nullable WordForms table,
            WordInfo info,
            String lemma,
            WordTraits traits,
            @Nullable WordFeatures features,
            long[] sums) {}

    private final Morphology morphology;
    private final @Nullable TagModel model;
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

    /** The forms of tokens, one for each. */
    Form[] of(List<Token> tokens) {
        Form[] forms = new Form[tokens.size()];
        for (int i = 0; i < forms.length; i++) {
            forms[i] = of(tokens.get(i));
        }
        return forms;
    }

    private Form of(Token token) {
        Form form = NOTES.get(token.lexeme());
        if (form == null || form.table != this) {
            form = read(token);
            NOTES.put(token.lexeme(), form);
        }
        return form;
    }

    private Form read(Token token) {
        Lexicon lexicon = Lexicon.get();
        WordInfo info = WordInfo.of(token.folded(), lexicon, morphology);
        String lemma = new Lemmas(morphology).lemma(token);
        WordTraits traits = WordTraits.of(token, info, lemma, lexicon);
        WordFeatures features = WordFeatures.of(token, info, lemma, traits);
        return model == null
                ? new Form(this, info, lemma, traits, features, NOTHING)
                : new Form(this, info, lemma, traits, null, sums(features, model));
    }

    private static long[] sums(WordFeatures form, TagModel model) {
        long[] sums = new long[PLACES.length * TagSums.WORDS];
        Features features = new Features();
        for (int place = 0; place < PLACES.length; place++) {
            features.clear();
            collect(form, place, features);
            sum(model, features, sums, place);
        }
        return sums;
    }

    private static void sum(TagModel model, Features features, long[] sums, int place) {
        int[] scores = new int[Tags.COUNT];
        for (int k = 0; k < features.count(); k++) {
            model.add(features.get(k), scores);
        }
        TagSums.pack(scores, sums, place * TagSums.WORDS);
    }

    /** Adds what the forms at and around a token say to its sums. */
    void addSums(Form[] forms, int i, TagSums sums) {
        for (int place = 0; place < PLACES.length; place++) {
            int k = i + PLACES[place];
            sums.add((k < 0 || k >= forms.length ? none : forms[k]).sums, place * TagSums.WORDS);
        }
    }

    /** Collects the features whose weights {@link #addSums} adds. */
    void collect(Form[] forms, int i, Features features) {
        for (int place = 0; place < PLACES.length; place++) {
            int k = i + PLACES[place];
            if (k >= 0 && k < forms.length) {
                collect(Objects.requireNonNull(forms[k].features), place, features);
            } else if (place == 1 || place == 2) {
                features.add(EDGE, place);
            }
        }
    }

    private static void collect(WordFeatures form, int place, Features features) {
        int[] hashes = place == 0 ? form.own() : place < 3 ? form.beside() : form.near();
        for (int hash : hashes) {
            features.add(KINDS[place], hash);
        }
    }

    private static Form edge(@Nullable TagModel model) {
        long[] sums = new long[PLACES.length * TagSums.WORDS];
        for (int place = 0; place < PLACES.length && model != null; place++) {
            Features features = new Features();
            if (place == 1 || place == 2) {
                features.add(EDGE, place);
            }
            sum(model, features, sums, place);
        }
        return new Form(null, WordInfo.NOTHING, "", WordTraits.NOTHING, null, model == null ? NOTHING : sums);
    }
}
